// What a profile needs from inside Thunderbird before the add-on comes: saved passwords and policy locks.
import type { CaseProfile } from "../case-file.js";
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

export async function prepareProfile(thunderbird: Thunderbird, profile: CaseProfile): Promise<void> {
  await saveLogins(thunderbird, profile);
  await lockPolicies(thunderbird, profile);
  await checkInboxes(thunderbird);
}
