// No password, token or message leaves Thunderbird through the add-on: planted ones are driven through what users and
// servers do, then searched for wherever the add-on, or anything it causes, could have left them. A last secret is leaked
// on purpose into each of these places, and must be found there.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { all, leaked, profile, secrets, world } from "./secrets/cast.js";
import {
  clipboard,
  consoleLines,
  emptyClipboard,
  keepsMessages,
  leakIntoPage,
  leakIntoProgram,
  leakIntoStorage,
  profileFiles,
  storage,
} from "./secrets/channels.js";
import {
  extensionProcess,
  keepInBackground,
  memoryOf,
  textsInMemory,
  walksObjects,
} from "./secrets/memory.js";
import { hitsIn, hitsInOctets, type Secret } from "./secrets/planted.js";
import { pageNow, seenPages, watchPages } from "./secrets/seen-pages.js";
import { installAddOn } from "./thunderbird/add-on.js";
import { composeIsOpen, openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { clickAction, readPage, typePassword, waitForState } from "./thunderbird/page.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { camera } from "./thunderbird/screenshot.js";
import { newProfile } from "./thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "./thunderbird/thunderbird.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { userJs } from "./thunderbird/user-js.js";
import { deliveries } from "./world/deliveries.js";
import type { MailHost } from "./world/mail-host.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";
import { issuer } from "./world/token-server.js";

const filters = (process.env["LAB_FILTER"] ?? "").split(" ");
const isWanted = filters.some((filter) => "secrets".includes(filter));

describe.runIf(isWanted)("planted secrets", () => {
  let thunderbird: Thunderbird;
  let hosts: readonly MailHost[];
  const reports: Record<string, string> = {};
  const photograph = camera("dist/lab/secrets");

  beforeAll(async () => {
    hosts = await startMailHosts(world);
    thunderbird = await startThunderbird(newProfile("secrets", userJs(profilePrefs(profile))));
    await prepareProfile(thunderbird, profile);
    // A refresh token that is like no other text, and with it every access token.
    await thunderbird.run(
      `const [login] = await Services.logins.searchLoginsAsync({ origin: "oauth://" + args[0] });
       const changed = login.clone();
       changed.password = args[1];
       await Services.logins.modifyLoginAsync(login, changed);`,
      issuer,
      secrets.refresh.text,
    );
    await installAddOn(thunderbird, addOnFile());
    await watchPages(thunderbird);
  });
  afterAll(async () => {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  });

  afterEach(async () => {
    if (isRunning) await closeWindow();
  });

  async function refused(identity: string): Promise<void> {
    await openCompose(thunderbird, {
      identity,
      to: "friend@elsewhere.test",
      subject: `Lab: ${secrets.subject.text}`,
      body: `${secrets.body.text}\n`,
    });
    await pressSend(thunderbird);
    const never = (): Promise<boolean> => Promise.resolve(false);
    await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
  }

  async function offered(action: string): Promise<void> {
    await expect
      .poll(async () => (await readPage(thunderbird))?.actions, { timeout: 15_000 })
      .toContain(action);
  }

  async function copyReport(of: string): Promise<void> {
    if (!((await readPage(thunderbird))?.actions ?? []).includes("copy-report")) {
      await clickAction(thunderbird, "details");
      await offered("copy-report");
    }
    await emptyClipboard(thunderbird);
    await clickAction(thunderbird, "copy-report");
    await expect.poll(() => clipboard(thunderbird)).toMatch(/^Relay Doctor for Thunderbird: report/);
    reports[`the report of ${of}`] = await clipboard(thunderbird);
    await photograph(of.replaceAll(" ", "-"));
  }

  let isRunning = true;
  async function quit(): Promise<void> {
    isRunning = false;
    await thunderbird.run(`setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit), 50);`);
    await thunderbird.ended;
  }

  async function closeWindow(): Promise<void> {
    await thunderbird.run(`
      const w = Services.wm.getMostRecentWindow("msgcompose");
      if (!w) return;
      w.gMsgCompose.bodyModified = false;
      w.gContentChanged = false;
      w.close();
      await until("the window to close", 5000, () => w.closed);`);
  }

  test("a server repeats the saved password, then a mistyped one, in its refusals of the log-in", async () => {
    await refused("id1");
    await waitForState(thunderbird, ["problem"], 20_000);
    await copyReport("a repeated password");
    await clickAction(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["need-input"], 20_000);
    await typePassword(thunderbird, secrets.mistyped.text);
    await clickAction(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["fixing"], 5_000).catch(() => undefined);
    await waitForState(thunderbird, ["need-input"], 20_000);
    expect(hitsIn({ "the page": await pageNow(thunderbird) }, all)).toEqual([]);
    await copyReport("a mistyped password");
  });

  test("a server takes the password, and repeats it when it refuses the recipient", async () => {
    await refused("id2");
    await waitForState(thunderbird, ["need-input", "problem", "settings-fine"], 20_000);
    await copyReport("a password repeated later");
  });

  test("a server repeats the OAuth2 token that Thunderbird itself has told it", async () => {
    await refused("id6");
    await waitForState(thunderbird, ["problem", "settings-fine", "need-input"], 20_000);
    expect((await readPage(thunderbird))?.serverText, "what the server said").toContain("***");
    await copyReport("a token repeated to Thunderbird");
  });

  test("a server repeats an OAuth2 token", async () => {
    await refused("id4");
    await waitForState(thunderbird, ["problem"], 20_000);
    await offered("fix-and-send");
    await clickAction(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["failed"], 20_000);
    await copyReport("a repeated token");
  });

  test("a saved password is copied to another server, one that was typed is saved, and that is undone", async () => {
    await refused("id3");
    await offered("fix-and-send");
    await clickAction(thunderbird, "fix-and-send");
    await expect.poll(() => deliveries(hosts).length, { timeout: 15_000 }).toBe(1);
    await expect.poll(() => composeIsOpen(thunderbird), { timeout: 10_000 }).toBe(false);
    await refused("id5");
    await waitForState(thunderbird, ["need-input"], 20_000);
    await typePassword(thunderbird, secrets.typed.text);
    await clickAction(thunderbird, "show-password");
    await clickAction(thunderbird, "fix-and-send");
    await expect.poll(() => deliveries(hosts).length, { timeout: 15_000 }).toBe(2);
    await expect.poll(() => composeIsOpen(thunderbird), { timeout: 10_000 }).toBe(false);
    await pressToolbarButton(thunderbird);
    await offered("undo");
    await clickAction(thunderbird, "undo");
    await offered("details");
    await photograph("undone");
    await clickAction(thunderbird, "details");
    await offered("history");
    await clickAction(thunderbird, "history");
    // The page that was pressed has an "undo" of its own, and closes a little later.
    await expect
      .poll(async () => (await readPage(thunderbird))?.actions ?? ["history"], { timeout: 10_000 })
      .not.toContain("history");
    await offered("undo");
    await clickAction(thunderbird, "undo");
    await expect
      .poll(async () => (await readPage(thunderbird))?.actions, { timeout: 10_000 })
      .not.toContain("undo");
    await photograph("history");
  });

  /** Everything that can be read while Thunderbird runs, by its place. */
  async function places(): Promise<Readonly<Record<string, string>>> {
    const numbered = (what: string, texts: readonly string[]): Record<string, string> =>
      Object.fromEntries(
        texts.map((text, index) => [`${what} ${String(index)}: ${text.slice(0, 80)}`, text]),
      );
    const lines = await consoleLines(thunderbird);
    return {
      ...numbered(
        "console line",
        lines.flatMap(({ isThunderbirds, text }) => (isThunderbirds ? [] : [text])),
      ),
      ...numbered("page", await seenPages(thunderbird)),
      ...(await storage(thunderbird)),
      ...(walksObjects ? await textsInMemory(thunderbird) : {}),
      ...reports,
      "the open page": await pageNow(thunderbird),
      "the clipboard": await clipboard(thunderbird),
    };
  }

  async function hitsInProcess(wanted: readonly Secret[]): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const { name, octets } of memoryOf(await extensionProcess(thunderbird))) {
      for (const hit of hitsInOctets(`the extensions' process, ${name}`, octets, wanted)) found.add(hit);
      if (found.size >= wanted.length) break;
    }
    return [...found];
  }

  test("what was repeated is in the lines that Thunderbird itself logs, where the search finds every form of it", async () => {
    const lines = (await consoleLines(thunderbird)).filter(({ isThunderbirds }) => isThunderbirds);
    const hits = hitsIn({ "Thunderbird's own lines": lines.map(({ text }) => text).join("\n") }, all);
    for (const { name } of [secrets.saved, secrets.repeatedLater])
      for (const form of ["as it is", "a half of it", "percent-encoded", "base 64", "a log-in"])
        expect(hits).toContain(`${name}, ${form}, in Thunderbird's own lines`);
  });

  test("no place of the running program holds one", async () => {
    expect((await seenPages(thunderbird)).length).toBeGreaterThan(10);
    expect(hitsIn(await places(), all)).toEqual([]);
  });

  // Not looked for there: a message's subject, which Thunderbird tells every add-on as the window's title.
  const typed = [secrets.mistyped, secrets.typed];
  const neverTyped = all.filter((secret) => secret.kind !== "message" && !typed.includes(secret));

  test("what was never typed on a page is nowhere in the memory of the process that pages run in", async () => {
    expect(await hitsInProcess(neverTyped)).toEqual([]);
  });

  test("nor after Thunderbird was closed and started again, with a page open", async () => {
    // The history's tab would come again, and with it a toolbar without our button.
    await thunderbird.run(`
      const tabmail = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
      tabmail.closeOtherTabs(tabmail.tabInfo[0]);`);
    await quit();
    thunderbird = await startThunderbird(thunderbird.profile);
    isRunning = true;
    await watchPages(thunderbird);
    await pressToolbarButton(thunderbird);
    await offered("details");
    await photograph("started-again");
    expect(hitsIn(await places(), all)).toEqual([]);
    expect(await hitsInProcess(all)).toEqual([]);
  });

  test("a secret leaked on purpose is found in every one of these places", async () => {
    await leakIntoPage(thunderbird, leaked.text);
    await leakIntoStorage(thunderbird, leaked.text);
    if (walksObjects) await keepInBackground(thunderbird, leaked.text);
    await leakIntoProgram(thunderbird, leaked.text);
    await photograph("leaked");
    const hits = hitsIn(await places(), [leaked]).join("\n");
    for (const place of [
      "console line",
      "page",
      "the open page",
      "storage.local",
      "storage.session",
      ...(walksObjects ? ["memory of /_generated_background_page.html"] : []),
      "the clipboard",
    ])
      expect(hits, `the search of ${place}`).toContain(`${leaked.name}, as it is, in ${place}`);
    expect(await hitsInProcess([leaked])).not.toEqual([]);
  });

  test("no file of the profile holds one, but for Thunderbird's own folders and index; the leaked one is found", async () => {
    await quit();
    const files = Object.entries(profileFiles(thunderbird.profile));
    const hits = files.flatMap(([path, octets]) =>
      hitsInOctets(path, octets, keepsMessages(path) ? all.filter(({ kind }) => kind !== "message") : all),
    );
    expect(hits).toEqual([]);
    const foundIn = files.flatMap(([path, octets]) => hitsInOctets(path, octets, [leaked]));
    expect(foundIn).toContain(`${leaked.name} in prefs.js`);
    expect(foundIn.join("\n"), "storage.local on the disk").toMatch(/in storage\/default\/moz-extension/);
  });
});
