// Copies a saved log-in from one server to another inside Thunderbird: the password is never handed to a page.
// A log-in is found by origin and user name; ports do not count (SmtpServer: `smtp://host`).

import { mayReceivePassword, ownLogIn } from "./credential-rules.js";
import { logInRead } from "./log-ins-read.js";
import { mailServices, entriesFor, identityOf, smtpServer } from "./mail-services.js";
import { logInsOnDisk, storeKeepsTimes } from "./on-disk.js";
import { provenLogIn } from "./operations.js";
import { securityOf } from "./vocabulary.js";

type CopiedPassword = messenger.outgoingServers.CopiedPassword;
type PasswordSource = messenger.outgoingServers.PasswordSource;

export function smtpOrigin(host: string): string {
  return originOf("smtp", host);
}

/** nsIMsgIncomingServer.serverURI's scheme: "mailbox" for POP, "imap" for IMAP. */
export function incomingOrigin(server: GeckoIncomingServer): string {
  return originOf(server.type === "pop3" ? "mailbox" : server.type, server.hostname);
}

function originOf(scheme: string, host: string): string {
  return `${scheme}://${host.includes(":") ? `[${host}]` : host}`;
}

/** Never prompts: with a primary password not yet typed the answer is `locked`. */
export async function savedPassword(
  origin: string,
  username: string,
): Promise<messenger.outgoingServers.SavedPassword> {
  if (!Services.logins.isLoggedIn) {
    return "locked";
  }
  return (await logInRead(origin, username)) === null ? "no" : "yes";
}

export async function findLogin(origin: string, username: string): Promise<GeckoLogin | null> {
  const logins = await Services.logins.searchLoginsAsync({ origin, httpRealm: origin });
  return logins.find((login) => login.username === username) ?? null;
}

/** Names a saved log-in as it is now, without its password: another word for it once that is changed. */
export function asItIs(login: GeckoLogin): string {
  const { guid, timePasswordChanged } = metaOf(login);
  return `${guid} ${String(timePasswordChanged)}`;
}

export function isLocked(): boolean {
  return !Services.logins.isLoggedIn;
}

/**
 * Thunderbird's own prompt for the primary password; false where the user cancels it. A search among the log-ins does
 * not do: without a hit nothing is decrypted, and nobody is asked.
 */
export async function unlock(): Promise<boolean> {
  try {
    const token = Cc["@mozilla.org/security/internalkeytoken;1"]?.createInstance(
      Ci["nsIPKCS11Token"],
    ) as GeckoToken;
    await token.login();
  } catch {
    // The user has cancelled the prompt.
    return false;
  }
  return Services.logins.isLoggedIn;
}

export async function savedLogIn(from: PasswordSource): Promise<GeckoLogin | null> {
  if (from.outgoingServerId != null) {
    const server = smtpServer(from.outgoingServerId);
    return server === null ? null : findLogin(smtpOrigin(server.hostname), server.username);
  }
  const incoming = mailServices().accounts.getAccount(from.incomingAccountId ?? "")?.incomingServer ?? null;
  return incoming === null ? null : findLogin(incomingOrigin(incoming), incoming.username);
}

/** What is to be copied: whose, for which identity, and under which name. */
export interface Copy {
  readonly from: PasswordSource;
  readonly toServerId: string;
  readonly identityId: string;
  readonly credentialId: string;
}

/**
 * A log-in that the target already has stays, unless the new one was proven: then the old one is put aside inside the
 * log-in manager, under a realm that Thunderbird does not look for, until it is taken back. `credentialId` names what
 * is added, the new log-in or the one put aside; the caller has written it down before.
 */
