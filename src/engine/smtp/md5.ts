// MD5 (RFC 1321) and HMAC-MD5 (RFC 2104), for CRAM-MD5 only: the engine computes it itself so that a password
// need not leave the session. Not for any other use.

import { joinOctets } from "../octets/text.js";

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** RFC 1321 §3.4: the integer part of 2^32 times |sin(i + 1)|. */
const sines = Array.from(
  { length: 64 },
  (_, index) => Math.floor(2 ** 32 * Math.abs(Math.sin(index + 1))) | 0,
);

export function md5(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(((message.length + 8) >> 6) * 64 + 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const words = new DataView(padded.buffer);
  words.setUint32(padded.length - 8, (message.length * 8) >>> 0, true);
  words.setUint32(padded.length - 4, Math.floor(message.length / 2 ** 29), true);
  let state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < padded.length; block += 64) {
    state = digestBlock(state, words, block);
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word, true);
  });
  return new Uint8Array(digest.buffer);
}

type State = readonly [number, number, number, number];

function digestBlock(state: State, words: DataView, block: number): State {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step++) {
    const [mixed, word] = mix(step, b, c, d);
    const sum = (a + mixed + (sines[step] ?? 0) + words.getInt32(block + word * 4, true)) | 0;
    const shift = shifts[(step >> 4) as 0 | 1 | 2 | 3][(step & 3) as 0 | 1 | 2 | 3];
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
}

/** The round's function of b, c and d, and which word of the block this step takes. */
function mix(step: number, b: number, c: number, d: number): readonly [number, number] {
  switch (step >> 4) {
    case 0:
      return [(b & c) | (~b & d), step];
    case 1:
      return [(d & b) | (~d & c), (5 * step + 1) & 15];
    case 2:
      return [b ^ c ^ d, (3 * step + 5) & 15];
    default:
      return [c ^ (b | ~d), (7 * step) & 15];
  }
}

export function hmacMd5(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? md5(key) : key);
  const padded = (pad: number): Uint8Array => block.map((octet) => octet ^ pad);
  return md5(joinOctets(padded(0x5c), md5(joinOctets(padded(0x36), message))));
}
