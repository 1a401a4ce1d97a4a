// Tells the engine where the public suffix list is: Thunderbird's own (nsIEffectiveTLDService).

import { usePublicSuffixes } from "../../../engine/passwords/owner.js";

export function usePublicSuffixesOfGecko(): void {
  usePublicSuffixes((host) => {
    try {
      return Services.eTLD.getBaseDomainFromHost(host);
    } catch {
      // A suffix itself, an address, a name of one label.
      return null;
    }
  });
}
