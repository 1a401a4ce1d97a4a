// Another version of the built add-on, and how Thunderbird comes to it: by its own daily check, or from a file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { updateManifest } from "../../../src/build/updates.mjs";
import { labDirectory } from "../world/lab-directory.js";
import { installAddOn } from "./add-on.js";
import type { Thunderbird } from "./thunderbird.js";

type Manifest = Parameters<typeof updateManifest>[0];

/** The built edition again, as a later version (`.1`), or under one that is named. */
export function anotherVersion(
  file: Uint8Array,
  version: (built: string) => string = (built) => `${built}.1`,
): { readonly manifest: Manifest; readonly file: Uint8Array } {
  const files = unzipSync(file);
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())) as Manifest;
  const next = { ...manifest, version: version(manifest.version) };
  return { manifest: next, file: zipSync({ ...files, "manifest.json": strToU8(JSON.stringify(next)) }) };
}

/** What Thunderbird does by itself once a day. */
export async function dailyCheck(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManagerPrivate } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     await AddonManagerPrivate.backgroundUpdateCheck();`,
  );
}

export async function untilNothingIsInstalling(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const over = [AddonManager.STATE_DOWNLOAD_FAILED, AddonManager.STATE_INSTALL_FAILED, AddonManager.STATE_INSTALLED,
       AddonManager.STATE_CANCELLED];
     await until("the installation to end", 10000, async () =>
       (await AddonManager.getAllInstalls()).every(({ state }) => over.includes(state)));`,
  );
}

export function installed(thunderbird: Thunderbird): Promise<{ version: string; active: boolean }> {
  return thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const { version, isActive } = await AddonManager.getAddonByID(args[0]);
     return { version, active: isActive };`,
    thunderbird.addOnId,
  );
}

/** As by hand from a file; Thunderbird takes an older version, too. */
export async function installVersion(
  thunderbird: Thunderbird,
  file: Uint8Array,
  name: string,
): Promise<void> {
  const path = join(labDirectory(), name);
  writeFileSync(path, file);
  await installAddOn(thunderbird, path);
}

/** The version before it has ended, and this one has started. */
export async function untilRunning(thunderbird: Thunderbird, version: string): Promise<void> {
  await thunderbird.run(
    `await until("that version at work", 20000, () => {
       const extension = WebExtensionPolicy.getByID(args[0])?.extension;
       return extension?.version == args[1] && ["running", "stopped"].includes(extension.backgroundState);
     });`,
    thunderbird.addOnId,
    version,
  );
}

/** Updates are looked for, from servers whose authority is the lab's. */
export const updatePrefs = {
  "extensions.update.enabled": true,
  // The lab's certificate authority is not one of those built in.
  "extensions.update.requireBuiltInCerts": false,
  "extensions.install.requireBuiltInCerts": false,
  "extensions.update.interval": 86_400,
};
