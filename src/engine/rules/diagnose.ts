// Runs the rules over the evidence and concludes: these settings are wrong, they are fine and this is why it was
// refused, or there is not enough evidence (DESIGN §1.4). One broken rule never loses the diagnosis.

import type { Evidence } from "../model/evidence.js";
import { text, type Certainty, type Conclusion, type Diagnosis, type Finding } from "../model/finding.js";
import { offeredBy } from "../model/probe.js";
import type { Refusal } from "../model/refusal.js";
import { isUnvouched, type Reported } from "../model/reported.js";
import { bugOf } from "../model/our-bug.js";
import { makePlan } from "../fixes/plan.js";
import type { Classification, Reason } from "../model/reason.js";
import { rules as allRules } from "./index.js";
import { blamesNoSetting, isBelieved } from "./belief.js";
import { isSaid } from "./blame.js";
import { meaningOf } from "./meaning.js";
import { nextStep } from "./next-step.js";
import type { Pieces, Rule } from "./rule.js";
import { ofWhom } from "./whose-domain.js";
import { isProven, refusalToJudge } from "./tried-settings.js";

export function diagnose(evidence: Evidence, rules: readonly Rule[] = allRules): Diagnosis {
  const { reported } = evidence;
  // A failed send of which nobody knows the reason: the settings are judged as in a check, and are never healthy.
  const judged = refusalToJudge(evidence);
  const refusal = judged?.fault === "untold" ? null : judged;
  const meaning = refusal && ofWhom(meaningOf(refusal, reported), refusal.stage, evidence.sender);
  if (isElsewhere(reported, meaning)) {
    const arrived = refusal === null;
    return {
      conclusion: { kind: arrived ? "healthy" : "settings-fine" },
      classification: meaning,
      findings: rules.map(({ id }) => ({ rule: id, verdict: "skipped", missing: "refused-elsewhere" })),
      plan: null,
      noPlan: null,
    };
  }
  const pieces: Partial<Pieces> = {
    sender: evidence.sender,
    found: evidence.outgoing,
    fellows: evidence.fellows,
    candidates: evidence.candidates,
    ...(evidence.outgoing.kind === "smtp" && { server: evidence.outgoing.server }),
    ...(evidence.incoming && { incoming: evidence.incoming }),
    ...(refusal && { refusal: asSeenBy(refusal, evidence) }),
    ...(isSaid(meaning) && { meaning }),
    ...(evidence.probe && { probe: evidence.probe }),
  };
  const found = ranked(rules.map((rule) => findingOf(rule, pieces)));
  if (isProven(evidence)) {
    const works: Conclusion = { kind: evidence.refusal === null ? "healthy" : "settings-fine" };
    return {
      conclusion: works,
      classification: meaning,
      // Nothing is wrong with settings that have just worked.
      findings: found.map(({ rule }) => ({ rule, verdict: "fine" })),
      plan: null,
      noPlan: null,
    };
  }
  const seen = judged === evidence.refusal ? evidence : { ...evidence, refusal: judged };
  const concluded = conclude(seen, meaning, found);
  const conclusion = concluded.kind !== "settings-fine" && isUnvouched(reported) ? unproven : concluded;
  const { plan, noPlan } =
    conclusion.kind === "settings-wrong" ? makePlan(evidence, found) : { plan: null, noPlan: null };
  return { conclusion, classification: meaning, findings: found, plan, noPlan };
}

const unproven: Conclusion = { kind: "not-enough-evidence", next: text("next_only_said") };

/**
 * Nothing of this user's settings: another server said it, or the message was not sent from here. A notice of delivery
 * shows that the own server had taken the message, so that no sign-in, encryption or connection of this program is
 * meant; what is left are words about the user that were said afterwards.
 */
function isElsewhere(reported: Reported | undefined, meaning: Classification | null): boolean {
  if (reported === undefined) return false;
  if (reported.ownMessage === "no") return true;
  if (reported.notice === undefined) {
    return reported.by === "other-server" && meaning?.reason === "not-a-client-config-problem";
  }
  return reported.notice.event !== "failed" || meaning === null || isSettledBefore[meaning.reason];
}

const isSettledBefore: Readonly<Record<Reason, boolean>> = {
  "relay-denied": false,
  "auth-required": false,
  "auth-failed": true,
  "sender-not-allowed": false,
  "tls-required": true,
  "port-or-connection-blocked": true,
  "wrong-server-not-hosting": false,
  "not-a-client-config-problem": true,
};

/** A text does not tell what the server had offered; a look at the server in use does. */
function asSeenBy(refusal: Refusal, { reported, probe }: Evidence): Refusal {
  return reported === undefined
    ? refusal
    : { ...refusal, offeredSignIn: refusal.offeredSignIn ?? offeredBy(probe) };
}

function findingOf(rule: Rule, pieces: Partial<Pieces>): Finding {
  const missing = rule.needs.find((need) => pieces[need] === undefined);
  if (missing !== undefined) {
    return { rule: rule.id, verdict: "skipped", missing };
  }
  try {
    return { rule: rule.id, ...rule.judge(pieces) };
  } catch (error) {
    return { rule: rule.id, verdict: "skipped", missing: "rule-failed", bug: bugOf(error, rule.id) };
  }
}

const ranks: Readonly<Record<Certainty | "fine" | "skipped", number>> = {
  certain: 0,
  likely: 1,
  possible: 2,
  fine: 3,
  skipped: 4,
};

function rankOf(finding: Finding): number {
  return ranks[finding.verdict === "problem" ? finding.certainty : finding.verdict];
}

function ranked(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((left, right) => rankOf(left) - rankOf(right));
}

function conclude(
  evidence: Evidence,
  meaning: Classification | null,
  findings: readonly Finding[],
): Conclusion {
  const { outgoing, refusal } = evidence;
  if (outgoing.kind === "other-type") {
    return { kind: "left-alone", why: text("conclusion_other_type") };
  }
  const problems = findings.filter((finding) => finding.verdict === "problem");
  const earned = blamesNoSetting(meaning) && isBelieved(meaning, evidence);
  if (outgoing.kind === "unreadable" && !earned && problems.length === 0) {
    const next = refusal?.fault === "untold" ? "next_tell_alert" : "next_settings_unreadable";
    return { kind: "not-enough-evidence", next: text(next) };
  }
  const probable = problems.some(({ certainty }) => certainty !== "possible");
  if (earned) {
    return probable ? { kind: "settings-wrong" } : { kind: "settings-fine" };
  }
  if (problems.length > 0) {
    return { kind: "settings-wrong" };
  }
  return refusal === null
    ? { kind: "healthy" }
    : { kind: "not-enough-evidence", next: nextStep(refusal, meaning) };
}
