// The public suffix list of the store edition, shipped with it (tldts): Thunderbird's own API for it is in the program,
// but not among those that the store takes. Half of the background's bytes, and the only library inside. The command line
// and the tests have it too (package.json, "imports").

import { getDomain } from "tldts";

export function registrable(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}
