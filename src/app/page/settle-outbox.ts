// A message that failed in the Outbox waits there for hours, where the page asks for them, and nobody tells when it has gone:
// sent by the user's own hand, deleted or moved. Looked after before a page shows it.

import type { Case, PageState } from "../../engine/model/case.js";
import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { lookIntoOutbox } from "../send/look-into-outbox.js";

const refused: ReadonlySet<PageState> = new Set<PageState>([
  "problem",
  "settings-fine",
  "need-input",
  "failed",
]);

/** What was changed for it is told as long as anything else (page.ts), whether or not it has gone. */
export function waitsInOutbox({ windowId, unsent, messageId, state, changeId }: Case): boolean {
  const isKnownThere = windowId === null && unsent != null && messageId != null;
  return isKnownThere && refused.has(state) && changeId === null;
}

/** A message that has gone needs no case any more. */
export async function settleOutbox(ports: Ports, cases: readonly Case[]): Promise<void> {
  const waiting = cases.filter(waitsInOutbox);
  if (waiting.length === 0) {
    return;
  }
  const seen = await lookIntoOutbox(ports);
  for (const from of waiting) {
    if (from.messageId != null && seen?.lying.includes(from.messageId) === false) {
      await advance(ports, from.caseId, { kind: "dismissed", from });
    }
  }
}
