// Who owns a host, as far as names tell: the registrable domain by the public suffix list. Which list, each bundle says
// (src/build): Thunderbird's own, or tldts.

import { registrable } from "#public-suffixes";

/** A suffix, an address and a name of one label own nothing but themselves. */
export function registrableDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, "");
  return registrable(name) ?? name;
}

export function sameOwner(left: string, right: string): boolean {
  return left === right || registrableDomain(left) === registrableDomain(right);
}

/** Anybody can register a name below it, "autoconfig" and "mail" among them: only its own host speaks for it. */
export function isPublicSuffix(domain: string): boolean {
  return registrable(domain.toLowerCase().replace(/\.$/, "")) === null;
}
