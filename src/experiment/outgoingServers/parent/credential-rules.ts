// To which server a password of this identity may go. Enforced here, where the password lives, whatever the caller asks:
// the rule is the engine's (passwords/may-go.ts), the facts are Thunderbird's own settings, the administrator's policy and
// what was published over HTTPS. What the user has agreed to is bound to the very host and user.

import { effectivePort } from "../../../engine/model/server-settings.js";
import { withAgreement } from "../../../engine/passwords/agreement.js";
import type { LogIn } from "../../../engine/passwords/log-in.js";
import { mayGo, typedLogIns, type Permission } from "../../../engine/passwords/may-go.js";
import { accountsOf, entryOfIdentity, smtpServer } from "./mail-services.js";
import { isCovered } from "./oauth-token.js";
import { isNamedByPolicy } from "./policy-hosts.js";
import { isPublishedFor } from "./published-hosts.js";
import { isOAuth2, saysPassword, securityOf } from "./vocabulary.js";

type Properties = messenger.outgoingServers.Properties;
type PasswordSource = messenger.outgoingServers.PasswordSource;
type Agreed = messenger.outgoingServers.VerifyRequest["agreed"];

/** `extensionId`: who calls, and whose policy counts. */
export interface Asker {
  readonly extensionId: string;
  readonly agreed: Agreed;
}

type To = Pick<Properties, "hostname" | "security" | "username">;

/** `logIn`: whose password it is, by what it is saved under. */
export function mayReceivePassword(
  to: To,
  logIn: LogIn,
  identity: GeckoIdentity,
  { extensionId, agreed }: Asker,
): Permission {
  const { hostname: host = "", username: userName = "", security = "none" } = to;
  const permission = mayGo(
    logIn,
    { host, userName, security },
    { address: identity.email },
    {
      isPublished: isPublishedFor,
      isNamedByPolicy: (domain, named) => isNamedByPolicy(extensionId, domain, named),
    },
  );
  return withAgreement(permission, agreed && { host: agreed.hostname, passwordOf: agreed.username }, {
    host,
    passwordOf: logIn.userName,
  });
}

/** What the user has typed for that server may go where a log-in of the identity for the same user may. */
export function mayReceiveTyped(to: To, identity: GeckoIdentity, asker: Asker): Permission {
  const own = [entryOf(identity), ...accountsOf(identity).map(({ incomingServer }) => incomingServer)];
  const saved = own.map(logInOf).filter((logIn) => logIn !== null);
  const logIns = [...typedLogIns(to.username ?? "", saved, { address: identity.email }), ...saved];
  const permissions = logIns.map((logIn) => mayReceivePassword(to, logIn, identity, asker));
  return permissions.find((one) => one === "allowed" || one === "needs-tls") ?? "needs-consent";
}

/** An OAuth2 token: over TLS, to a host that the provider's entry in Thunderbird covers; nobody can agree to more. */
export function mayReceiveToken({ hostname, security, username }: To): boolean {
  return (security === "starttls" || security === "tls") && isCovered(hostname ?? "", username ?? "");
}

/**
 * What the password is saved under. Null where it is not this identity's own: not of the entry it sends through, nor of
 * an account it belongs to.
 */
export function ownLogIn(source: PasswordSource, identity: GeckoIdentity): LogIn | null {
  if (source.outgoingServerId != null) {
    const entry = entryOf(identity);
    return entry?.key === source.outgoingServerId ? logInOf(entry) : null;
  }
  const account = accountsOf(identity).find(({ key }) => key === source.incomingAccountId);
  return logInOf(account?.incomingServer ?? null);
}

function logInOf(server: Pick<GeckoSmtpServer, "hostname" | "username"> | null): LogIn | null {
  return server === null ? null : { host: server.hostname, userName: server.username };
}

/**
 * Whether a certificate that the user has excepted counts: only where sending goes to this very port already, inside
 * TLS, and signs in there, so that the user's exception was made for it and the password (or the token) goes there with
 * every message. An exception made for a connection that said neither is no word about either.
 */
export function mayRelyOnException(
  to: Pick<Properties, "hostname" | "port" | "security">,
  identity: GeckoIdentity,
  what: "password" | "token",
): boolean {
  const entry = entryOf(identity);
  if (entry === null) {
    return false;
  }
  const security = securityOf(entry.socketType);
  return (
    entry.hostname.toLowerCase() === to.hostname?.toLowerCase() &&
    effectivePort({ port: entry.port, security }) ===
      effectivePort({ port: to.port ?? 0, security: to.security ?? "none" }) &&
    security !== "none" &&
    (what === "token" ? isOAuth2(entry.authMethod) : saysPassword(entry.authMethod))
  );
}

/** What the identity sends through now, the default included. */
function entryOf(identity: GeckoIdentity): GeckoSmtpServer | null {
  const key = entryOfIdentity(identity)?.key;
  return key === undefined ? null : smtpServer(key);
}
