// Turns the profile of a case file into Thunderbird preferences: accounts, identities, outgoing servers.
// Numbers are Thunderbird's own (nsMsgAuthMethod, nsMsgSocketType).
import type { CaseProfile } from "../case-file.js";
import { quietPrefs } from "./quiet-prefs.js";
import type { Preferences } from "./user-js.js";

/** Every real profile has Local Folders, which hold the Outbox. */
const localFolders: Preferences = {
  "mail.account.account99.server": "server99",
  "mail.accountmanager.localfoldersserver": "server99",
  "mail.server.server99.type": "none",
  "mail.server.server99.name": "Local Folders",
  "mail.server.server99.hostname": "Local Folders",
  "mail.server.server99.userName": "nobody",
};

export const signInNumbers = {
  blank: 0,
  none: 1,
  password: 3,
  encrypted: 4,
  external: 7,
  anything: 9,
  oauth2: 10,
};
export const securityNumbers = { none: 0, starttls: 2, tls: 3 };

function accountPrefs(profile: CaseProfile): Preferences {
  const prefs: Record<string, string | number | boolean> = {};
  profile.accounts.forEach((account, index) => {
    const number = String(index + 1);
    const server = `mail.server.server${number}`;
    prefs[`mail.account.account${number}.server`] = `server${number}`;
    prefs[`mail.account.account${number}.identities`] = account.identities.map(({ key }) => key).join(",");
    prefs[`${server}.type`] = "imap";
    prefs[`${server}.name`] = account.incoming.userName;
    prefs[`${server}.hostname`] = account.incoming.host;
    prefs[`${server}.port`] = account.incoming.port ?? 993;
    prefs[`${server}.socketType`] = securityNumbers.tls;
    prefs[`${server}.authMethod`] = signInNumbers.password;
    prefs[`${server}.userName`] = account.incoming.userName;
    // The passwords are saved only after the start; prepare-profile.ts then checks the inbox.
    prefs[`${server}.login_at_startup`] = false;
    prefs[`${server}.check_new_mail`] = false;
    for (const identity of account.identities) {
      const key = `mail.identity.${identity.key}`;
      prefs[`${key}.useremail`] = identity.email;
      prefs[`${key}.fullName`] = identity.name ?? "Alice Example";
      prefs[`${key}.valid`] = true;
      prefs[`${key}.fcc`] = false;
      if (identity.outgoing !== undefined) prefs[`${key}.smtpServer`] = identity.outgoing;
    }
  });
  const names = profile.accounts.map((_, index) => `account${String(index + 1)}`);
  prefs["mail.accountmanager.accounts"] = [...names, "account99"].join(",");
  if (names.length > 0) prefs["mail.accountmanager.defaultaccount"] = "account1";
  return { ...localFolders, ...prefs };
}

/** The preferences of the outgoing servers alone, also what a company policy would lock. */
export function outgoingPrefs(profile: CaseProfile, keys: readonly string[]): Preferences {
  const prefs: Record<string, string | number | boolean> = {};
  for (const key of keys) {
    const entry = profile.outgoing[key];
    if (entry === undefined) continue;
    const name = `mail.smtpserver.${key}`;
    if (entry.type !== undefined) prefs[`${name}.type`] = entry.type;
    if (entry.type === "ews")
      prefs[`${name}.ews_url`] = `https://${entry.host ?? "ews.example.test"}/EWS/Exchange.asmx`;
    if (entry.host !== undefined) prefs[`${name}.hostname`] = entry.host;
    if (entry.port !== undefined) prefs[`${name}.port`] = entry.port;
    if (entry.security !== undefined) prefs[`${name}.try_ssl`] = securityNumbers[entry.security];
    if (entry.signIn !== undefined) prefs[`${name}.authMethod`] = signInNumbers[entry.signIn];
    if (entry.userName !== undefined) prefs[`${name}.username`] = entry.userName;
  }
  return prefs;
}

export function profilePrefs(profile: CaseProfile): Preferences {
  const keys = Object.keys(profile.outgoing);
  const first = profile.defaultOutgoing ?? keys[0];
  return {
    ...quietPrefs,
    ...accountPrefs(profile),
    ...outgoingPrefs(profile, keys),
    ...(keys.length > 0 ? { "mail.smtpservers": keys.join(",") } : {}),
    ...(first === undefined ? {} : { "mail.smtp.defaultserver": first }),
    ...(profile.prefs as Preferences | undefined),
  };
}
