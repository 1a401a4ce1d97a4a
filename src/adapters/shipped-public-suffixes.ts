// The public suffix list of the store edition, shipped with it (tldts): Thunderbird's own API for it is in the program,
// but not among those that the store takes. Half of the background's bytes, and the only library inside.

import { getDomain } from "tldts";
import { usePublicSuffixes } from "../engine/passwords/owner.js";

export function useShippedPublicSuffixes(): void {
  usePublicSuffixes((host) => getDomain(host, { allowPrivateDomains: true }));
}
