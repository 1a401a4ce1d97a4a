// The Experiment's sample add-on in a real Thunderbird: the draft as it would be proposed lists the outgoing servers,
// hears of a failed send while its background sleeps, and shows what the server had said.
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCaseFile } from "./case-file.js";
import { installAddOn, waitUntilAsleep } from "./thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
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

let thunderbird: Thunderbird;
let hosts: readonly MailHost[];

/** The lines of the popup's two lists, once it has drawn them. */
function popupLists(): Promise<Readonly<Record<"servers" | "failures", readonly string[]>>> {
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
           const lists = { servers: lines("servers"), failures: lines("failures") };
           sendAsyncMessage("lab:lists", lists.servers.length && lists.failures.length ? lists : null);
         }\`) + ")()", false);
       });
     });`,
    id,
  );
}

describe.skipIf(!wanted)("the sample add-on", () => {
  beforeAll(async () => {
    execFileSync("node", ["src/build/draft.mjs"], { stdio: "pipe" });
    hosts = await startMailHosts(broken.world);
    const prefs = { ...profilePrefs(broken.profile), "extensions.background.idle.timeout": 1000 };
    thunderbird = await startThunderbird(newProfile("demo-add-on", userJs(prefs)));
    await prepareProfile(thunderbird, broken.profile);
    await installAddOn(thunderbird, resolve("dist/outgoing-servers-demo.xpi"), id);
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
    expect(lists.failures).toEqual([
      'alice@example.test → friend@elsewhere.test: 550 relay not permitted, at the step "rcpt"',
    ]);
  });
});
