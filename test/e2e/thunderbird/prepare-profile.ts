// What a profile needs from inside Thunderbird before the add-on comes: saved passwords and policy locks.
import { readFileSync } from "node:fs";
import type { CaseProfile } from "../case-file.js";
import { certificateFor } from "../world/certificates.js";
import { hosts } from "../world/hosts.js";
import { issuer, refreshTokens, scope, tokenHost } from "../world/token-server.js";
import { passwords } from "../world/users.js";
import { outgoingPrefs } from "./profile.js";
import type { Thunderbird } from "./thunderbird.js";

async function saveLogins(thunderbird: Thunderbird, profile: CaseProfile): Promise<void> {
  const logins = profile.logins.map(({ origin, userName, password }) => {
    const known = password ?? passwords[userName];
    if (known === undefined) throw new Error(`no mailbox ${userName}: give the log-in a password`);
    return { origin, userName, password: known };
  });
  await thunderbird.run(
    `for (const { origin, userName, password } of args[0]) {
       const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
       login.init(origin, null, origin, userName, password, "", "");
       await Services.logins.addLoginAsync(login);
     }`,
    logins,
  );
}

/** A policy sets the default value and locks it; the user's own value no longer counts. */
async function lockPolicies(thunderbird: Thunderbird, profile: CaseProfile): Promise<void> {
  const locked = Object.keys(profile.outgoing).filter((key) => profile.outgoing[key]?.locked === true);
  await thunderbird.run(
    `const defaults = Services.prefs.getDefaultBranch("");
     for (const [name, value] of Object.entries(args[0])) {
       if (typeof value == "number") defaults.setIntPref(name, value);
       else defaults.setStringPref(name, value);
       Services.prefs.lockPref(name);
     }`,
    outgoingPrefs(profile, locked),
  );
}

/** The inboxes are really read, so that the incoming side is logged in as in a running program. */
async function checkInboxes(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`
    const passwords = await Services.logins.getAllLogins();
    for (const server of MailServices.accounts.allServers) {
      if (server.type != "imap" || !passwords.some(login => login.origin == "imap://" + server.hostName)) continue;
      server.performExpand(null);
      await until("the inbox of " + server.hostName, 10000, () =>
        server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox));
    }`);
}

/** As an add-on registers a provider, with a permission given earlier. */
async function giveProvider(thunderbird: Thunderbird, { oauth2 }: CaseProfile): Promise<void> {
  if (oauth2 === undefined) return;
  const { hosts: names, userName, saved } = oauth2;
  const provider = {
    name: issuer,
    clientId: "lab",
    clientSecret: "lab",
    authorizationEndpoint: `https://${tokenHost}/authorize`,
    tokenEndpoint: `https://${tokenHost}/token`,
    redirectionEndpoint: "https://localhost/",
  };
  const token = saved === undefined ? null : `${refreshTokens[saved]}${userName}`;
  await thunderbird.run(
    `const { OAuth2Providers } = ChromeUtils.importESModule("resource:///modules/OAuth2Providers.sys.mjs");
     const [provider, names, scope, userName, token] = args;
     OAuth2Providers.registerProvider(provider, names, scope);
     if (token == null) return;
     const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
     login.init("oauth://" + provider.name, null, scope, userName, token, "", "");
     await Services.logins.addLoginAsync(login);`,
    provider,
    names,
    scope,
    userName,
    token,
  );
}

/** As Thunderbird's dialog "Add Security Exception" stores it: for host, port and the certificate shown there. */
async function storeExceptions(thunderbird: Thunderbird, profile: CaseProfile): Promise<void> {
  const exceptions = (profile.exceptions ?? []).map(({ host, port }) => {
    const known = hosts.find(({ name }) => name === host);
    if (known === undefined) throw new Error(`no host ${host} in world/hosts.ts`);
    const { certificate } = certificateFor({ ...known, certificate: "self-signed" });
    return { host, port, der: readFileSync(certificate, "utf8").replace(/-----[^-]+-----|\s/g, "") };
  });
  await thunderbird.run(
    `const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
     const overrides = Cc["@mozilla.org/security/certoverride;1"].getService(Ci.nsICertOverrideService);
     for (const { host, port, der } of args[0])
       overrides.rememberValidityOverride(host, port, {}, database.constructX509FromBase64(der), false);`,
    exceptions,
  );
}

export async function prepareProfile(thunderbird: Thunderbird, profile: CaseProfile): Promise<void> {
  await saveLogins(thunderbird, profile);
  await lockPolicies(thunderbird, profile);
  await storeExceptions(thunderbird, profile);
  await giveProvider(thunderbird, profile);
  if (profile.inboxesUnread !== true) await checkInboxes(thunderbird);
}
