// Which encoding the octets of an XML file are in (XML 1.0 appendix F, as far as settings files need it): the byte
// order mark, else the declaration, else UTF-8. The decoding itself is the adapter's.

/** A label as the Encoding Standard's TextDecoder takes it; the caller falls back to UTF-8 for an unknown one. */
export function xmlEncoding(octets: Uint8Array): string {
  const [first, second] = octets;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00)) {
    return "utf-16le";
  }
  if ((first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c)) {
    return "utf-16be";
  }
  const start = String.fromCharCode(...octets.subarray(0, 128));
  const declared =
    /^<\?xml[^>]{0,100}?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][\w.-]{0,39})["']/.exec(start);
  const label = (declared?.[1] ?? "utf-8").toLowerCase();
  // What could be read as ASCII is not UTF-16, whatever it says of itself.
  return label.startsWith("utf-16") ? "utf-8" : label;
}
