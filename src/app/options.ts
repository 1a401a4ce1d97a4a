// The user's options, in the lasting store. Look-ups are on in this edition: they are those of Thunderbird's own
// account set-up, by the domain, for the failing account only (DESIGN §5, "Privacy").

import type { LookUpSource, Store } from "../ports.js";
import type { Options } from "../protocol.js";

const key = "options";
const defaults: Options = { lookUpSettings: true };

export async function readOptions(store: Store): Promise<Options> {
  return { ...defaults, ...((await store.read(key)) as Partial<Options> | undefined) };
}

export async function writeOptions(store: Store, { lookUpSettings }: Options): Promise<Options> {
  await store.write(key, { lookUpSettings } satisfies Options);
  return readOptions(store);
}

/** Sources that ask nobody outside are always open. */
export function sourcesAllowed({ lookUpSettings }: Options): readonly LookUpSource[] {
  const onThisMachine: readonly LookUpSource[] = ["policy", "disk"];
  return lookUpSettings ? [...onThisMachine, "isp", "database", "mx", "srv"] : onThisMachine;
}
