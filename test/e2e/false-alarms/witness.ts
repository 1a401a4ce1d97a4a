// Another add-on beside ours, made on the spot: it hears what Thunderbird tells every add-on of the end of a send or
// save, and stops sends whose subject says so, as add-ons that remind or delay do.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

const id = "witness@lab.test";
export const stopped = "(stop this)";

/** `onAfterSend` or `onAfterSave` as an add-on is told of it. */
export interface Told {
  readonly mode: string;
  readonly error: string | null;
  readonly headerMessageId: string | null;
}

export async function installWitness(thunderbird: Thunderbird): Promise<void> {
  const directory = join(thunderbird.profile, "witness");
  mkdirSync(directory);
  writeFileSync(
    join(directory, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Witness",
      version: "1",
      browser_specific_settings: { gecko: { id } },
      background: { scripts: ["background.js"] },
      permissions: ["compose", "storage", "accountsRead", "messagesRead"],
    }),
  );
  writeFileSync(
    join(directory, "background.js"),
    `messenger.compose.onBeforeSend.addListener((tab, { subject }) => ({ cancel: subject.includes("${stopped}") }));
     const hear = async (tab, { mode, error = null, headerMessageId = null }) => {
       const { ends = [] } = await messenger.storage.session.get("ends");
       await messenger.storage.session.set({ ends: [...ends, { mode, error, headerMessageId }] });
     };
     messenger.compose.onAfterSend.addListener(hear);
     messenger.compose.onAfterSave.addListener(hear);`,
  );
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const directory = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
     directory.initWithPath(args[0]);
     await AddonManager.installTemporaryAddon(directory);`,
    directory,
  );
}

/** What an add-on keeps in its session storage, also while its background sleeps; undefined where nothing is kept. */
export function keptInSession(thunderbird: Thunderbird, key: string, addOn = id): Promise<unknown> {
  return thunderbird.run(
    `const { extensionStorageSession } = ChromeUtils.importESModule("resource://gre/modules/ExtensionStorage.sys.mjs");
     const kept = extensionStorageSession.get(WebExtensionPolicy.getByID(args[0]).extension, args[1])[args[1]];
     return kept?.deserialize ? kept.deserialize(globalThis, true) : kept;`,
    addOn,
    key,
  );
}

export async function heard(thunderbird: Thunderbird): Promise<readonly Told[]> {
  return ((await keptInSession(thunderbird, "ends")) ?? []) as readonly Told[];
}
