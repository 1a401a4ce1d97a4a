// The add-on's record of its changes, read in its own storage: what the background keeps over the end of everything.
import { setTimeout as sleep } from "node:timers/promises";
import type { Thunderbird } from "./thunderbird.js";

export interface Recorded {
  readonly state: string;
  readonly told: boolean;
  readonly steps: readonly { readonly kind: string }[];
}

/** Read past the background, which sleeps where there is nothing to settle. Null while the add-on has not been started. */
export function journalOf(thunderbird: Thunderbird): Promise<readonly Recorded[] | null> {
  return thunderbird.run<readonly Recorded[] | null>(
    `const extension = WebExtensionPolicy.getByID(args[0])?.extension;
     if (!extension) return null;
     const { ExtensionStorageIDB } =
       ChromeUtils.importESModule("resource://gre/modules/ExtensionStorageIDB.sys.mjs");
     const db = await ExtensionStorageIDB.open(ExtensionStorageIDB.getStoragePrincipal(extension), false);
     const { journal } = await db.get("journal");
     return JSON.parse(JSON.stringify(journal ?? []));`,
    thunderbird.addOnId,
  );
}

/** The journal once nothing in it is under way. */
export async function settledJournal(thunderbird: Thunderbird): Promise<readonly Recorded[]> {
  let last: readonly Recorded[] | null = null;
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    last = await journalOf(thunderbird);
    if (last?.every(({ state }) => state !== "pending" && state !== "made") === true) return last;
    await sleep(100);
  }
  throw new Error(`the journal is not at rest: ${JSON.stringify(last)}`);
}
