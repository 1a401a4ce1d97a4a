// Undo, where a password has a life of its own since the change: edited by the user, wanted by another entry, put aside and
// removed by hand, changed once more by us. What is newer stays in use, and the page says so.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { fail, partsOf, untilGone } from "./concurrency/part.js";
import { closePages } from "./concurrency/windows.js";
import type { Scene } from "./scene.js";
import { openHistory, untilAction } from "./thunderbird/afterwards.js";
import { clickAction, clickOn, readPage } from "./thunderbird/page.js";
import { editPassword, passwordsFor, removeWhatIsAside } from "./thunderbird/saved-passwords.js";
import { snapshot } from "./thunderbird/settings.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";

const part = partsOf("newer-password");
const host = "mail.example.test";
const own = "alice-Secret-1";

/** The message is refused, mended and sent, and no page is open any more. */
async function mended(scene: Scene): Promise<void> {
  const { thunderbird } = scene;
  await fail(scene);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await untilGone(thunderbird);
  await closePages(thunderbird);
}

/** A change made within seconds is taken for part of ours. */
async function aWhileLater(): Promise<void> {
  await sleep(5_500);
}

/** Undo in the history, of the nth newest change; the page's words then. */
async function undone(thunderbird: Thunderbird, nth: number, says: string): Promise<void> {
  await untilAction(thunderbird, "undo");
  await clickOn(thunderbird, `.entries > :nth-child(${String(nth)}) button[data-action="undo"]`);
  await expect.poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 }).toContain(says);
}

part("edited by the user since", "wrong-outgoing-password-right-incoming", async (scene) => {
  const { thunderbird, before, photograph } = scene;
  await mended(scene);
  expect(await passwordsFor(thunderbird, host)).toEqual([`in use: ${own}`, "put aside: old-Secret-0"]);
  await aWhileLater();
  await editPassword(thunderbird, host, "newer-Secret-0");
  await openHistory(thunderbird);
  await undone(thunderbird, 1, "it was changed since, so the newer one stays in use");
  await photograph("undone");
  expect(await passwordsFor(thunderbird, host)).toEqual([
    "in use: newer-Secret-0",
    "put aside: old-Secret-0",
  ]);
  expect((await snapshot(thunderbird)).prefs).toEqual(before.prefs);
});

part("another entry signs in with it by now", "sign-in-none", async (scene) => {
  const { thunderbird, before, photograph } = scene;
  await mended(scene);
  const key = await thunderbird.run<string>(
    `const entry = MailServices.outgoingServer.createServer("smtp").QueryInterface(Ci.nsISmtpServer);
     entry.hostname = args[0];
     entry.username = args[1];
     entry.port = 465;
     entry.socketType = Ci.nsMsgSocketType.SSL;
     entry.authMethod = Ci.nsMsgAuthMethod.passwordCleartext;
     return entry.key;`,
    host,
    "alice@example.test",
  );
  await openHistory(thunderbird);
  await undone(thunderbird, 1, "another outgoing server signs in with it too, so it stays in use");
  await photograph("undone");
  expect(await passwordsFor(thunderbird, host)).toEqual([`in use: ${own}`]);
  const { prefs } = await snapshot(thunderbird);
  const ofTheOther = (name: string): boolean => name.startsWith(`mail.smtpserver.${key}.`);
  const rest = Object.entries(prefs).filter(([name]) => !ofTheOther(name));
  expect(Object.fromEntries(rest)).toEqual({ ...before.prefs, "mail.smtpservers": `smtp1,${key}` });
});

part("the one put aside was removed by the user", "wrong-outgoing-password-right-incoming", async (scene) => {
  const { thunderbird, before, photograph } = scene;
  await mended(scene);
  await removeWhatIsAside(thunderbird, host);
  await openHistory(thunderbird);
  await undone(thunderbird, 1, "the old one is not among your saved passwords any more");
  await photograph("undone");
  expect(await passwordsFor(thunderbird, host)).toEqual([`in use: ${own}`]);
  expect((await snapshot(thunderbird)).prefs).toEqual(before.prefs);
});

part("two changes, the older one undone first", "wrong-outgoing-password-right-incoming", async (scene) => {
  const { thunderbird, before, photograph } = scene;
  await mended(scene);
  await aWhileLater();
  await editPassword(thunderbird, host, "wrong-Secret-0");
  await mended(scene);
  const aside = ["put aside: old-Secret-0", "put aside: wrong-Secret-0"];
  expect(await passwordsFor(thunderbird, host)).toEqual([`in use: ${own}`, ...aside]);
  await openHistory(thunderbird);
  await undone(thunderbird, 2, "it was changed since, so the newer one stays in use");
  await photograph("older-undone");
  expect(await passwordsFor(thunderbird, host)).toEqual([`in use: ${own}`, ...aside]);
  await undone(thunderbird, 1, "Undone. Your settings are back to what they were.");
  await photograph("both-undone");
  expect(await passwordsFor(thunderbird, host)).toEqual([
    "in use: wrong-Secret-0",
    "put aside: old-Secret-0",
  ]);
  expect((await snapshot(thunderbird)).prefs).toEqual(before.prefs);
});
