// The page's state for a diagnosis nobody has acted on yet (DESIGN §6), and for several cases together.

import { sameEndpoint } from "../fixes/choose-endpoint.js";
import { hasSamePassword } from "../fixes/same-password.js";
import type { PageState } from "../model/case.js";
import type { Evidence } from "../model/evidence.js";
import type { Conclusion, Diagnosis, Plan } from "../model/finding.js";
import { byPassword } from "../model/server-settings.js";
import { callsForPublished } from "../rules/unread-settings.js";

export function stateOf(diagnosis: Diagnosis, evidence: Evidence): PageState {
  const { conclusion, plan } = diagnosis;
  const untold = evidence.refusal?.fault === "untold" || evidence.outgoing.kind === "unreadable";
  const isAsked = untold && conclusion.kind === "not-enough-evidence";
  return isAsked || (plan !== null && needsPassword(plan, evidence)) ? "need-input" : states[conclusion.kind];
}

const states: Readonly<Record<Conclusion["kind"], PageState>> = {
  "settings-wrong": "problem",
  "not-enough-evidence": "problem",
  "settings-fine": "settings-fine",
  "left-alone": "settings-fine",
  healthy: "healthy",
};

/** Whether servers have something to say here; a message refused for what it is needs none of them. */
export function isWorthAsking({ conclusion, classification }: Diagnosis, evidence: Evidence): boolean {
  const { outgoing, reported } = evidence;
  const isSettled =
    conclusion.kind === "settings-fine" ||
    (reported?.notice !== undefined && conclusion.kind !== "settings-wrong");
  const isUnread = outgoing.kind === "unreadable" && !callsForPublished(evidence, classification);
  return outgoing.kind !== "other-type" && !isUnread && !isSettled;
}

/**
 * Before the servers have answered. `checking` where their answer may turn the verdict: a check, another server, no
 * plan at all. A plan for the server that has just refused is shown at once.
 */
export function stateWhileAsking(diagnosis: Diagnosis, evidence: Evidence): PageState {
  const { outgoing, refusal } = evidence;
  const { plan } = diagnosis;
  const stays = plan !== null && outgoing.kind === "smtp" && sameEndpoint(outgoing.server, plan.settings);
  // The user need not wait for what is published before telling the settings.
  const certain =
    !isWorthAsking(diagnosis, evidence) ||
    outgoing.kind === "unreadable" ||
    (refusal !== null && refusal.fault === null && stays);
  return certain ? stateOf(diagnosis, evidence) : "checking";
}

/** The user has to bring a password, so the page asks at once: none that fits is saved, or the provider wants another kind. */
function needsPassword({ settings, changes }: Plan, { outgoing, incoming }: Evidence): boolean {
  if (!byPassword.includes(settings.signIn)) {
    return false;
  }
  if (changes.some(({ field, to }) => field === "password" && to === "typed")) {
    return true;
  }
  // Where nothing is read, it is Thunderbird that asks, when the message is sent.
  if (outgoing.kind === "unreadable") {
    return false;
  }
  const saved = outgoing.kind === "smtp" ? outgoing.server.savedPassword : "no";
  return saved === "no" && (incoming === null || incoming.savedPassword === "no");
}

/** One that a fix can try when nothing is typed: another than the one that was refused, it may be. */
export function hasPasswordForReceiving(evidence: Evidence): boolean {
  const { incoming } = evidence;
  return (
    incoming?.savedPassword === "yes" && byPassword.includes(incoming.signIn) && !hasSamePassword(evidence)
  );
}

const mostPressingFirst: readonly PageState[] = [
  "fixing",
  "sending",
  "checking",
  "failed",
  "need-input",
  "problem",
  "fixed",
  "sent",
  "settings-fine",
  "healthy",
];

/** `healthy` for no case at all: nothing is wrong with nothing. */
export function mostPressing(states: readonly PageState[]): PageState {
  return mostPressingFirst.find((state) => states.includes(state)) ?? "healthy";
}
