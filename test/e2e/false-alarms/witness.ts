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
      // Never asleep, which would delay every send.
      manifest_version: 2,
      name: "Witness",
      version: "1",
      browser_specific_settings: { gecko: { id } },
      background: { scripts: ["background.js"] },
      permissions: ["compose", "storage", "accountsRead", "messagesRead"],
    }),
  );
  writeFileSync(
    join(directory, "background.js"),
    `// Last in the row: Thunderbird tells one add-on after the other and waits for each, and that would delay ours.
     messenger.compose.onBeforeSend.addListener(async (tab, { subject }) => {
       messenger.compose.onAfterSend.removeListener(hear);
       messenger.compose.onAfterSend.addListener(hear);
       // Answered only when Thunderbird has made the change.
       await messenger.runtime.getPlatformInfo();
       return { cancel: subject.includes("${stopped}") };
     });
     const ends = [];
     const hear = (tab, { mode, error = null, headerMessageId = null }) => {
       ends.push({ mode, error, headerMessageId });
       messenger.storage.session.set({ ends });
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
