// Whether two host names belong to one owner, as far as names tell: the same registrable domain by the
// public suffix list (tldts). Names prove nothing; callers say "likely".

import { getDomain } from "tldts";

/** A name without a public suffix (a company's internal one) counts by its last two labels. */
export function registrableDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, "");
  return getDomain(name, { allowPrivateDomains: true }) ?? name.split(".").slice(-2).join(".");
}

export function sameOwner(left: string, right: string): boolean {
  return registrableDomain(left) === registrableDomain(right);
}
