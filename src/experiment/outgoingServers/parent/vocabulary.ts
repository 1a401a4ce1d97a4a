// Numbers of nsMsgSocketType and nsMsgAuthMethod ↔ the words of the API. Thunderbird's constants are read
// from the running program; only 0, which has no constant ("blank box"), is written out.

type Security = messenger.outgoingServers.Security;
type AuthMethod = messenger.outgoingServers.AuthMethod;

const socketTypes = Ci["nsMsgSocketType"] as Record<string, number>;
const authMethods = Ci["nsMsgAuthMethod"] as Record<string, number>;

const securities: Readonly<Record<Security, number | undefined>> = {
  none: socketTypes["plain"],
  starttls: socketTypes["alwaysSTARTTLS"],
  tls: socketTypes["SSL"],
};

const signIns: Readonly<Record<AuthMethod, number | undefined>> = {
  unset: 0,
  none: authMethods["none"],
  old: authMethods["old"],
  passwordCleartext: authMethods["passwordCleartext"],
  passwordEncrypted: authMethods["passwordEncrypted"],
  gssapi: authMethods["GSSAPI"],
  ntlm: authMethods["NTLM"],
  external: authMethods["External"],
  secure: authMethods["secure"],
  anything: authMethods["anything"],
  oauth2: authMethods["OAuth2"],
  unknown: undefined,
};

function wordFor<Word extends string>(
  words: Readonly<Record<Word, number | undefined>>,
  value: number,
): Word | undefined {
  return (Object.keys(words) as Word[]).find((word) => words[word] === value);
}

/** An unknown number acts as plain in SmtpClient, so it is reported as what it does. */
export function securityOf(socketType: number): Security {
  return wordFor(securities, socketType) ?? "none";
}

export function socketTypeOf(security: Security): number | undefined {
  return securities[security];
}

export function authMethodOf(value: number): AuthMethod {
  return wordFor(signIns, value) ?? "unknown";
}

/** Undefined for `unknown`: a number without a name cannot be written. */
export function authMethodNumber(name: AuthMethod): number | undefined {
  return signIns[name];
}

export function isOAuth2(value: number): boolean {
  return value === signIns.oauth2;
}

/** Whether an entry with this method signs in with its password, in whatever form. */
export function saysPassword(value: number): boolean {
  return ["passwordCleartext", "passwordEncrypted", "secure", "ntlm"].includes(authMethodOf(value));
}
