// Under which name a failed send is kept: one for each compose window; without a window one for each identity, and one more
// while something is being done about that one's message. A mail merge that goes on failing is told once, and cuts no fix off.

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
  const known = cases.find(({ caseId }) => caseId === name);
  const isBusy = known?.state === "fixing" || (known?.state === "sending" && !isSameMessage(known, fresh));
  return isBusy ? `${name}-next` : name;
}
