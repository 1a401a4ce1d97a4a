// The answer to a CRAM-MD5 challenge (RFC 2195 §2): user name and keyed digest of the challenge.

import { decodeBase64, encodeBase64 } from "../octets/base64.sys.mjs";
import { encodeText } from "../octets/text.sys.mjs";

/** `challenge` as sent after 334. One that is not base 64 gets "*", which cancels (RFC 4954 §4). */
export function cramMd5Response(userName, password, challenge) {
  const { MailCryptoUtils } = ChromeUtils.importESModule("resource:///modules/MailCryptoUtils.sys.mjs");
  const message = decodeBase64(challenge.trim());
  if (message === null) {
    return "*";
  }
  const digest = MailCryptoUtils.hmacMd5(encodeText(password), message);
  return encodeBase64(encodeText(`${userName} ${digest.toHex()}`));
}
