// The add-on replaced in the middle of a change, while its journal says that a password is being put aside: by the next
// version, at Thunderbird's own daily check, and by an older one, from a file. Nothing is lost, and what was cut off is told once.
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { updateManifest } from "../../src/build/updates.mjs";
import { addOnFile } from "./add-on-file.js";
import { fail } from "./concurrency/part.js";
import { armKillSwitch, untilHeld } from "./kill/kill-switch.js";
import { isWanted, onScene, type Scene } from "./scene.js";
import { toldOnce, undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { composeIsOpen } from "./thunderbird/compose.js";
import { journalOf, settledJournal } from "./thunderbird/journal.js";
import { clickAction } from "./thunderbird/page.js";
import { snapshot } from "./thunderbird/settings.js";
import {
  anotherVersion,
  dailyCheck,
  installed,
  installVersion,
  untilRunning,
  updatePrefs,
} from "./thunderbird/updates.js";
import { startUpdateServer } from "./world/update-server.js";

type Replace = (scene: Scene, built: Uint8Array) => Promise<string>;

/** By the address in the manifest; answers the version that came. */
const update: Replace = async ({ thunderbird }, built) => {
  const next = anotherVersion(built);
  const { update_url: address = "" } = next.manifest.browser_specific_settings.gecko as {
    update_url?: string;
  };
  const url = new URL(address);
  const server = await startUpdateServer(url.hostname);
  try {
    const link = new URL("next.xpi", url).href;
    server.files.set(
      url.pathname,
      strToU8(JSON.stringify(updateManifest(next.manifest, next.file, link, null))),
    );
    server.files.set("/next.xpi", next.file);
    await dailyCheck(thunderbird);
    await expect
      .poll(async () => (await installed(thunderbird)).version, { timeout: 15_000 })
      .toBe(next.manifest.version);
  } finally {
    await server.stop();
  }
  return next.manifest.version;
};

const downgrade: Replace = async ({ thunderbird }, built) => {
  const older = anotherVersion(built, () => "0.0.1");
  await installVersion(thunderbird, older.file, "older.xpi");
  return older.manifest.version;
};

test.skipIf(!isWanted("update-amid")).each([
  ["update", 1, update],
  ["downgrade", 2, downgrade],
] as const)("%s in the middle of a change, at write %i of the journal", async (name, nth, replace) => {
  const own = `update-amid-${name}-${String(nth)}`;
  const base = "wrong-outgoing-password-right-incoming";
  await onScene({ name: own, base, prefs: updatePrefs }, async (scene) => {
    const { thunderbird, before, photograph } = scene;
    await fail(scene);
    await untilAction(thunderbird, "fix-and-send");
    await armKillSwitch(thunderbird, { kind: "journal", nth, at: "after" }, "hold");
    // The answer to the click goes with the background.
    void clickAction(thunderbird, "fix-and-send").catch(() => undefined);
    await untilHeld(thunderbird);
    expect((await journalOf(thunderbird))?.map(({ state }) => state)).not.toEqual(["kept"]);
    const version = await replace(scene, readFileSync(addOnFile()));
    expect(await installed(thunderbird)).toEqual({ version, active: true });
    await untilRunning(thunderbird, version);
    const journal = await settledJournal(thunderbird);
    await photograph("settled");
    const now = await snapshot(thunderbird);
    for (const { origin, userName, passwordHash } of before.logins) {
      expect(now.logins, "a saved log-in is lost").toContainEqual(
        expect.objectContaining({ origin, userName, passwordHash }),
      );
    }
    expect(await composeIsOpen(thunderbird), "the message").toBe(true);
    await toldOnce(thunderbird, journal);
    if (JSON.stringify(now) !== JSON.stringify(before)) await undoIsExact(thunderbird, before);
  });
});
