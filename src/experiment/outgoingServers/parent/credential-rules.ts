// To which server a password of this identity may go. Enforced here, where the password lives, whatever the caller
// asks. Never without TLS; never to a host that neither the settings, nor the administrator, nor a publication over
// HTTPS, nor the account's own registrable domain names, unless the user was shown the host and agreed.

import { MailServices, entryOfIdentity, smtpServer } from "./mail-services.js";
import { isCovered } from "./oauth-token.js";
import { isNamedByPolicy } from "./policy-hosts.js";
import { isPublishedFor } from "./published-hosts.js";
import { securityOf } from "./vocabulary.js";

type Properties = messenger.outgoingServers.Properties;
type PasswordSource = messenger.outgoingServers.PasswordSource;

export type Permission = "allowed" | "needs-tls" | "needs-consent";

/** `extensionId`: who calls, and whose policy counts. */
export interface Asker {
  readonly extensionId: string;
  readonly userAgreed: boolean;
}

export function mayReceivePassword(
  to: Pick<Properties, "hostname" | "security">,
  identity: GeckoIdentity,
  { extensionId, userAgreed }: Asker,
): Permission {
  const host = (to.hostname ?? "").toLowerCase();
  if (to.security !== "starttls" && to.security !== "tls") {
    return "needs-tls";
  }
  const domain = identity.email.slice(identity.email.lastIndexOf("@") + 1).toLowerCase();
  const known =
    configuredHosts(identity).includes(host) ||
    isNamedByPolicy(extensionId, domain, host) ||
    isPublishedFor(domain, host) ||
    isSameDomain(host, domain);
  return known || userAgreed ? "allowed" : "needs-consent";
}

/** An OAuth2 token: over TLS, to a host that the provider's entry in Thunderbird covers; nobody can agree to more. */
export function mayReceiveToken({
  hostname,
  security,
  username,
}: Pick<Properties, "hostname" | "security" | "username">): Permission {
  if (security !== "starttls" && security !== "tls") {
    return "needs-tls";
  }
  return isCovered(hostname ?? "", username ?? "") ? "allowed" : "needs-consent";
}

/** Whether the password is this identity's own: of an account it belongs to, or of the entry it sends through. */
export function isOwnPassword(source: PasswordSource, identity: GeckoIdentity): boolean {
  return source.outgoingServerId != null
    ? entryOf(identity)?.key === source.outgoingServerId
    : accountsOf(identity).some(({ key }) => key === source.incomingAccountId);
}

/**
 * Whether a certificate that the user has excepted counts: only where sending goes to this very port already, inside
 * TLS, so that the user's exception was made for it and the password goes there with every message.
 */
export function mayRelyOnException(
  to: Pick<Properties, "hostname" | "port" | "security">,
  identity: GeckoIdentity,
): boolean {
  const entry = entryOf(identity);
  return (
    entry?.hostname.toLowerCase() === to.hostname?.toLowerCase() &&
    effectivePort(entry) === effectivePort(to) &&
    entry?.security !== "none"
  );
}

interface Entry {
  readonly key: string;
  readonly hostname: string;
  readonly port: number;
  readonly security: ReturnType<typeof securityOf>;
}

/** What the identity sends through now, the default included. */
function entryOf(identity: GeckoIdentity): Entry | null {
  const key = entryOfIdentity(identity)?.key;
  const server = key === undefined ? null : smtpServer(key);
  return (
    server && {
      key: server.key,
      hostname: server.hostname,
      port: server.port,
      security: securityOf(server.socketType),
    }
  );
}

function effectivePort(to: { readonly port?: number; readonly security?: string } | null): number {
  const port = to?.port ?? 0;
  if (port !== 0) {
    return port;
  }
  return to?.security === "tls" ? 465 : 587;
}

/** The hosts this identity's own account already trusts with the password. */
function configuredHosts(identity: GeckoIdentity): readonly string[] {
  const outgoing = smtpServer(identity.smtpServerKey)?.hostname;
  const incoming = accountsOf(identity).map((account) => account.incomingServer?.hostname);
  return [outgoing, ...incoming].flatMap((host) => (host ? [host.toLowerCase()] : []));
}

function accountsOf(identity: GeckoIdentity): readonly GeckoAccount[] {
  return MailServices.accounts.accounts.filter((account) =>
    account.identities.some(({ key }) => key === identity.key),
  );
}

/** Thunderbird's own public suffix list; an address or a bare name is nobody's registrable domain. */
function isSameDomain(host: string, domain: string): boolean {
  const base = baseDomain(domain);
  return base !== null && base === baseDomain(host);
}

function baseDomain(host: string): string | null {
  try {
    return Services.eTLD.getBaseDomainFromHost(host);
  } catch {
    return null;
  }
}
