// Who owns a host, as far as names tell: the registrable domain by the public suffix list. The list comes from outside the
// engine: Thunderbird's own, or tldts (adapters/*-public-suffixes.ts, the Experiment's public-suffixes.ts).

/**
 * The part of a host name that someone can register, private suffixes (github.io) counted as suffixes and the last label
 * of an unlisted name as one; null for an address, a suffix itself, and a name of one label.
 */
export type PublicSuffixes = (host: string) => string | null;

let registrable: PublicSuffixes = () => {
  throw new Error("usePublicSuffixes was not called");
};

/** Once, by whoever starts the engine. No default: without the list "co.uk" would be one owner. */
export function usePublicSuffixes(given: PublicSuffixes): void {
  registrable = given;
}

/** A suffix, an address and a name of one label own nothing but themselves. */
export function registrableDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, "");
  return registrable(name) ?? name;
}

export function sameOwner(left: string, right: string): boolean {
  return registrableDomain(left) === registrableDomain(right);
}

/** Anybody can register a name below it, "autoconfig" and "mail" among them: only its own host speaks for it. */
export function isPublicSuffix(domain: string): boolean {
  return registrable(domain.toLowerCase().replace(/\.$/, "")) === null;
}