export async function copyPassword(copy: Copy, extensionId: string): Promise<CopiedPassword> {
  if (isLocked()) {
    return "locked";
  }
  const { from, credentialId } = copy;
  const target = smtpServer(copy.toServerId);
  const source = target === null ? null : await permittedLogIn(copy, target, extensionId);
  if (target === null || source === null) {
    return "none-saved";
  }
  if (source === "withheld") {
    return "withheld";
  }
  const origin = smtpOrigin(target.hostname);
  const { username } = target;
  const existing = await findLogin(origin, username);
  if (existing !== null && (existing.password === source.password || from.proofId == null)) {
    return "already-saved";
  }
  if (existing === null) {
    await addLogin(newLogin(origin, origin, username, source.password), credentialId);
  } else {
    // Asked before anything is written: a store that cannot be asked is not changed.
    const keepsTimes = await storeKeepsTimes();
    const realm = asideRealm(origin, credentialId, metaOf(existing).guid);
    const aside = newLogin(origin, realm, username, existing.password);
    // The one put aside tells when the other was changed by us: an edit at any other time is not ours.
    const changedAt = Date.now();
    metaOf(aside).timeCreated = changedAt;
    metaOf(aside).timePasswordChanged = metaOf(existing).timePasswordChanged;
    await addLogin(aside, credentialId);
    await changePassword(existing, source.password, changedAt, keepsTimes);
    forgetInMemory(target.hostname, username);
  }
  await logInsOnDisk();
  return "copied";
}

/** A proven log-in may be saved for what it was proven with, a saved one where the credential rules let it go. */
async function permittedLogIn(
  { from, identityId }: Copy,
  target: GeckoSmtpServer,
  extensionId: string,
): Promise<{ readonly password: string } | "withheld" | null> {
  if (from.proofId != null) {
    const proven = provenLogIn(from.proofId);
    const same =
      proven?.hostname.toLowerCase() === target.hostname.toLowerCase() && proven.username === target.username;
    return proven === null || same ? proven : "withheld";
  }
  const identity = identityOf(identityId);
  const own = identity === null ? null : ownLogIn(from, identity);
  const { hostname, username } = target;
  const to = { hostname, username, security: securityOf(target.socketType) };
  const allowed =
    identity !== null &&
    own !== null &&
    mayReceivePassword(to, own, identity, { extensionId, agreed: null }) === "allowed";
  return allowed ? await savedLogIn(from) : "withheld";
}

/**
 * Another password for a saved log-in, with the time that it is to bear: never another time, not for a moment, or a crash
 * would leave a change that looks like somebody else's. Where the store writes its own at a change (`keepsTimes`), the log-in
 * is taken out and put in again. Should Thunderbird end in between, the one put aside still has the old password and the
 * name it was saved under, and `removePassword` puts it back.
 */
export async function changePassword(
  login: GeckoLogin,
  password: string,
  timePasswordChanged: number,
  keepsTimes: boolean,
): Promise<void> {
  if (keepsTimes) {
    await Services.logins.modifyLoginAsync(login, changesTo(password, timePasswordChanged));
    return;
  }
  const { guid, timeCreated } = metaOf(login);
  const again = newLogin(login.origin, login.origin, login.username, password);
  Object.assign(metaOf(again), { guid, timeCreated, timePasswordChanged });
  await Services.logins.removeLoginAsync(login);
  await Services.logins.addLoginAsync(again);
}

function changesTo(password: string, timePasswordChanged: number): unknown {
  const bag = Cc["@mozilla.org/hash-property-bag;1"]?.createInstance(
    Ci["nsIWritablePropertyBag"],
  ) as GeckoPropertyBag;
  bag.setProperty("password", password);
  bag.setProperty("timePasswordChanged", timePasswordChanged);
  return bag;
}

async function addLogin(login: GeckoLogin, credentialId: string): Promise<void> {
  metaOf(login).guid = credentialId;
  await Services.logins.addLoginAsync(login);
}

export function metaOf(login: GeckoLogin): GeckoLogin {
  return login.QueryInterface(Ci["nsILoginMetaInfo"]);
}

function asideRealm(origin: string, credentialId: string, guid: string): string {
  return `${origin} (replaced ${credentialId}, was ${guid})`;
}

/** What the log-in was called that this one was put aside for: an older change may know it by that name. */
export function guidBefore({ httpRealm }: GeckoLogin): string | null {
  return / \(replaced [^ ]*, was ([^ ]*)\)$/.exec(httpRealm ?? "")?.[1] ?? null;
}

/** Thunderbird signs in with what it has in memory before it looks at what is saved. */
export function forgetInMemory(hostname: string, username: string): void {
  for (const server of entriesFor(hostname, username)) {
    server.wrappedJSObject.password = "";
  }
}

export function newLogin(origin: string, realm: string, username: string, password: string): GeckoLogin {
  const login = Cc["@mozilla.org/login-manager/loginInfo;1"]?.createInstance(
    Ci["nsILoginInfo"],
  ) as GeckoLogin;
  login.init(origin, null, realm, username, password, "", "");
  return login;
}
