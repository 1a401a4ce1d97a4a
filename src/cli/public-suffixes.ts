// The public suffix list under Node, for the command line and the tests: tldts, which follows the published list.

import { getDomain } from "tldts";

/** See `PublicSuffixes`. */
export function publicSuffixes(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}
