// Which refusals may come from a missing sign-in. Relay and sign-in words do, and two that only look like
// something else: a blocklist or SPF refusal of a home connection is what a server says to a stranger, and
// what it does not say to a customer who has signed in.

import type { Probe } from "../model/probe.js";
import type { Classification, Reason } from "../replies/reason.js";

const strangerReasons: readonly Reason[] = [
  "relay-denied",
  "auth-required",
  "sender-not-allowed",
  "tls-required",
  "wrong-server-not-hosting",
];

/** The server speaks to somebody it does not know. */
export function refusesStrangers(meaning: Classification | null): boolean {
  return meaning !== null && strangerReasons.includes(meaning.reason);
}

export function mayRefuseStrangers(meaning: Classification | null): boolean {
  return (
    refusesStrangers(meaning) || meaning?.subReason === "blocklist" || meaning?.subReason === "spf-dkim-dmarc"
  );
}

/** The server takes mail from this network without a sign-in: a set-up to be left alone (DESIGN §5). */
export function takesStrangers(probe: Probe | null): boolean {
  return probe?.answer.kind === "answers" && probe.answer.toStranger?.kind === "accepted";
}
