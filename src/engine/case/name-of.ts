// Under which name a failed send is kept: one for each compose window; without a window one for each identity, and one more
// while something is being done about that one's message, or where another message of the Outbox is refused for another
// reason. A mail merge that goes on failing is told once, and cuts no fix off.

import type { Case } from "../model/case.js";
import { isSameMessage } from "./send-ends.js";

const withoutWindow = "send-";

/** From the beginning: not one whose window has been closed since. */
export function isWithoutWindow({ caseId }: Case): boolean {
  return caseId.startsWith(withoutWindow);
}

export function nameOf(fresh: Case, cases: readonly Case[]): string {
  if (fresh.windowId !== null) {
    return `window-${String(fresh.windowId)}`;
  }
  const name = `${withoutWindow}${fresh.evidence.sender.identityId}`;
  const next = `${name}-next`;
  const own = cases.find(({ caseId }) => caseId === name);
  const isTold = cases.some(
    (entry) => entry.caseId === next && entry.messageId != null && entry.messageId === fresh.messageId,
  );
  return isTold || (own !== undefined && isApart(own, fresh)) ? next : name;
}

function isApart(own: Case, fresh: Case): boolean {
  if (own.state === "fixing" || isSameMessage(own, fresh)) {
    return own.state === "fixing";
  }
  const waits = own.unsent != null && own.changeId === null;
  return own.state === "sending" || (waits && reasonOf(own) !== reasonOf(fresh));
}

function reasonOf({ diagnosis: { classification } }: Case): string {
  return JSON.stringify([classification?.reason, classification?.subReason, classification?.matter]);
}
