// What Thunderbird stores for an outgoing (SMTP) server, in its own vocabulary.
// Values are those of nsMsgSocketType and nsMsgAuthMethod; nothing here judges them.

/** How the connection is secured. Thunderbird's labels: None, STARTTLS, SSL/TLS. */
export type Security = "none" | "starttls" | "tls";

/**
 * The sign-in ("authentication") method as stored. `unset` is 0, shown by Thunderbird as a blank box;
 * `unknown` is any number that Thunderbird has no name for.
 */
export type SignIn =
  | "unset"
  | "none"
  | "old"
  | "password"
  | "encrypted-password"
  | "kerberos"
  | "ntlm"
  | "certificate"
  | "secure"
  | "any"
  | "oauth2"
  | "unknown";

/** The fields of one outgoing server that a fix may touch. */
export interface ServerSettings {
  readonly host: string;
  /** 0 where Thunderbird uses the default of the security: see `effectivePort`. */
  readonly port: number;
  readonly security: Security;
  readonly signIn: SignIn;
  readonly userName: string;
}

export type SettingField = keyof ServerSettings;

export const settingFields: readonly SettingField[] = ["host", "port", "security", "signIn", "userName"];

/** What somebody else may have changed meanwhile: a value, which entry is used, or who else uses it. */
export type ChangedField = SettingField | "server" | "users";

/** An entry of Thunderbird's list of outgoing servers. */
export interface OutgoingServer extends ServerSettings {
  readonly id: string;
  readonly type: "smtp";
  readonly description: string;
  readonly isDefault: boolean;
  /** Identities that send through this entry, by their own choice or because it is the default. */
  readonly identityIds: readonly string[];
  /** Fields that a company policy has locked. */
  readonly locked: readonly SettingField[];
  readonly savedPassword: SavedPassword;
  /** Fields that nobody could tell; they hold an empty value. Absent: all are known. */
  readonly notTold?: readonly SettingField[];
}

/** An entry of another kind (Exchange Web Services, Graph): never touched. */
export interface ForeignTypeServer {
  readonly id: string;
  readonly type: string;
  readonly description: string;
}

/** `locked`: the primary password has not been typed yet, so nobody can tell. */
export type SavedPassword = "yes" | "no" | "locked";

/** The server an account receives from: the best hint of what its outgoing server should be. */
export interface IncomingServer {
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly signIn: SignIn;
  readonly userName: string;
  readonly savedPassword: SavedPassword;
}

/** The port Thunderbird connects to (SmtpClient.connect: 465 for TLS, else 587). */
export function effectivePort(settings: Pick<ServerSettings, "port" | "security">): number {
  return settings.port || (settings.security === "tls" ? 465 : 587);
}

const methodsThatSignIn: readonly SignIn[] = [
  "password",
  "encrypted-password",
  "kerberos",
  "ntlm",
  "secure",
  "oauth2",
];

/** Whether Thunderbird signs in at all with this method; for the others it silently does not (SmtpClient). */
export function signsIn(method: SignIn): boolean {
  return methodsThatSignIn.includes(method);
}
