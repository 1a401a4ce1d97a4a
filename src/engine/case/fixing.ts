// The click that mends: who may claim the case, and what the case is when the click has ended. Only the click that is at
// work may end it: after a cancel the next one may be.

import type { Case } from "../model/case.js";
import type { EventOf } from "./event.js";
import { grew } from "./sending.js";
import { ignored, taken, tellPages, type Turn } from "./turn.js";

/** Two clicks, or two pages, must not carry one plan out twice. */
export function fixClicked(entry: Case, { operationId, isOffline, unsent }: EventOf<"fix-clicked">): Turn {
  if (isOffline) {
    // Nothing can be proven, and what is not proven is not written.
    return ignored({ ...entry, outcome: { kind: "not-changed", because: "offline" } }, tellPages);
  }
  if (entry.diagnosis.plan === null) {
    return ignored(entry);
  }
  if (grew(entry, unsent)) {
    return ignored({ ...entry, unsent, outcome: { kind: "outbox-grew" } }, tellPages);
  }
  return taken({ ...entry, state: "fixing", before: entry.state, outcome: null, operationId }, tellPages);
}

export function fixEnded(entry: Case, { operationId, end }: EventOf<"fix-ended">): Turn {
  if (entry.operationId !== operationId) {
    return ignored(entry);
  }
  if (entry.hasGone === true && end.kind !== "written") {
    return taken(null, tellPages);
  }
  const ended: Case = { ...entry, operationId: null };
  switch (end.kind) {
    case "written": {
      const { changeId, proven } = end;
      return taken({ ...ended, state: "fixed", changeId, isProven: proven, outcome: null });
    }
    case "cancelled":
    case "changed-since":
      return taken({ ...ended, state: entry.before ?? "problem" });
    case "not-proven":
      return taken({ ...ended, state: end.next, outcome: end.outcome });
    case "refused":
      return taken({ ...ended, state: "failed", outcome: { kind: "not-changed", because: end.because } });
  }
}
