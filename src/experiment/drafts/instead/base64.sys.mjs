// Base 64, as SMTP AUTH uses it.

export function encodeBase64(octets) {
  return octets.toBase64();
}

/** Null where `text` is not base 64. */
export function decodeBase64(text) {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return null;
  }
}
