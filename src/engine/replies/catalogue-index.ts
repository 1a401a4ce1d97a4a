// The index of the catalogue's phrases. What ships has it ready made (build/index-made-before.mjs): reading 63 kB of
// patterns took 128 of the 250 ms from a failed send to its first verdict, on a busy machine.

import { catalogue } from "./catalogue.js";
import { indexOf } from "./phrase-index.js";
import type { PhraseIndex } from "./phrases-in.js";

export function catalogueIndex(): PhraseIndex {
  return indexOf(catalogue);
}
