// How a sending ended. Ours: sent; refused again, and then what the refusal disproves goes back to what it was; or stopped by the
// user. The user's own: a message that went out needs no case any more, and one that failed is told once its alert is closed.

import type { Case, Outcome, PageState, SettingsAfter } from "../model/case.js";
import type { Refusal } from "../model/refusal.js";
import type { Effect, EventOf } from "./event.js";
import { disproves } from "./disproves.js";
import { openCase } from "./open-case.js";
import { stateOf } from "./state-of.js";
import { ignored, keepChange, taken, tellPages, type Turn } from "./turn.js";

/** A second try of ours only notes the server's words: its end follows, and tells what becomes of the settings. */
export function sendFailed(entry: Case | null, { fresh }: EventOf<"send-failed">): Turn {
  const { refusal } = fresh.evidence;
  if (entry !== null && refusal !== null && cameLate(entry, fresh)) {
    return refusedOrStopped({ ...refusedAgain(entry, fresh, refusal), state: "sending" });
  }
  if (entry?.state !== "sending" || refusal === null) {
    return shown(fresh);
  }
  if (!isSameMessage(entry, fresh)) {
    return ignored(entry);
  }
  const refused = refusedAgain(entry, fresh, refusal);
  if (refusal.fault !== "untold") {
    return taken(refused);
  }
  // Nobody has told why. Who is mending by hand goes on where he was; else it is asked for as the first time.
  const { outcome } = refused;
  return entry.diagnosis.plan === null || isMendedByHand(entry)
    ? shown({ ...fresh, outcome })
    : taken({ ...entry, state: "problem", outcome, endSeen: false }, tellPages);
}

/** Where nothing goes back, the case is from now on about what was refused now, and about the settings as they were then. */
function refusedAgain(entry: Case, fresh: Case, refusal: Refusal): Case {
  const settings: SettingsAfter = entry.changeId === null ? "none" : "in-place";
  const outcome: Outcome = { kind: "refused-again", refusal, settings };
  const { evidence, diagnosis, at } = fresh;
  return staysChanged(entry, refusal)
    ? { ...entry, evidence, diagnosis, at, outcome }
    : { ...entry, outcome };
}

/** Nothing was changed, or it was proven and this is about something else. */
function staysChanged({ changeId, isProven }: Case, refusal: Refusal): boolean {
  return changeId === null || (isProven === true && !disproves(refusal));
}

function isMendedByHand({ before, changeId }: Case): boolean {
  return before === "fixed" && changeId === null;
}

/** The end of a sending was told before its refusal, and so taken for the user's own stop, or for a message given up. */
function cameLate(entry: Case, fresh: Case): boolean {
  const { outcome, endedAt } = entry;
  const isStopped = outcome?.kind === "not-sent" && outcome.because === "stopped";
  return (
    (isStopped || isGivenUp(entry)) && endedAt !== undefined && fresh.windowId !== null && fresh.at <= endedAt
  );
}

/** Its window is gone, and how our sending ended was never told. */
function isGivenUp({ state, windowId, changeId, endSeen }: Case): boolean {
  const isUnchanged =
    changeId === null && endSeen === false && !["fixing", "sending", "sent"].includes(state);
  return windowId === null && (state === "fixed" || isUnchanged);
}

/** What a message that did not go out leaves: changed settings, or the verdict that was. */
export function left({ changeId, diagnosis, evidence }: Case): PageState {
  return changeId === null ? stateOf(diagnosis, evidence) : "fixed";
}

function shown(fresh: Case): Turn {
  const inWindow = fresh.windowId !== null;
  return taken(
    fresh,
    { kind: "ask-servers" },
    tellPages,
    ...(inWindow ? [] : [{ kind: "show-page", at: "main-window" } as const]),
  );
}

/** In the Outbox others may be refused beside it. */
export function isSameMessage(entry: Case, fresh: Case): boolean {
  const known = entry.messageId != null && fresh.messageId != null;
  const sameWay = entry.windowId === fresh.windowId && (entry.unsent == null) === (fresh.unsent == null);
  return sameWay && (fresh.windowId !== null || !known || entry.messageId === fresh.messageId);
}

