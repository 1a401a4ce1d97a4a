// A Primary Password that has not been typed yet: *Fix* brings Thunderbird's own question for it. Cancelled, nothing has
// changed, and the same click can be made again; answered, the fix goes on.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { fail, partsOf, undoAll, untilGone } from "./concurrency/part.js";
import { untilAction } from "./thunderbird/afterwards.js";
import { answerQuestion, openDialog } from "./thunderbird/dialogs.js";
import { clickAction, readPage } from "./thunderbird/page.js";
import { lockPasswords } from "./thunderbird/saved-passwords.js";
import { settingsOf } from "./thunderbird/settings.js";
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
  await sleep(300);
  await undoAll(scene, 1);
});
