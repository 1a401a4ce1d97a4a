// The two drafts in a real Thunderbird, each with its sample add-on: the first lists the outgoing servers, hears of a failed
// send while its background sleeps, and shows what the server had said; the second proves another server, uses it, and
// gives back what was there.
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCaseFile } from "./case-file.js";
import { installAddOn, waitUntilAsleep } from "./thunderbird/add-on.js";
import { comparable } from "./thunderbird/afterwards.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { snapshot } from "./thunderbird/settings.js";
import { camera } from "./thunderbird/screenshot.js";
import { newProfile } from "./thunderbird/template.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { startThunderbird } from "./thunderbird/thunderbird.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { userJs } from "./thunderbird/user-js.js";
import type { MailHost } from "./world/mail-host.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";

const id = "outgoingServers@thunderbird.api.development";
const filter = process.env["LAB_FILTER"] ?? "";
const wanted = filter === "" || filter.split(" ").includes("demo-add-on");
const broken = readCaseFile(join(import.meta.dirname, "cases/port-25-sign-in-none.json"));

const draft = (name: string): string => resolve(`dist/outgoing-servers-${name}.xpi`);

let thunderbird: Thunderbird;
let hosts: readonly MailHost[];

/** The lines of the popup's two lists, once it has drawn them. */
function popupLists(): Promise<Readonly<Record<"servers" | "accounts" | "failures", readonly string[]>>> {
  return thunderbird.run(
    `const view = await until("the sample's popup", 10000, () =>
       [...WebExtensionPolicy.getByID(args[0]).extension.views].find(v => v.viewType == "popup" && v.xulBrowser?.isConnected));
     return until("its lists", 10000, async () => {
       return new Promise(resolve => {
         const { messageManager } = view.xulBrowser;
         messageManager.addMessageListener("lab:lists", function heard({ data }) {
           messageManager.removeMessageListener("lab:lists", heard);
           resolve(data);
         });
         messageManager.loadFrameScript("data:,(" + encodeURIComponent(\`() => {
           const lines = id => [...content.document.querySelectorAll("#" + id + " li")].map(item => item.textContent);
           const lists = { servers: lines("servers"), accounts: lines("accounts"), failures: lines("failures") };
           sendAsyncMessage("lab:lists", Object.values(lists).every(list => list.length) ? lists : null);
         }\`) + ")()", false);
       });
     });`,
    id,
  );
}

/** Fills in the fields, presses the button, and waits for a line that says so. */
function press(
  button: string,
  fields: Readonly<Record<string, string>>,
  last: string,
): Promise<readonly string[]> {
  return thunderbird.run(
    `const view = [...WebExtensionPolicy.getByID(args[0]).extension.views].find(v => v.viewType == "popup");
     const { messageManager } = view.xulBrowser;
     const ask = script => new Promise(resolve => {
       messageManager.addMessageListener("lab:told", function heard({ data }) {
         messageManager.removeMessageListener("lab:told", heard);
         resolve(data);
       });
       messageManager.loadFrameScript("data:," + encodeURIComponent("(" + script + ")()"), false);
     });
     await ask(\`() => {
       for (const [id, value] of Object.entries(\${JSON.stringify(args[2])})) content.document.getElementById(id).value = value;
       content.document.getElementById("told").replaceChildren();
       content.document.getElementById("\${args[1]}").click();
       sendAsyncMessage("lab:told", null);
     }\`);
     return until("the line " + args[3], 20000, async () => {
       const told = await ask('() => sendAsyncMessage("lab:told", [...content.document.querySelectorAll("#told li")].map(item => item.textContent))');
       return told.some(line => line.startsWith(args[3]) || line.startsWith("error")) ? told : null;
     });`,
    id,
    button,
    fields,
    last,
  );
}

/** As the second draft answers, by Thunderbird's own look-ups. */
function discovered(domain: string, source: string): Promise<object> {
  return thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const api = await extension.apiManager.asyncGetAPI("outgoingServers", extension, "addon_parent");
     return api.getAPI({ extension }).outgoingServers.discover(args[1], args[2]);`,
    id,
    domain,
    source,
  );
}

describe.skipIf(!wanted)("the sample add-on", () => {
  beforeAll(async () => {
    execFileSync("node", ["src/build/draft.mjs", "without-lint"], { stdio: "pipe" });
    hosts = await startMailHosts(broken.world);
    const prefs = { ...profilePrefs(broken.profile), "extensions.background.idle.timeout": 1000 };
    thunderbird = await startThunderbird(newProfile("demo-add-on", userJs(prefs)));
    await prepareProfile(thunderbird, broken.profile);
    await installAddOn(thunderbird, draft("notice-and-read"), id);
  });
  afterAll(async () => {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  });

  test("shows the outgoing servers, and a failed send it was woken for", async () => {
    const photograph = camera(join("dist", "lab", "demo-add-on"));
    await waitUntilAsleep(thunderbird, id);
    await openCompose(thunderbird, {
      identity: "id1",
      to: "friend@elsewhere.test",
      subject: "Lab: the sample",
    });
    await pressSend(thunderbird);
    const failed = await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      () => Promise.resolve(),
    );
    expect(failed).toBeDefined();
    await thunderbird.run(`
      const w = Services.wm.getMostRecentWindow("msgcompose");
      w.gMsgCompose.bodyModified = false;
      w.close();`);
    await pressToolbarButton(thunderbird, id);
    const lists = await popupLists();
    await photograph("popup");
    expect(lists.servers).toEqual([
      "mail.example.test:25, security none, sign-in none – the default, alice@example.test",
    ]);
    expect(lists.accounts).toEqual([
      "alice@example.test: receives from mail.example.test, sends through smtp1",
    ]);
    expect(lists.failures).toEqual([
      'alice@example.test → friend@elsewhere.test: 550 relay not permitted, at the step "rcpt" (mail.example.test)',
    ]);
  });

  test("finds, proves and uses another server, and takes it back", async () => {
    const photograph = camera(join("dist", "lab", "demo-add-on"));
    const before = comparable(await snapshot(thunderbird));
    await installAddOn(thunderbird, draft("change-and-ask"), id);
    await pressToolbarButton(thunderbird, id);
    await popupLists();
    const wanted = { hostname: "mail.example.test", port: "587" };
    expect(await press("look", wanted, "answers")).toEqual(["answers; it offers PLAIN, LOGIN"]);
    expect(await press("use", wanted, "used")).toEqual([
      "proof: accepted",
      "password: copied",
      "used: smtp2",
    ]);
    await photograph("used");
    expect(comparable(await snapshot(thunderbird))).not.toEqual(before);
    expect(await press("back", {}, "taken back")).toEqual(["password: removed", "taken back"]);
    expect(comparable(await snapshot(thunderbird))).toEqual(before);
    expect(await discovered("retired.test", "isp")).toMatchObject({
      result: "found",
      vouched: false,
      servers: [{ hostname: "out.hosting.test", port: 587, security: "starttls" }],
    });
    expect(await discovered("ispdb.test", "database")).toMatchObject({
      vouched: true,
      servers: [{ hostname: "relay.bigisp.test" }],
    });
    expect(await discovered("nowhere.test", "isp")).toEqual({ result: "none", vouched: false, servers: [] });
  });
});
