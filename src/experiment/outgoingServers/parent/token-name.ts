// A name for an OAuth2 token in what is remembered of it: whether two are the same can be told by it, and not what they are.
// Tokens are long and made at random, so that a hash of one gives nothing away; of a password it would.

import { encodeText } from "../../../engine/octets/text.js";

interface GeckoHash {
  initWithString(algorithm: string): void;
  update(octets: Uint8Array, length: number): void;
  finish(asBase64: boolean): string;
}

export function tokenName(token: string): string {
  const hash = Cc["@mozilla.org/security/hash;1"]?.createInstance(Ci["nsICryptoHash"]) as GeckoHash;
  const octets = encodeText(token);
  hash.initWithString("sha256");
  hash.update(octets, octets.length);
  return `token ${hash.finish(true)}`;
}