/** The page is opened only now: an alert that opens closes every popup. Told twice is told once. */
export function sendEnded(entry: Case, { sent, at, identityId }: EventOf<"send-ended">): Turn {
  const { windowId, state } = entry;
  if (sent) {
    return wentOut(entry, identityId);
  }
  if (entry.endSeen === true || windowId === null) {
    return ignored(entry);
  }
  const seen: Case = { ...entry, endSeen: true, endedAt: at };
  if (entry.isDoubtful === true) {
    return taken(seen, { kind: "set-sign", windowId });
  }
  // The sign stays until the page is read: another panel may keep it from opening.
  const show = [
    { kind: "set-sign", windowId },
    { kind: "show-page", at: windowId },
  ] as const;
  if (state !== "sending" || entry.outcome?.kind === "getting-mail") {
    return taken(seen, ...show);
  }
  const turn = refusedOrStopped(seen);
  return { ...turn, effects: [...show, ...turn.effects] };
}

function wentOut(entry: Case, identityId: string | undefined): Turn {
  if (entry.state === "fixing") {
    // By the user's own hand, and the fix goes on: there is nothing left for it to send.
    return taken({ ...entry, windowId: null, hasGone: true });
  }
  if (entry.state === "sent") {
    // Told twice.
    return ignored(entry);
  }
  if (entry.state !== "sending" && !isGivenUp(entry)) {
    // By the user's own hand, with what was changed for it: that has shown that it works.
    return taken(null, ...keepSent(entry, identityId));
  }
  // Who opened the toolbar's page in the very moment was shown the accounts, and is to see the Undo.
  return taken(
    { ...entry, state: "sent", windowId: null, outcome: null },
    ...keepSent(entry, identityId),
    tellPages,
    {
      kind: "show-sent",
    },
  );
}

/** In its window the user may have chosen another address: such a message says nothing about what no log-in has proven. */
function keepSent(entry: Case, sentBy: string | undefined): readonly Effect[] {
  const { changeId, isProven } = entry;
  return changeId === null || isProven === true || sentBy === undefined
    ? keepChange(entry)
    : [{ kind: "keep-change", changeId, untilSent: false, sentBy }];
}

/**
 * Refused by a server once more: what was changed is taken back; or it stays, and the message is judged as it was the first
 * time: the reason, and what helps. Else the user has stopped it, and the message waits where it was: what was proven stays,
 * with its undo; what only a sent message would have proven waits for one.
 */
export function refusedOrStopped(entry: Case, because: "stopped" | "left" = "stopped"): Turn {
  const { outcome, changeId } = entry;
  if (outcome?.kind !== "refused-again") {
    const stopped: Case = { ...entry, state: left(entry), outcome: { kind: "not-sent", because } };
    return taken(stopped, ...(entry.isProven === true ? keepChange(entry, "until-sent") : []), tellPages);
  }
  if (!staysChanged(entry, outcome.refusal)) {
    return taken(entry, { kind: "take-back", changeId });
  }
  // What a guide wanted, and has got, is what was refused.
  const about: Case = isMendedByHand(entry) ? { ...entry, guide: undefined } : entry;
  const judged = openCase(entry.evidence, about);
  const told: Outcome = changeId === null ? outcome : { kind: "settings-work" };
  return taken(
    { ...judged, changeId, outcome: told },
    ...keepChange(entry),
    { kind: "ask-servers" },
    tellPages,
  );
}

/** A window that was sending tells how it ended just before or after; where it does not, the message was given up. */
export function windowClosed(entry: Case, event: EventOf<"window-closed">): Turn {
  if (entry.outcome?.kind === "getting-mail") {
    // Nothing has been handed over yet, and nobody waits for the mail any more.
    return windowClosed({ ...entry, state: left(entry), outcome: null }, event);
  }
  const { at } = event;
  const given: Case = { ...entry, windowId: null, endedAt: at };
  if (entry.state !== "fixing" && entry.state !== "sending") {
    // Nobody waits for its message here any more; what was changed for it stays to be undone.
    return entry.windowId === null
      ? ignored(entry)
      : taken(entry.changeId === null ? null : given, tellPages);
  }
  if (entry.state === "fixing") {
    return taken(given);
  }
  return entry.outcome?.kind === "refused-again"
    ? refusedOrStopped({ ...given, endSeen: true })
    : taken({ ...given, state: left(entry) }, ...keepChange(entry, "until-sent"), tellPages);
}
