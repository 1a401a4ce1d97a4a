// Copies a saved log-in from one server to another inside Thunderbird: the password is never handed to a page.
// A log-in is found by origin and user name; ports do not count (SmtpServer: `smtp://host`).

import { MailServices, smtpServer } from "./mail-services.js";

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

/** Leaves an existing log-in of the target alone: whether it is right only the server can tell. */
export async function copyPassword(
  from: messenger.outgoingServers.PasswordSource,
  toServerId: string,
): Promise<CopiedPassword> {
  if (!Services.logins.isLoggedIn) {
    return { result: "locked", credentialId: null };
  }
  const target = smtpServer(toServerId);
  const source = await sourceLogin(from);
  if (target === null || source === null) {
    return { result: "none-saved", credentialId: null };
  }
  const origin = smtpOrigin(target.hostname);
  if ((await findLogin(origin, target.username)) !== null) {
    return { result: "already-saved", credentialId: null };
  }
  const login = Cc["@mozilla.org/login-manager/loginInfo;1"]?.createInstance(
    Ci["nsILoginInfo"],
  ) as GeckoLogin;
  login.init(origin, null, origin, target.username, source.password, "", "");
  const added = await Services.logins.addLoginAsync(login);
  return { result: "copied", credentialId: added.QueryInterface(Ci["nsILoginMetaInfo"]).guid };
}

async function sourceLogin(from: messenger.outgoingServers.PasswordSource): Promise<GeckoLogin | null> {
  if (from.outgoingServerId !== undefined) {
    const server = smtpServer(from.outgoingServerId);
    return server === null ? null : findLogin(smtpOrigin(server.hostname), server.username);
  }
  const incoming = MailServices.accounts.getAccount(from.incomingAccountId ?? "")?.incomingServer ?? null;
  return incoming === null ? null : findLogin(incomingOrigin(incoming), incoming.username);
}

/** Takes one log-in away by the id that `copyPassword` answered; one that is gone already counts as done. */
export async function removePassword(credentialId: string): Promise<messenger.outgoingServers.Outcome<null>> {
  if (!Services.logins.isLoggedIn) {
    return { refused: "primary-password", value: null };
  }
  for (const login of await Services.logins.searchLoginsAsync({ guid: credentialId })) {
    await Services.logins.removeLoginAsync(login);
  }
  return { refused: null, value: null };
}
