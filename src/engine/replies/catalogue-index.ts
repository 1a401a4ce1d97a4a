// The index of the catalogue's phrases. What ships has it ready made (build/index-made-before.mjs): reading 63 kB of patterns
// took a third of the time from a failed send to its verdict.

import { catalogue } from "./catalogue.js";
import { indexOf } from "./phrase-index.js";
import type { PhraseIndex } from "./phrases-in.js";

export function catalogueIndex(): PhraseIndex {
  return indexOf(catalogue);
}
