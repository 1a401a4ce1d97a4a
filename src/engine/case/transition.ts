// The case as a state machine: what an event makes of it, and what is to be done then. Pure; `app` asks it for every change
// of a case, writes down what it says, and then does it. Which event is taken when is may-follow.ts's.

import type { Case } from "../model/case.js";
import { withOAuth2 } from "../fixes/with-oauth2.js";
import { mayTurnToOAuth2 } from "../providers/shown-note.js";
import { diagnose } from "../rules/diagnose.js";
import { isMail } from "./crowd.js";
import type { CaseEvent, EventKind, EventOf } from "./event.js";
import { fixClicked, fixEnded } from "./fixing.js";
import { hasMoved } from "./has-moved.js";
import { mayFollow } from "./may-follow.js";
import { getMailClicked, mailFetched, notBegun, outboxEnded, sendClicked, takenBack } from "./sending.js";
import { sendEnded, sendFailed, windowClosed } from "./send-ends.js";
import { stateOf } from "./state-of.js";
import { testClicked, testEnded, tested } from "./testing.js";
import { ignored, taken, tellPages, type Turn } from "./turn.js";

/** `entry`: the case as it stands; null where there is none of that name. */
export function transition(entry: Case | null, event: CaseEvent): Turn {
  if (!mayFollow[event.kind].includes(entry?.state ?? "none")) {
    return ignored(entry);
  }
  switch (event.kind) {
    case "send-failed":
      return sendFailed(entry, event);
    case "opened":
      return opened(entry, event);
    default:
      return entry === null ? ignored(entry) : ofCase(entry, event.kind, event);
  }
}

function ofCase<Kind extends CaseKind>(entry: Case, kind: Kind, event: EventOf<Kind>): Turn {
  return made[kind](entry, event);
}

/** Of an event that needs a case. */
type CaseKind = Exclude<EventKind, "send-failed" | "opened">;

const made: { readonly [Kind in CaseKind]: (entry: Case, event: EventOf<Kind>) => Turn } = {
  "send-ended": sendEnded,
  "window-closed": windowClosed,
  "taken-over": () => taken(null, tellPages),
  "looked-again": judgedAnew,
  "servers-answered": serversAnswered,
  "fix-clicked": fixClicked,
  "fix-ended": fixEnded,
  "test-clicked": testClicked,
  "test-ended": testEnded,
  "cancel-clicked": cancelled,
  "send-clicked": sendClicked,
  "get-mail-clicked": getMailClicked,
  "mail-fetched": mailFetched,
  "send-not-begun": notBegun,
  "outbox-ended": outboxEnded,
  "taken-back": takenBack,
  undone: judgedAnew,
  "undo-refused": undoRefused,
  "mended-elsewhere": (entry, { changeId, proven, from }) =>
    hasMoved(entry, from)
      ? ignored(entry)
      : taken({ ...entry, state: "fixed", outcome: null, changeId, isProven: proven }),
  "step-ticked": ticked,
  "oauth2-chosen": turnedToOAuth2,
  "shown-over-mail": (entry) =>
    entry.startedBy === "arrived-mail" ? taken({ ...entry, startedBy: "returned-mail" }) : ignored(entry),
  dismissed,
  "background-started": backgroundStarted,
};

/** "Not now" means later: the server's words, and the way to send again, stay as long as the message's window. */
function dismissed(entry: Case, { from }: EventOf<"dismissed">): Turn {
  const isAnother = from !== undefined && hasMoved(entry, from);
  return entry.windowId === null && !isAnother ? taken(null, tellPages) : ignored(entry);
}

/**
 * The change stands, and can still be undone unless it is on record no more: the page stays, with the reason. What is on
 * its way keeps what it has come to: its end is read from that.
 */
function undoRefused(entry: Case, { outcome }: EventOf<"undo-refused">): Turn {
  const isNeeded = entry.state === "sending" && entry.outcome !== null;
  const isForgotten = outcome.kind === "not-undone" && outcome.because === "forgotten";
  const told: Case = { ...entry, outcome, ...(isForgotten && { changeId: null }) };
  return isNeeded ? ignored(entry, tellPages) : taken(told, tellPages);
}

