// What users do to saved passwords by hand, and what is saved, in Thunderbird's own log-in manager.
import type { Thunderbird } from "./thunderbird.js";

/** Every password for sending through `host`, "in use: …" or "put aside: …". The lab's passwords are nobody's. */
export function passwordsFor(thunderbird: Thunderbird, host: string): Promise<readonly string[]> {
  return thunderbird.run<readonly string[]>(
    `const logins = (await Services.logins.getAllLogins()).filter(({ origin }) => origin == "smtp://" + args[0]);
     return logins.map(one => (one.httpRealm == one.origin ? "in use: " : "put aside: ") + one.password).sort();`,
    host,
  );
}

const inUse = `const login = (await Services.logins.getAllLogins())
  .find(({ origin, httpRealm }) => origin == "smtp://" + args[0] && httpRealm == origin);`;

/** As *Saved Passwords*, *Edit* does. */
export async function editPassword(thunderbird: Thunderbird, host: string, password: string): Promise<void> {
  await thunderbird.run(
    `${inUse}
     const edited = login.clone();
     edited.password = args[1];
     await Services.logins.modifyLoginAsync(login, edited);`,
    host,
    password,
  );
}

/** As *Saved Passwords*, *Remove* does to the line of a password that was put aside. */
export async function removeWhatIsAside(thunderbird: Thunderbird, host: string): Promise<void> {
  await thunderbird.run(
    `for (const login of await Services.logins.getAllLogins())
       if (login.origin == "smtp://" + args[0] && login.httpRealm != login.origin) await Services.logins.removeLoginAsync(login);`,
    host,
  );
}

const token = `const token = Cc["@mozilla.org/security/internalkeytoken;1"].createInstance(Ci.nsIPKCS11Token);`;

/** A Primary Password as after the next start: set, and not typed yet. `before`: the one until now. */
export async function lockPasswords(thunderbird: Thunderbird, primary: string, before = ""): Promise<void> {
  await thunderbird.run(
    `${token}
     if (args[0] != args[1]) await token.changePassword(args[1], args[0]);
     await token.logout();
     if (Services.logins.isLoggedIn) throw new Error("not locked");`,
    primary,
    before,
  );
}
