// What the account's own data and the guide say the settings should be: the incoming server's host and user name,
// mail.<domain>, 587 with STARTTLS or 465 with TLS, the full address. The domain is that of the mailbox, whose password
// it takes: an identity may have an address elsewhere. Candidates only; nothing here is proven.

import { domainOf } from "../model/address.js";
import type { Sender } from "../model/evidence.js";
import { signsIn, type IncomingServer, type ServerSettings, type SignIn } from "../model/server-settings.js";

/** Best first. A host that is named for receiving ("imap.…") comes after the guide's name. */
export function expectedHosts(sender: Sender, incoming: IncomingServer | null): readonly string[] {
  const guide = `mail.${mailboxDomain(sender, incoming)}`;
  if (incoming === null) {
    return [guide];
  }
  const host = incoming.host.toLowerCase();
  const forReceiving = /^(?:imap|pop3?)\d?[.-]/.test(host);
  return [...new Set(forReceiving ? [guide, host] : [host, guide])];
}

/** The domain of the user name; of the address, where receiving works with a name that has none. */
export function mailboxDomain(sender: Sender, incoming: IncomingServer | null): string {
  return domainOf(expectedUserName(sender, incoming));
}

/** The full address, unless receiving works with another one (a provider's own account name). */
export function expectedUserName(sender: Sender, incoming: IncomingServer | null): string {
  return incoming?.userName.includes("@") ? incoming.userName : sender.address;
}

/** As for receiving where that is a way to sign in for sending too; never away from OAuth2. */
export function expectedSignIn(current: SignIn | null, incoming: IncomingServer | null): SignIn {
  if (current !== null && signsIn(current)) {
    return current;
  }
  return incoming !== null && ["oauth2", "kerberos", "ntlm"].includes(incoming.signIn)
    ? incoming.signIn
    : "password";
}

/** The guide's first choice; 465 with TLS stays where it is already in use. */
export const submission: Pick<ServerSettings, "port" | "security"> = { port: 587, security: "starttls" };
export const submissionOverTls: Pick<ServerSettings, "port" | "security"> = { port: 465, security: "tls" };
