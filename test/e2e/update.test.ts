// From one version of the full edition to the next, as at the user's: Thunderbird's own daily check asks the address in
// the manifest and takes only the file that the update manifest's hash is of. A change that can be undone, and the
// password that it put aside, live through the update and through the way back.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { updateManifest } from "../../src/build/updates.mjs";
import { addOnFile } from "./add-on-file.js";
import { fail, untilGone } from "./concurrency/part.js";
import { isWanted, onScene } from "./scene.js";
import { installAddOn } from "./thunderbird/add-on.js";
import { undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { clickAction } from "./thunderbird/page.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { labDirectory } from "./world/lab-directory.js";
import { startUpdateServer } from "./world/update-server.js";

type Manifest = Parameters<typeof updateManifest>[0];

/** The built edition again, as a later version. */
function nextVersion(file: Uint8Array): { readonly manifest: Manifest; readonly file: Uint8Array } {
  const files = unzipSync(file);
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())) as Manifest;
  const next = { ...manifest, version: `${manifest.version}.1` };
  return { manifest: next, file: zipSync({ ...files, "manifest.json": strToU8(JSON.stringify(next)) }) };
}

/** What Thunderbird does by itself once a day. */
async function dailyCheck(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManagerPrivate } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     await AddonManagerPrivate.backgroundUpdateCheck();`,
  );
}

async function untilNothingIsInstalling(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const over = [AddonManager.STATE_DOWNLOAD_FAILED, AddonManager.STATE_INSTALL_FAILED, AddonManager.STATE_INSTALLED,
       AddonManager.STATE_CANCELLED];
     await until("the installation to end", 10000, async () =>
       (await AddonManager.getAllInstalls()).every(({ state }) => over.includes(state)));`,
  );
}

function installed(thunderbird: Thunderbird): Promise<{ version: string; active: boolean }> {
  return thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const { version, isActive } = await AddonManager.getAddonByID(args[0]);
     return { version, active: isActive };`,
    thunderbird.addOnId,
  );
}

const stage = {
  name: "update",
  base: "wrong-outgoing-password-right-incoming",
  prefs: {
    "extensions.update.enabled": true,
    // The lab's certificate authority is not one of those built in.
    "extensions.update.requireBuiltInCerts": false,
    "extensions.install.requireBuiltInCerts": false,
    "extensions.update.interval": 86_400,
  },
};

test.skipIf(!isWanted("update"))(
  "update: Thunderbird takes the next version by its hash alone, and nothing that can be undone is lost",
  () =>
    onScene(stage, async (scene) => {
      const { thunderbird, before, photograph } = scene;
      const built = readFileSync(addOnFile());
      const next = nextVersion(built);
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
        const old = join(labDirectory(), "old.xpi");
        writeFileSync(old, built);
        await installAddOn(thunderbird, old);
        expect(await installed(thunderbird)).toEqual({ version, active: true });
        await undoIsExact(thunderbird, before);
        await photograph("undone");
      } finally {
        await server.stop();
      }
    }),
);
