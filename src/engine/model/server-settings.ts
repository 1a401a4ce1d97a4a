// What Thunderbird stores for an outgoing (SMTP) server, in its own vocabulary.
// Values are those of nsMsgSocketType and nsMsgAuthMethod; nothing here judges them.

import { aBoolean, aNumber, aText, listOf, oneOf, optional, record, type Of } from "./shape.js";

/** How the connection is secured. Thunderbird's labels: None, STARTTLS, SSL/TLS. */
export const security = oneOf("none", "starttls", "tls");
export type Security = Of<typeof security>;

/**
 * The sign-in ("authentication") method as stored. `unset` is 0, shown by Thunderbird as a blank box;
 * `unknown` is any number that Thunderbird has no name for.
 */
export const signIn = oneOf(
  "unset",
  "none",
  "old",
  "password",
  "encrypted-password",
  "kerberos",
  "ntlm",
  "certificate",
  "secure",
  "any",
  "oauth2",
  "unknown",
);
export type SignIn = Of<typeof signIn>;

const settings = {
  host: aText("host"),
  /** 0 where Thunderbird uses the default of the security: see `effectivePort`. */
  port: aNumber("port"),
  security,
  signIn,
  userName: aText("user-name"),
};

/** The fields of one outgoing server that a fix may touch. */
export const serverSettings = record(settings);
export type ServerSettings = Of<typeof serverSettings>;

export type SettingField = keyof ServerSettings;

export const settingFields = Object.keys(settings) as readonly SettingField[];

/** What somebody else may have changed meanwhile: a value, which entry is used, or who else uses it. */
export type ChangedField = SettingField | "server" | "users";

/** `locked`: the primary password has not been typed yet, so nobody can tell. */
export const savedPassword = oneOf("yes", "no", "locked");
export type SavedPassword = Of<typeof savedPassword>;

/** An entry of Thunderbird's list of outgoing servers. */
export const outgoingServer = record({
  ...settings,
  id: aText("key"),
  type: oneOf("smtp"),
  description: aText("own-words"),
  isDefault: aBoolean,
  /** Identities that send through this entry, by their own choice or because it is the default. */
  identityIds: listOf(aText("key")),
  /** Fields that a company policy has locked. */
  locked: listOf(oneOf(...settingFields)),
  savedPassword,
  /** Fields that nobody could tell; they hold an empty value. Absent: all are known. */
  notTold: optional(listOf(oneOf(...settingFields))),
});
export type OutgoingServer = Of<typeof outgoingServer>;

/** The server an account receives from: the best hint of what its outgoing server should be. */
export const incomingServer = record({
  ...settings,
  type: aText("term"),
  savedPassword,
  /** Ids of those of the account's outgoing servers for which the same password is saved. Absent: nobody could tell. */
  samePasswordAs: optional(listOf(aText("key"))),
});
export type IncomingServer = Of<typeof incomingServer>;

/** The port Thunderbird connects to (SmtpClient.connect: 465 for TLS, else 587). */
export function effectivePort(settings: Pick<ServerSettings, "port" | "security">): number {
  return settings.port || (settings.security === "tls" ? 465 : 587);
}

/** By a password that is kept for this very purpose. */
export const byPassword: readonly SignIn[] = ["password", "encrypted-password"];

const methodsThatSignIn: readonly SignIn[] = [...byPassword, "kerberos", "ntlm", "secure", "oauth2"];

/** Whether Thunderbird signs in at all with this method; for the others it silently does not (SmtpClient). */
export function signsIn(method: SignIn): boolean {
  return methodsThatSignIn.includes(method);
}
