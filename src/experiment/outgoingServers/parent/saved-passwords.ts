// Copies a saved log-in from one server to another inside Thunderbird: the password is never handed to a page.
// A log-in is found by origin and user name; ports do not count (SmtpServer: `smtp://host`).

import { MailServices, smtpServer } from "./mail-services.js";
import { provenLogIn } from "./operations.js";

type CopiedPassword = messenger.outgoingServers.CopiedPassword;

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
  return (await findLogin(origin, username)) === null ? "no" : "yes";
}

async function findLogin(origin: string, username: string): Promise<GeckoLogin | null> {
  const logins = await Services.logins.searchLoginsAsync({ origin, httpRealm: origin });
  return logins.find((login) => login.username === username) ?? null;
}

export function isLocked(): boolean {
  return !Services.logins.isLoggedIn;
}

/** Thunderbird's own prompt for the primary password; false where the user cancels it. */
export async function unlock(): Promise<boolean> {
  try {
    await Services.logins.searchLoginsAsync({ origin: "smtp://unlock.invalid" });
  } catch {
    return false;
  }
  return Services.logins.isLoggedIn;
}

/** A log-in that is saved, or one that a proof has just made. */
export async function savedLogIn(
  from: messenger.outgoingServers.PasswordSource,
): Promise<{ readonly password: string } | null> {
  if (from.proofId != null) {
    return provenLogIn(from.proofId);
  }
  if (from.outgoingServerId != null) {
    const server = smtpServer(from.outgoingServerId);
    return server === null ? null : findLogin(smtpOrigin(server.hostname), server.username);
  }
  const incoming = MailServices.accounts.getAccount(from.incomingAccountId ?? "")?.incomingServer ?? null;
  return incoming === null ? null : findLogin(incomingOrigin(incoming), incoming.username);
}

/**
 * A log-in that the target already has stays, unless the new one was proven: then the old one is put aside inside the
 * log-in manager, under a realm that Thunderbird does not look for, until it is taken back or undone.
 */
export async function copyPassword(
  from: messenger.outgoingServers.PasswordSource,
  toServerId: string,
): Promise<CopiedPassword> {
  if (isLocked()) {
    return { result: "locked", credentialId: null };
  }
  const target = smtpServer(toServerId);
  const source = await savedLogIn(from);
  if (target === null || source === null) {
    return { result: "none-saved", credentialId: null };
  }
  const origin = smtpOrigin(target.hostname);
  const existing = await findLogin(origin, target.username);
  if (existing !== null) {
    return existing.password === source.password || from.proofId == null
      ? { result: "already-saved", credentialId: null }
      : replacePassword(target, existing, source.password);
  }
  const added = await Services.logins.addLoginAsync(
    newLogin(origin, origin, target.username, source.password),
  );
  return { result: "copied", credentialId: idOf(added) };
}

async function replacePassword(
  target: GeckoSmtpServer,
  existing: GeckoLogin,
  password: string,
): Promise<CopiedPassword> {
  const { origin, username } = existing;
  const aside = await findAside(existing);
  if (aside === null) {
    await Services.logins.addLoginAsync(newLogin(origin, asideRealm(origin), username, existing.password));
  }
  await Services.logins.modifyLoginAsync(existing, newLogin(origin, origin, username, password));
  forgetInMemory(target.hostname, username);
  return { result: "copied", credentialId: idOf(existing) };
}

function asideRealm(origin: string): string {
  return `${origin} (replaced)`;
}

async function findAside({ origin, username }: GeckoLogin): Promise<GeckoLogin | null> {
  const logins = await Services.logins.searchLoginsAsync({ origin, httpRealm: asideRealm(origin) });
  return logins.find((login) => login.username === username) ?? null;
}

/** Thunderbird signs in with what it has in memory before it looks at what is saved. */
function forgetInMemory(hostname: string, username: string): void {
  for (const { key } of MailServices.outgoingServer.servers) {
    const server = smtpServer(key);
    if (server?.hostname.toLowerCase() === hostname.toLowerCase() && server.username === username) {
      server.wrappedJSObject.password = "";
    }
  }
}

function newLogin(origin: string, realm: string, username: string, password: string): GeckoLogin {
  const login = Cc["@mozilla.org/login-manager/loginInfo;1"]?.createInstance(
    Ci["nsILoginInfo"],
  ) as GeckoLogin;
  login.init(origin, null, realm, username, password, "", "");
  return login;
}

function idOf(login: GeckoLogin): string {
  return login.QueryInterface(Ci["nsILoginMetaInfo"]).guid;
}

/** Undoes `copyPassword` by the id it answered: what it replaced comes back. One that is gone counts as done. */
export async function removePassword(credentialId: string): Promise<messenger.outgoingServers.Outcome<null>> {
  if (isLocked()) {
    return { refused: "primary-password", value: null };
  }
  for (const login of await Services.logins.searchLoginsAsync({ guid: credentialId })) {
    const aside = await findAside(login);
    if (aside === null) {
      await Services.logins.removeLoginAsync(login);
    } else {
      const { origin, username } = login;
      await Services.logins.modifyLoginAsync(login, newLogin(origin, origin, username, aside.password));
      await Services.logins.removeLoginAsync(aside);
    }
    forgetInMemory(login.origin.slice("smtp://".length), login.username);
  }
  return { refused: null, value: null };
}
