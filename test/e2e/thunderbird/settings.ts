// The truth about settings, read past the add-on: preferences bit for bit, saved log-ins, and what Thunderbird
// would really use for an identity.
import { securityNumbers, signInNumbers } from "./profile.js";
import type { Thunderbird } from "./thunderbird.js";

export interface SavedLogin {
  readonly origin: string;
  /** Thunderbird looks for the origin itself here; any other realm is a log-in put aside. */
  readonly realm: string;
  readonly userName: string;
  /** SHA-256, so that no password gets into a test report. */
  readonly passwordHash: string;
}

export interface Snapshot {
  readonly prefs: Readonly<Record<string, string | number | boolean>>;
  readonly logins: readonly SavedLogin[];
}

const preferences = `
    const branch = Services.prefs.getBranch("");
    const read = { [branch.PREF_INT]: "getIntPref", [branch.PREF_BOOL]: "getBoolPref", [branch.PREF_STRING]: "getStringPref" };
    const names = branch.getChildList("mail.").filter(name =>
      /^mail\\.(smtpserver\\.|smtpservers$|smtp\\.defaultserver$|identity\\..*\\.smtpServer$)/.test(name));
    const prefs = {};
    for (const name of names.sort()) {
      if (branch.prefHasUserValue(name) || branch.prefIsLocked(name)) prefs[name] = branch[read[branch.getPrefType(name)]](name);
    }`;

/** Every outgoing-server preference and every assignment of an identity; what is locked away is not asked for. */
export function settingsOf(thunderbird: Thunderbird): Promise<Snapshot["prefs"]> {
  return thunderbird.run<Snapshot["prefs"]>(`${preferences} return prefs;`);
}

/** The same, and every saved log-in. */
export function snapshot(thunderbird: Thunderbird): Promise<Snapshot> {
  return thunderbird.run<Snapshot>(`${preferences}
    const hash = async text => {
      const digest = Cc["@mozilla.org/security/hash;1"].createInstance(Ci.nsICryptoHash);
      digest.init(Ci.nsICryptoHash.SHA256);
      const bytes = [...unescape(encodeURIComponent(text))].map(c => c.charCodeAt(0));
      digest.update(bytes, bytes.length);
      return digest.finish(true);
    };
    const logins = [];
    for (const login of await Services.logins.getAllLogins()) {
      logins.push({ origin: login.origin, realm: login.httpRealm, userName: login.username, passwordHash: await hash(login.password) });
    }
    logins.sort((a, b) => (a.origin + a.realm + a.userName < b.origin + b.realm + b.userName ? -1 : 1));
    return { prefs, logins };`);
}

export interface EffectiveSettings {
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly signIn: string;
  readonly userName: string;
}

function wordOf(words: Readonly<Record<string, number>>, number: number): string {
  return Object.keys(words).find((word) => words[word] === number) ?? String(number);
}

/** What Thunderbird uses for each identity; identities without a usable SMTP server are missing. */
export async function effectiveSettings(
  thunderbird: Thunderbird,
): Promise<Readonly<Record<string, EffectiveSettings>>> {
  type Raw = Omit<EffectiveSettings, "security" | "signIn"> & { security: number; signIn: number };
  const raw = await thunderbird.run<Record<string, Raw>>(`
    const found = {};
    for (const identity of MailServices.accounts.allIdentities) {
      try {
        const server = MailServices.outgoingServer.getServerByIdentity(identity).QueryInterface(Ci.nsISmtpServer);
        found[identity.key] = { host: server.hostname, port: server.port, security: server.socketType,
          signIn: server.authMethod, userName: server.username };
      } catch {}
    }
    return found;`);
  return Object.fromEntries(
    Object.entries(raw).map(([key, entry]) => [
      key,
      {
        ...entry,
        security: wordOf(securityNumbers, entry.security),
        signIn: wordOf(signInNumbers, entry.signIn),
      },
    ]),
  );
}
