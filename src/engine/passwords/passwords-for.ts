// Which passwords of the account may fit settings, in the order in which they are tried, and what has to be asked before.
// Names them only; nobody here ever holds one.

import { domainOf } from "../model/address.js";
import type { Agreement } from "../model/agreement.js";
import type { PasswordSource } from "../model/attempt.js";
import { accountIn, type DiscoveryAccount } from "../model/discovery-account.js";
import type { Evidence } from "../model/evidence.js";
import type { Candidate } from "../model/probe.js";
import type { SavedPassword, ServerSettings } from "../model/server-settings.js";
import type { LogIn } from "./log-in.js";
import { mayGo, mayTypedGo, type Mailbox, type Permission, type Vouching } from "./may-go.js";
import { sameOwner } from "./owner.js";

interface Configured extends LogIn {
  readonly source: PasswordSource;
  readonly saved: SavedPassword;
}

export interface PasswordsFor {
  /** Best first; those that need a word of the user stand last. */
  readonly sources: readonly PasswordSource[];
  /** Null where the best of them may go unasked. */
  readonly asks: Agreement | null;
}

export function passwordsFor(settings: ServerSettings, evidence: Evidence): PasswordsFor {
  const mailbox = evidence.sender;
  const vouching = vouchingOf(evidence.candidates, mailbox);
  const logIns = configuredIn(evidence);
  const judged = logIns
    .map((logIn) => ({ logIn, permission: mayGo(logIn, settings, mailbox, vouching) }))
    .filter(({ permission }) => permission !== "other-user")
    .sort((left, right) => placeOf(left, settings.host) - placeOf(right, settings.host));
  const saved = judged.filter(({ logIn }) => logIn.saved !== "no");
  const isFree =
    saved.length === 0
      ? mayTypedGo(settings, logIns, mailbox, vouching) !== "needs-consent"
      : saved.some(({ permission }) => permission !== "needs-consent");
  const passwordOf = saved[0]?.logIn.userName ?? settings.userName;
  return {
    sources: judged.map(({ logIn }) => logIn.source),
    asks: isFree ? null : { host: settings.host, passwordOf },
  };
}

/** What the user has to be asked before any of them goes; null where one may go unasked. */
export function askedFor(settings: ServerSettings, evidence: Evidence): Agreement | null {
  const vouching = vouchingOf(evidence.candidates, evidence.sender);
  const isFree = configuredIn(evidence).some((logIn) => {
    const permission = logIn.saved === "no" ? null : mayGo(logIn, settings, evidence.sender, vouching);
    return permission === "allowed" || permission === "needs-tls";
  });
  return isFree ? null : passwordsFor(settings, evidence).asks;
}

/** Whether the host is known for that user of the account at all, whatever is saved, and by these candidates' word. */
export function isKnownHost(
  to: LogIn,
  account: DiscoveryAccount,
  candidates: readonly Saying[] = [],
): boolean {
  const vouching = vouchingOf(candidates, account.sender);
  const destination = { ...to, security: "tls" } as const;
  const { forSending, forReceiving } = logInsOf(account);
  const logIns = [forSending, forReceiving].filter((logIn) => logIn !== null);
  return mayTypedGo(destination, logIns, account.sender, vouching) === "allowed";
}

/** The password saved for the owner of the server first: every other one is at best the same, at worst told in vain. */
function placeOf(
  { logIn, permission }: { readonly logIn: LogIn; readonly permission: Permission },
  host: string,
): number {
  if (permission === "needs-consent") {
    return 3;
  }
  if (logIn.host.toLowerCase() === host.toLowerCase()) {
    return 0;
  }
  return sameOwner(logIn.host, host) ? 1 : 2;
}

function configuredIn(evidence: Evidence): readonly Configured[] {
  const { outgoing, incoming } = evidence;
  const { forSending, forReceiving } = logInsOf(accountIn(evidence));
  const configured: Configured[] = [];
  if (outgoing.kind === "smtp" && forSending !== null) {
    const { id: serverId, savedPassword: saved } = outgoing.server;
    configured.push({ ...forSending, source: { kind: "outgoing", serverId }, saved });
  }
  if (incoming !== null && forReceiving !== null) {
    const { accountId } = evidence.sender;
    const { savedPassword: saved } = incoming;
    configured.push({ ...forReceiving, source: { kind: "incoming", accountId }, saved });
  }
  return configured;
}

/** A user name that nobody could tell is taken for the address. */
function logInsOf({ sender, current, incoming }: DiscoveryAccount): {
  readonly forSending: LogIn | null;
  readonly forReceiving: LogIn | null;
} {
  const sendsAs = current?.notTold?.includes("userName") === true ? sender.address : current?.userName;
  return {
    forSending: current === null || !sendsAs ? null : { host: current.host, userName: sendsAs },
    forReceiving:
      incoming === null ? null : { host: incoming.host, userName: incoming.userName || sender.address },
  };
}

/** Who names a host, and how far that counts. */
interface Saying extends Pick<Candidate, "source" | "trust"> {
  readonly settings: Pick<ServerSettings, "host">;
}

const published: readonly Candidate["trust"][] = ["published-by-domain", "published-by-ispdb"];
/** They need nobody's word: they are the program's own, or come from who manages it. */
export const given: readonly Candidate["source"][] = ["policy", "thunderbird"];

/** Settings are looked up by the domain of the identity's own address: what was found was said for that one alone. */
function vouchingOf(candidates: readonly Saying[], { address }: Mailbox): Vouching {
  const isSaid = (domain: string, host: string, counts: (candidate: Saying) => boolean): boolean =>
    domain === domainOf(address) &&
    candidates.some((one) => one.settings.host.toLowerCase() === host && counts(one));
  return {
    isPublished: (domain, host) => isSaid(domain, host, ({ trust }) => published.includes(trust)),
    isNamedByPolicy: (domain, host) =>
      isSaid(domain, host, ({ source, trust }) => given.includes(source) && trust === "configured"),
  };
}
