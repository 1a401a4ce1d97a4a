// Whether two host names belong to one owner, as far as names tell: the same registrable domain by the public
// suffix list. The list comes from outside the engine: Thunderbird's own, or tldts (adapters/*-public-suffixes.ts).
// Names prove nothing; callers say "likely".

/**
 * The part of a host name that someone can register, private suffixes (github.io) counted as suffixes; null for an
 * address, a suffix itself, and a name that ends in no known suffix.
 */
export type PublicSuffixes = (host: string) => string | null;

let registrable: PublicSuffixes = () => {
  throw new Error("usePublicSuffixes was not called");
};

/** Once, by whoever starts the engine. No default: without the list "co.uk" would be one owner. */
export function usePublicSuffixes(given: PublicSuffixes): void {
  registrable = given;
}

/** A name without a public suffix (a company's internal one) counts by its last two labels, an address as a whole. */
export function registrableDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, "");
  return registrable(name) ?? (isAddress(name) ? name : name.split(".").slice(-2).join("."));
}

export function sameOwner(left: string, right: string): boolean {
  return registrableDomain(left) === registrableDomain(right);
}

function isAddress(name: string): boolean {
  return name.includes(":") || /^\[?\d{1,3}(?:\.\d{1,3}){3}\]?$/.test(name);
}
