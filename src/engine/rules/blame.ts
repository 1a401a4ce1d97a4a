// Which refusals may come from a missing sign-in, and how strongly the words say so. Relay and sign-in words do, and three
// that only look like something else: a blocklist, SPF or dynamic-address refusal of a home connection is what a server
// says to a stranger, and what it does not say to a customer who has signed in. A guess says nothing.

import { domainOf } from "../model/address.js";
import type { Sender } from "../model/evidence.js";
import type { Certainty } from "../model/finding.js";
import type { Probe } from "../model/probe.js";
import type { Refusal } from "../model/refusal.js";
import type { OutgoingServer } from "../model/server-settings.js";
import { sameOwner } from "../passwords/owner.js";
import type { Classification, Reason } from "../model/reason.js";

const toStrangers: Readonly<Record<Reason, boolean>> = {
  "relay-denied": true,
  "auth-required": true,
  "auth-failed": false,
  "sender-not-allowed": true,
  "tls-required": true,
  "port-or-connection-blocked": false,
  "wrong-server-not-hosting": true,
  "not-a-client-config-problem": false,
};

/** The server speaks to somebody it does not know. */
export function refusesStrangers(meaning: Classification | null): boolean {
  return (
    isSaid(meaning) &&
    (toStrangers[meaning.reason] || meaning.matter === "sign-in-not-taken") &&
    meaning.matter !== "own-address-unknown"
  );
}

/** How surely these words come from a missing sign-in, given that none was made; null: they do not speak of it. */
export function strangerCertainty(meaning: Classification | null): Certainty | null {
  if (!isSaid(meaning)) {
    return null;
  }
  if (refusesStrangers(meaning)) {
    return sureness(meaning);
  }
  const ofConnection = meaning.subReason === "blocklist" || meaning.matter === "home-internet-address";
  const looksLikeAnother = ofConnection || meaning.subReason === "spf-dkim-dmarc";
  return looksLikeAnother || meaning.matter === "own-address-unknown" ? "likely" : null;
}

/** Words, or a code that means one thing only: not a guess. */
export function isSaid(meaning: Classification | null): meaning is Classification {
  return meaning !== null && meaning.confidence !== "guess";
}

/** How sure a cause is that the words name. */
export function sureness({ confidence }: Classification): "certain" | "likely" {
  return confidence === "certain" ? "certain" : "likely";
}

/** The server has been told nobody's name yet, so that nothing about the sender or the account can have been refused. */
export function isBeforeNames({ fault, stage }: Refusal): boolean {
  return fault === null && (stage === "greeting" || stage === "ehlo" || stage === "starttls");
}

/**
 * Without a sign-in, as the settings say, the server took a recipient at another owner's domain: who refuses the message
 * after that does not refuse a stranger, unless the words say so.
 */
export function tookStranger(
  server: OutgoingServer,
  { fault, stage, recipients }: Refusal,
  { address }: Sender,
): boolean {
  const isForeign = (domain: string): boolean =>
    !sameOwner(domain, server.host) && !sameOwner(domain, domainOf(address));
  return (
    server.signIn === "none" &&
    fault === null &&
    stage === "data" &&
    recipients.some((recipient) => isForeign(domainOf(recipient)))
  );
}

/** The server takes mail from this network without a sign-in: a set-up to be left alone (DESIGN §5). */
export function takesStrangers(probe: Probe | null): boolean {
  return probe?.answer.kind === "answers" && probe.answer.toStranger?.kind === "accepted";
}
