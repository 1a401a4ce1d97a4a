// The public suffix list of the full edition: Thunderbird's own (API `publicSuffix`).

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Thunderbird's types are namespaces, and lack this one
  namespace messenger.publicSuffix {
    /** Throws for what is no host name. */
    function getDomain(hostname: string, options: { allowUnknownSuffix: boolean }): string | null;
  }
}

/** Taken at once, so that a Thunderbird without it fails then and not by naming the wrong owners. */
const { getDomain } = messenger.publicSuffix;

export function registrable(host: string): string | null {
  try {
    return getDomain(host, { allowUnknownSuffix: true });
  } catch {
    // Names come from servers too: what is no name has no owner.
    return null;
  }
}
