// The message of a case on its way once more: from its window, where how it ends is send-ends.ts's, or from the Outbox,
// which Thunderbird empties as a whole. A message of the Outbox counts as sent only where it was seen going.

import type { Case } from "../model/case.js";
import type { EventOf } from "./event.js";
import { mayGetMail } from "./may-get-mail.js";
import { left, refusedOrStopped } from "./send-ends.js";
import { ignored, keepChange, taken, tellPages, type Turn } from "./turn.js";

/** All of the Outbox goes out together: what has come since the page told its number is said first. */
export function grew(entry: Case, unsent: number): boolean {
  return entry.windowId === null && entry.unsent != null && unsent > entry.unsent;
}

/** Two clicks send one message. */
export function sendClicked(entry: Case, { isOffline, unsent }: EventOf<"send-clicked">): Turn {
  const { windowId } = entry;
  if (windowId === null && entry.unsent == null) {
    return ignored(entry, ...keepChange(entry));
  }
  if (isOffline && windowId !== null) {
    return ignored(toldNotSent(entry, "offline"), tellPages);
  }
  if (grew(entry, unsent)) {
    return ignored({ ...entry, unsent, outcome: { kind: "outbox-grew" } }, tellPages);
  }
  return taken(
    { ...entry, state: "sending", before: entry.state, outcome: null, endSeen: false, isDoubtful: false },
    tellPages,
    windowId === null ? { kind: "send-outbox" } : { kind: "send-from-window", windowId },
  );
}

function toldNotSent(entry: Case, because: "offline" | "busy" | "not-there"): Case {
  return { ...entry, outcome: { kind: "not-sent", because } };
}

export function getMailClicked(entry: Case): Turn {
  if (!mayGetMail(entry)) {
    return ignored(entry);
  }
  const { accountId } = entry.evidence.sender;
  return taken(
    { ...entry, state: "sending", before: entry.state, outcome: { kind: "getting-mail" } },
    tellPages,
    { kind: "get-mail", accountId },
  );
}

export function mailFetched(entry: Case, { got }: EventOf<"mail-fetched">): Turn {
  const { windowId, outcome } = entry;
  if (outcome?.kind !== "getting-mail") {
    return ignored(entry);
  }
  if (got !== "done" || windowId === null) {
    const because = got === "done" ? "failed" : got;
    return taken(
      { ...entry, state: entry.before ?? "problem", outcome: { kind: "mail-not-fetched", because } },
      tellPages,
    );
  }
  return taken({ ...entry, outcome: null, endSeen: false }, tellPages, {
    kind: "send-from-window",
    windowId,
  });
}

/** What was changed for it stays, and waits for a send that the user begins: no message has gone out with it yet. */
export function notBegun(entry: Case, { because }: EventOf<"send-not-begun">): Turn {
  switch (because) {
    case "window-gone":
      return taken({ ...entry, state: left(entry), windowId: null }, ...keepChange(entry), tellPages);
    case "rejected":
      return refusedOrStopped(entry);
    case "busy":
    case "offline":
      return taken(
        { ...toldNotSent(entry, because), state: entry.before ?? left(entry) },
        ...keepChange(entry, "until-sent"),
        tellPages,
      );
  }
}

export function outboxEnded(entry: Case, { went, isThere, unsent }: EventOf<"outbox-ended">): Turn {
  if (went) {
    const sent: Case = { ...entry, state: "sent", outcome: null, unsent: null };
    return taken(sent, ...keepChange(entry), tellPages);
  }
  if (!isThere) {
    const gone: Case = { ...toldNotSent(entry, "not-there"), state: left(entry), unsent: null };
    return taken(gone, ...keepChange(entry), tellPages);
  }
  const turn = refusedOrStopped({ ...entry, unsent: unsent ?? entry.unsent ?? null }, "left");
  return { ...turn, effects: [...turn.effects, { kind: "show-page", at: "main-window" }] };
}

/** What could not be taken back now can still be undone by hand. */
export function takenBack(entry: Case, { settings }: EventOf<"taken-back">): Turn {
  const { outcome } = entry;
  return taken(
    {
      ...entry,
      state: "failed",
      outcome: outcome?.kind === "refused-again" ? { ...outcome, settings } : outcome,
      changeId: settings === "as-before" ? null : entry.changeId,
    },
    tellPages,
  );
}
