// Which sign-in method fits what a server offers (RFC 4954 keywords), closest to the one wanted. Never away from
// OAuth2, and never from a password that is sent as it is to none: that is the user's to decide.

import { byPassword, type SignIn } from "../model/server-settings.js";

const keywordsOf: Readonly<Partial<Record<SignIn, readonly string[]>>> = {
  password: ["PLAIN", "LOGIN"],
  "encrypted-password": ["CRAM-MD5"],
  secure: ["CRAM-MD5", "XOAUTH2"],
  kerberos: ["GSSAPI"],
  ntlm: ["NTLM"],
  // Thunderbird speaks no OAUTHBEARER (RFC 7628).
  oauth2: ["XOAUTH2"],
};

export function isOffered(method: SignIn, offered: readonly string[]): boolean {
  return (keywordsOf[method] ?? []).some((keyword) => offered.includes(keyword));
}

/** Null where nothing that is offered can take the place of the method wanted. */
export function signInFor(wanted: SignIn, offered: readonly string[]): SignIn | null {
  if (isOffered(wanted, offered)) {
    return wanted;
  }
  const substitutes = byPassword.includes(wanted) ? byPassword : [];
  return substitutes.find((method) => isOffered(method, offered)) ?? null;
}
