// The parts of an e-mail address (RFC 5321 §4.1.2).

/** In lower case; the whole text where it has no "@". */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
