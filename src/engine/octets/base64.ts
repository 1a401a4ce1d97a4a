// Base 64 (RFC 4648 §4), as SMTP AUTH and mails use it. By hand because the engine has no `btoa`.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function encodeBase64(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length; at += 3) {
    const group = ((octets[at] ?? 0) << 16) | ((octets[at + 1] ?? 0) << 8) | (octets[at + 2] ?? 0);
    const characters = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 0x3f));
    text += characters.slice(0, octets.length - at + 1).join("");
  }
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** Null where `text` is not base 64. */
export function decodeBase64(text: string): Uint8Array | null {
  const digits = text.replace(/={0,2}$/, "");
  const isWhole = text.length % 4 === 0 && digits.length % 4 !== 1;
  return isWhole && /^[a-z0-9+/]*$/i.test(digits) ? Uint8Array.from(octetsOfBase64(digits)) : null;
}

const values = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

/** What is no base 64 in it is skipped, as mail programs do. */
export function octetsOfBase64(text: string): readonly number[] {
  const octets: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = values.get(letter);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      octets.push((bits >> held) & 0xff);
    }
  }
  return octets;
}
