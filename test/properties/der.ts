// The part of a certificate's DER that names hosts (RFC 5280 §4.2.1.6), among other octets.

const header = (tag: number, length: number): readonly number[] =>
  length < 0x80
    ? [tag, length]
    : length < 0x100
      ? [tag, 0x81, length]
      : [tag, 0x82, length >> 8, length & 0xff];

function element(tag: number, content: readonly number[]): readonly number[] {
  return [...header(tag, content.length), ...content];
}

export function derWithNames(names: readonly string[]): Uint8Array {
  const list = names.flatMap((name) => element(0x82, [...Buffer.from(name)]));
  const value = element(0x04, element(0x30, list));
  // keyUsage before, and something after: not only names are in there.
  return Uint8Array.from([0x06, 0x03, 0x55, 0x1d, 0x0f, 0x06, 0x03, 0x55, 0x1d, 0x11, ...value, 0x30, 0x00]);
}
