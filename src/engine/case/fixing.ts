// The click that mends: who may claim the case, and what the case is when the click has ended. Only the click that is at
// work may end it: after a cancel the next one may be.

import type { Case } from "../model/case.js";
import type { Plan } from "../model/finding.js";
import type { EventOf } from "./event.js";
import { grew } from "./sending.js";
import { ignored, taken, tellPages, type Turn } from "./turn.js";

/** Two clicks, or two pages, must not carry one plan out twice. */
export function fixClicked(entry: Case, click: EventOf<"fix-clicked">): Turn {
  const { operationId, isOffline, unsent } = click;
  if (isOffline) {
    // Nothing can be proven, and what is not proven is not written.
    return ignored({ ...entry, outcome: { kind: "not-changed", because: "offline" } }, tellPages);
  }
  const { plan } = entry.diagnosis;
  if (plan === null) {
    return ignored(entry);
  }
  if (!wasShown(plan, click)) {
    // A server's answer has made another plan of it: the page shows that one, and waits for its own click.
    return ignored(entry, tellPages);
  }
  if (grew(entry, unsent)) {
    return ignored({ ...entry, unsent, outcome: { kind: "outbox-grew" } }, tellPages);
  }
  return taken({ ...entry, state: "fixing", before: entry.state, outcome: null, operationId }, tellPages);
}

/**
 * A click is for the server, the user and the addresses that were shown, and agrees to the very question that was. Which
 * port and method the server wants may have become clear since.
 */
function wasShown(plan: Plan, { shown, agreed }: EventOf<"fix-clicked">): boolean {
  const { asksAbout } = plan;
  return (
    shown !== null &&
    essenceOf(shown) === essenceOf(plan) &&
    (asksAbout === null || (asksAbout.host === agreed?.host && asksAbout.passwordOf === agreed.passwordOf))
  );
}

function essenceOf({ kind, settings: { host, userName }, identityIds }: Plan): string {
  return JSON.stringify([kind, host, userName, identityIds]);
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
