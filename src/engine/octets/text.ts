// Octets to text and back. By hand because the engine has no TextDecoder; invalid UTF-8 becomes U+FFFD,
// one for each octet that cannot be part of a character, as reply texts may be in any charset.

/** UTF-8 of `text`; lone surrogates become U+FFFD. */
export function encodeText(text: string): Uint8Array {
  const octets = encodeURIComponent(text.toWellFormed()).match(/%..|./g) ?? [];
  return Uint8Array.from(octets, (octet) =>
    octet.length === 1 ? octet.charCodeAt(0) : Number.parseInt(octet.slice(1), 16),
  );
}

export function decodeText(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length;) {
    const { point, length } = characterAt(octets, at);
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

interface Character {
  readonly point: number;
  readonly length: number;
}

const replacement: Character = { point: 0xfffd, length: 1 };

function characterAt(octets: Uint8Array, at: number): Character {
  const first = octets[at] ?? 0;
  if (first < 0x80) {
    return { point: first, length: 1 };
  }
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) {
    return replacement;
  }
  let point = first & (0x7f >> length);
  for (let next = 1; next < length; next++) {
    const octet = octets[at + next] ?? 0;
    if ((octet & 0xc0) !== 0x80) {
      return replacement;
    }
    point = (point << 6) | (octet & 0x3f);
  }
  const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return point < shortest || isSurrogate(point) || point > 0x10ffff ? replacement : { point, length };
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

export function joinOctets(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
