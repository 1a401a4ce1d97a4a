// The answer to a CRAM-MD5 challenge (RFC 2195 §2): user name and keyed digest of the challenge.

import { decodeBase64, encodeBase64 } from "../octets/base64.js";
import { hmacMd5 } from "./md5.js";
import { encodeText } from "../octets/text.js";

/** `challenge` as sent after 334. One that is not base 64 gets "*", which cancels (RFC 4954 §4). */
export function cramMd5Response(userName: string, password: string, challenge: string): string {
  const message = decodeBase64(challenge.trim());
  if (message === null) {
    return "*";
  }
  const digest = [...hmacMd5(encodeText(password), message)]
    .map((octet) => octet.toString(16).padStart(2, "0"))
    .join("");
  return encodeBase64(encodeText(`${userName} ${digest}`));
}
