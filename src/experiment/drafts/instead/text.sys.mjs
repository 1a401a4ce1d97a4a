// Octets to text and back, in UTF-8.

export function encodeText(text) {
  return new TextEncoder().encode(text);
}

/** What is no UTF-8 becomes U+FFFD: the texts of replies may be in any charset. */
export function decodeText(octets) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets);
}

export function joinOctets(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