/** A mail is judged once; what a check could still undo stays; anything else is judged by what was told last. */
function opened(entry: Case | null, { fresh }: EventOf<"opened">): Turn {
  const stays = entry !== null && (isMail(fresh) || (fresh.startedBy === "check" && entry.changeId !== null));
  return stays ? ignored(entry) : taken(fresh, { kind: "ask-servers" }, tellPages);
}

function judgedAnew(entry: Case, { fresh, from }: EventOf<"looked-again" | "undone">): Turn {
  return hasMoved(entry, from) ? ignored(entry) : taken(fresh, { kind: "ask-servers" }, tellPages);
}

/** A case of the same name may have another failed send by now: what was asked for the old one is not its answer. */
function serversAnswered(
  entry: Case,
  { asked, seen, more, lookedUp, offline }: EventOf<"servers-answered">,
): Turn {
  if (JSON.stringify(entry.evidence) !== JSON.stringify(asked)) {
    return ignored(entry);
  }
  const untouched = ["checking", "problem", "settings-fine", "healthy", "need-input"].includes(entry.state);
  if (!untouched) {
    // A click that did not wait has moved the case on: what it did stands.
    return more === true ? ignored(entry) : taken({ ...entry, gathering: false }, tellPages);
  }
  const diagnosis = diagnose(seen);
  const state = stateOf(diagnosis, seen);
  const isUntested = offline === true && entry.startedBy === "check" && entry.outcome === null;
  const outcome = isUntested ? tested(entry, "offline") : entry.outcome;
  const judged: Case = { ...entry, evidence: seen, diagnosis, gathering: more === true, state, outcome };
  return taken(lookedUp === true ? { ...judged, lookedUp } : judged, tellPages);
}

/** A send belongs to Thunderbird. Of a fix nothing is written, or all is taken back. */
function cancelled(entry: Case): Turn {
  if (entry.state === "checking") {
    return taken(entry, { kind: "stop-asking" });
  }
  const { operationId } = entry;
  return taken(
    unfixed(entry),
    ...(operationId === null ? [] : [{ kind: "end-operation", operationId } as const]),
    tellPages,
  );
}

/** Of a test that was cancelled nothing is told; of a message that the user has sent by hand meanwhile, neither. */
function unfixed(entry: Case): Case | null {
  const { outcome, diagnosis, evidence } = entry;
  const state = stateOf(diagnosis, evidence);
  return entry.hasGone === true
    ? null
    : { ...entry, outcome: outcome?.kind === "testing" ? null : outcome, state, operationId: null };
}

function ticked(entry: Case, { step, done }: EventOf<"step-ticked">): Turn {
  const { plan } = entry.diagnosis;
  if (plan === null) {
    return ignored(entry);
  }
  const others = (entry.guide?.done ?? []).filter((one) => one !== step);
  return taken({ ...entry, guide: { plan, done: done ? [...others, step] : others } });
}

function turnedToOAuth2(entry: Case): Turn {
  const { diagnosis, evidence } = entry;
  if (diagnosis.plan === null || !mayTurnToOAuth2(evidence, diagnosis)) {
    return ignored(entry);
  }
  const plan = withOAuth2(diagnosis.plan, evidence);
  return taken({ ...entry, state: "problem", outcome: null, diagnosis: { ...diagnosis, plan } }, tellPages);
}

/** A click can be clicked again; a sending goes on in Thunderbird, which is asked; servers are asked again. */
function backgroundStarted(entry: Case): Turn {
  const ask: Turn["effects"] = entry.gathering ? [{ kind: "ask-servers" }] : [];
  if (entry.state === "fixing") {
    const left = unfixed(entry);
    return left === null ? taken(null) : taken(left, ...ask);
  }
  if (entry.state !== "sending") {
    return ask.length === 0 ? ignored(entry) : taken(entry, ...ask);
  }
  if (entry.outcome?.kind === "getting-mail") {
    return taken({ ...entry, state: entry.before ?? "problem", outcome: null });
  }
  if (entry.endSeen === true) {
    // It ended in another refusal, and what follows from that was cut off.
    return taken(entry, { kind: "take-back", changeId: entry.changeId });
  }
  const isInOutbox = entry.windowId === null && entry.unsent != null;
  return isInOutbox ? taken(entry, { kind: "ask-outbox" }) : ignored(entry);
}
