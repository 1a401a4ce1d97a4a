// From one version of the full edition to the next, as at the user's: Thunderbird's own daily check asks the address in
// the manifest and takes only the file that the update manifest's hash is of. A change that can be undone, and the
// password that it put aside, live through the update and through the way back.
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { updateManifest } from "../../src/build/updates.mjs";
import { addOnFile } from "./add-on-file.js";
import { fail, untilGone } from "./concurrency/part.js";
import { isWanted, onScene } from "./scene.js";
import { undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { clickAction } from "./thunderbird/page.js";
import {
  anotherVersion,
  dailyCheck,
  installed,
  installVersion,
  untilNothingIsInstalling,
  updatePrefs,
} from "./thunderbird/updates.js";
import { startUpdateServer } from "./world/update-server.js";

const stage = { name: "update", base: "wrong-outgoing-password-right-incoming", prefs: updatePrefs };

test.skipIf(!isWanted("update"))(
  "update: Thunderbird takes the next version by its hash alone, and nothing that can be undone is lost",
  () =>
    onScene(stage, async (scene) => {
      const { thunderbird, before, photograph } = scene;
      const built = readFileSync(addOnFile());
      const next = anotherVersion(built);
      const { version } = await installed(thunderbird);
      const updateUrl = new URL(
        (next.manifest.browser_specific_settings.gecko as { update_url?: string }).update_url ?? "",
      );
      const server = await startUpdateServer(updateUrl.hostname);
      try {
        await fail(scene);
        await untilAction(thunderbird, "fix-and-send");
        await clickAction(thunderbird, "fix-and-send");
        await untilGone(thunderbird);
        const link = new URL("next.xpi", updateUrl).href;
        const offer = (file: Uint8Array): void => {
          const updates = updateManifest(next.manifest, file, link, null);
          server.files.set(updateUrl.pathname, strToU8(JSON.stringify(updates)));
        };

        // Somebody has put another file in its place.
        offer(built);
        server.files.set("/next.xpi", next.file);
        await dailyCheck(thunderbird);
        await expect.poll(() => server.asked, { timeout: 10_000 }).toEqual([updateUrl.pathname, "/next.xpi"]);
        await untilNothingIsInstalling(thunderbird);
        expect(await installed(thunderbird), "a file of another hash").toEqual({ version, active: true });

        offer(next.file);
        await dailyCheck(thunderbird);
        await expect
          .poll(() => installed(thunderbird), { timeout: 10_000 })
          .toEqual({ version: next.manifest.version, active: true });
        await photograph("updated");

        // And back, as somebody does who finds the new one worse.
        await installVersion(thunderbird, built, "old.xpi");
        expect(await installed(thunderbird)).toEqual({ version, active: true });
        await undoIsExact(thunderbird, before);
        await photograph("undone");
      } finally {
        await server.stop();
      }
    }),
);
