// The public suffix list of the full edition: Thunderbird's own (API `publicSuffix`).

import { usePublicSuffixes } from "../engine/passwords/owner.js";

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Thunderbird's types are namespaces, and lack this one
  namespace messenger.publicSuffix {
    /** Throws for what is no host name. */
    function getDomain(hostname: string, options: { allowUnknownSuffix: boolean }): string | null;
  }
}

export function useThunderbirdsPublicSuffixes(): void {
  // Taken here, so that a Thunderbird without it fails at once and not by naming the wrong owners.
  const { getDomain } = messenger.publicSuffix;
  usePublicSuffixes((host) => {
    try {
      return getDomain(host, { allowUnknownSuffix: true });
    } catch {
      // Names come from servers too: what is no name has no owner.
      return null;
    }
  });
}
