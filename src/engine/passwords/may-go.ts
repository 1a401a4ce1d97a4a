// The credential rule (DESIGN §5): to which server a password may go. Asked by the plan, which has to name what it is
// not allowed, and by the Experiment, where the passwords live and the rule is enforced whatever it is asked for. What a
// mailbox sends through is not asked: Thunderbird sends there what is saved for that very host, which may go there anyway;
// any other password of the mailbox, the one for receiving above all, would be told to it for the first time.

import { domainOf } from "../model/address.js";
import type { Security } from "../model/server-settings.js";
import { compareUsers, hasDomain, type LogIn } from "./log-in.js";
import { sameOwner } from "./owner.js";

/** `other-user`: not a password for that user name at all; nobody can agree to it. */
export type Permission = "allowed" | "needs-consent" | "needs-tls" | "other-user";

/** The server it would go to, and the user name it would be said with. */
export interface Destination extends LogIn {
  readonly security: Security;
}

/** What is known of hosts beside their names. DNS is not among it: it can be forged. */
export interface Vouching {
  /** Over HTTPS for that mail domain, by a page of the domain's owner or by the ISP database. */
  readonly isPublished: (domain: string, host: string) => boolean;
  /** By the administrator, for that mail domain. */
  readonly isNamedByPolicy: (domain: string, host: string) => boolean;
}

/** Whose sending it is. */
export interface Mailbox {
  /** The identity's own address. Never that of a message's From header. */
  readonly address: string;
}

export function mayGo(password: LogIn, to: Destination, mailbox: Mailbox, vouching: Vouching): Permission {
  if (to.security !== "starttls" && to.security !== "tls") {
    return "needs-tls";
  }
  const user = compareUsers(password, to);
  if (user === "other") {
    return "other-user";
  }
  return user === "same" && isKnown(password, to.host.toLowerCase(), mailbox, vouching)
    ? "allowed"
    : "needs-consent";
}

function isKnown(password: LogIn, host: string, mailbox: Mailbox, vouching: Vouching): boolean {
  if (host === "") {
    return false;
  }
  const domain = domainOfPassword(password, mailbox);
  return (
    sameOwner(host, password.host) ||
    (domain !== null && (sameOwner(host, domain) || vouching.isPublished(domain, host))) ||
    vouching.isNamedByPolicy(domain ?? domainOf(mailbox.address), host)
  );
}

/** The mail domain whose word counts. The identity's own only for a short user name at that domain's own host. */
function domainOfPassword(password: LogIn, { address }: Mailbox): string | null {
  if (hasDomain(password.userName)) {
    return domainOf(password.userName);
  }
  return sameOwner(password.host, domainOf(address)) ? domainOf(address) : null;
}

/**
 * A password that the user types is kept nowhere yet: it belongs to the mail domain of its user name, where that is the
 * identity's own or a log-in's. A user name of another domain only a publisher has said, who may name his own.
 */
export function typedLogIns(
  userName: string,
  logIns: readonly LogIn[],
  { address }: Mailbox,
): readonly LogIn[] {
  if (!hasDomain(userName)) {
    return [{ host: domainOf(address), userName }];
  }
  const own = [address, ...logIns.map((logIn) => logIn.userName).filter(hasDomain)].map(domainOf);
  return own.includes(domainOf(userName)) ? [{ host: domainOf(userName), userName }] : [];
}

/** A typed one may go wherever a log-in of the mailbox for the same user may. */
export function mayTypedGo(
  to: Destination,
  logIns: readonly LogIn[],
  mailbox: Mailbox,
  vouching: Vouching,
): Permission {
  const all = [...typedLogIns(to.userName, logIns, mailbox), ...logIns].map((logIn) =>
    mayGo(logIn, to, mailbox, vouching),
  );
  return all.find((one) => one === "allowed" || one === "needs-tls") ?? "needs-consent";
}
