// Numbers of nsMsgSocketType and nsMsgAuthMethod ↔ the words of the API. Thunderbird's constants are read
// from the running program; only 0, which has no constant ("blank box"), is written out.

type Security = messenger.outgoingServers.Security;
type AuthMethod = messenger.outgoingServers.AuthMethod;

const socketTypes = Ci["nsMsgSocketType"] as Record<string, number>;
const authMethods = Ci["nsMsgAuthMethod"] as Record<string, number>;

const securityNames: readonly (readonly [Security, string])[] = [
  ["none", "plain"],
  ["starttls", "alwaysSTARTTLS"],
  ["tls", "SSL"],
];

const authMethodNames: readonly (readonly [AuthMethod, string])[] = [
  ["none", "none"],
  ["old", "old"],
  ["passwordCleartext", "passwordCleartext"],
  ["passwordEncrypted", "passwordEncrypted"],
  ["gssapi", "GSSAPI"],
  ["ntlm", "NTLM"],
  ["external", "External"],
  ["secure", "secure"],
  ["anything", "anything"],
  ["oauth2", "OAuth2"],
];

const unsetAuthMethod = 0;

/** An unknown number acts as plain in SmtpClient, so it is reported as what it does. */
export function securityOf(socketType: number): Security {
  return securityNames.find(([, constant]) => socketTypes[constant] === socketType)?.[0] ?? "none";
}

export function socketTypeOf(security: Security): number | undefined {
  const constant = securityNames.find(([name]) => name === security)?.[1];
  return constant === undefined ? undefined : socketTypes[constant];
}

export function authMethodOf(value: number): AuthMethod {
  if (value === unsetAuthMethod) {
    return "unset";
  }
  return authMethodNames.find(([, constant]) => authMethods[constant] === value)?.[0] ?? "unknown";
}

/** Undefined for `unknown`: a number without a name cannot be written. */
export function authMethodNumber(name: AuthMethod): number | undefined {
  if (name === "unset") {
    return unsetAuthMethod;
  }
  const constant = authMethodNames.find(([word]) => word === name)?.[1];
  return constant === undefined ? undefined : authMethods[constant];
}

export function isOAuth2(value: number): boolean {
  return value === authMethods["OAuth2"];
}

/** Whether an entry with this method signs in with its password, in whatever form. */
export function saysPassword(value: number): boolean {
  return ["passwordCleartext", "passwordEncrypted", "secure", "ntlm"].includes(authMethodOf(value));
}
