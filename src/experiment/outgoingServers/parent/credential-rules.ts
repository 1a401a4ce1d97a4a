// To which server a password of this identity may go. Enforced here, where the password lives, whatever the caller
// asks. Never without TLS; never to a host that neither the settings, nor a publication over HTTPS, nor the
// account's own registrable domain names, unless the user was shown the host and agreed.

import { MailServices, smtpServer } from "./mail-services.js";
import { isPublishedFor } from "./published-hosts.js";

type Properties = messenger.outgoingServers.Properties;

export type Permission = "allowed" | "needs-tls" | "needs-consent";

export function mayReceivePassword(
  to: Pick<Properties, "hostname" | "security">,
  identity: GeckoIdentity,
  userAgreed: boolean,
): Permission {
  const host = (to.hostname ?? "").toLowerCase();
  if (to.security !== "starttls" && to.security !== "tls") {
    return "needs-tls";
  }
  const domain = identity.email.slice(identity.email.lastIndexOf("@") + 1).toLowerCase();
  const known =
    configuredHosts(identity).includes(host) || isPublishedFor(domain, host) || isSameDomain(host, domain);
  return known || userAgreed ? "allowed" : "needs-consent";
}

/** The hosts this identity's own account already trusts with the password. */
function configuredHosts(identity: GeckoIdentity): readonly string[] {
  const outgoing = smtpServer(identity.smtpServerKey)?.hostname;
  const incoming = MailServices.accounts.accounts
    .filter((account) => account.identities.some(({ key }) => key === identity.key))
    .map((account) => account.incomingServer?.hostname);
  return [outgoing, ...incoming].flatMap((host) => (host ? [host.toLowerCase()] : []));
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
