// A Primary Password that has not been typed yet: *Fix* brings Thunderbird's own question for it. Cancelled, nothing has
// changed, and the same click can be made again; answered, the fix goes on. Locked again, Undo puts the settings back and
// says what is left to do.
import { expect } from "vitest";
import { fail, partsOf, untilGone } from "./concurrency/part.js";
import { closePages } from "./concurrency/windows.js";
import { openHistory, untilAction } from "./thunderbird/afterwards.js";
import { answerQuestion, openDialog } from "./thunderbird/dialogs.js";
import { clickAction, readPage } from "./thunderbird/page.js";
import { askForPrimaryPassword, lockPasswords } from "./thunderbird/saved-passwords.js";
import { settingsOf, snapshot } from "./thunderbird/settings.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { commands } from "./world/commands.js";
import { settledDeliveries } from "./world/deliveries.js";

const primary = "primary-Secret-0";

/** Thunderbird's question, once it is there. */
async function asked(thunderbird: Thunderbird): Promise<void> {
  await expect
    .poll(async () => (await openDialog(thunderbird))?.kind, { timeout: 10_000 })
    .toBe("promptPassword");
}

partsOf("primary-password")("asked for, cancelled, then typed", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, before, photograph } = scene;
  await lockPasswords(thunderbird, primary);
  await fail(scene);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await asked(thunderbird);
  await photograph("asked");
  await answerQuestion(thunderbird, null);
  await expect
    .poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 })
    .toContain("Nothing was changed: Thunderbird needs your Primary Password first.");
  await photograph("cancelled");
  expect(await settingsOf(thunderbird)).toEqual(before.prefs);
  expect(commands(hosts).filter(({ verb }) => verb === "AUTH")).toEqual([]);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await asked(thunderbird);
  await answerQuestion(thunderbird, primary);
  await untilGone(thunderbird);
  expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
  await lockPasswords(thunderbird, primary, primary);
  await closePages(thunderbird);
  await openHistory(thunderbird);
  await untilAction(thunderbird, "undo");
  await clickAction(thunderbird, "undo");
  await expect
    .poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 })
    .toContain("the saved password can be put back once you have entered your Primary Password");
  await photograph("not-undone-completely");
  expect(await settingsOf(thunderbird)).toEqual(before.prefs);
  await askForPrimaryPassword(thunderbird);
  await asked(thunderbird);
  await answerQuestion(thunderbird, primary);
  await clickAction(thunderbird, "undo");
  await expect.poll(() => snapshot(thunderbird), { timeout: 10_000 }).toEqual(before);
});
