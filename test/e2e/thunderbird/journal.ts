// The add-on's record of its changes, read in its own storage: what the background keeps over the end of everything.
import { setTimeout as sleep } from "node:timers/promises";
import { access } from "./page.js";
import type { Thunderbird } from "./thunderbird.js";

export interface Recorded {
  readonly state: string;
  readonly told: boolean;
  readonly steps: readonly { readonly kind: string }[];
}

/** Null while the background does not answer. */
export function journalOf(thunderbird: Thunderbird): Promise<readonly Recorded[] | null> {
  return thunderbird.run<readonly Recorded[] | null>(
    `${access}
     const background = findView(view => view.viewType == "background");
     return background && inPage(background, \`
       const area = content.wrappedJSObject.messenger.storage.local;
       return new Promise(resolve => area.get("journal")
         .then(Cu.exportFunction(all => resolve(JSON.parse(JSON.stringify(Cu.waiveXrays(all).journal ?? []))), content)));\`);`,
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
