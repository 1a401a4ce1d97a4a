// Sends the message of a case once more, without changing anything: from its window, where how it ends is after-send.ts's,
// or from the Outbox, which Thunderbird empties as a whole.

import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { findCase } from "../case/case-file.js";

export async function sendAgain(ports: Ports, caseId: string): Promise<void> {
  await advance(ports, caseId, {
    kind: "send-clicked",
    isOffline: ports.isOffline(),
    unsent: await unsentNow(ports, caseId),
  });
}

/** How many messages lie in the Outbox, where that is where the message is. */
export async function unsentNow(ports: Ports, caseId: string): Promise<number> {
  const entry = await findCase(ports.session, caseId);
  return entry?.windowId === null && entry.unsent != null ? ports.outbox.count() : 0;
}

/** Hands it to Thunderbird; how it ended comes as an event of its own. */
export async function sendFromWindow(ports: Ports, caseId: string, windowId: number): Promise<void> {
  const rejected = (): void => void ports.awake.during(async () => wasRejected(ports, caseId));
  if (!(await ports.compose.sendAgain(windowId, rejected))) {
    await advance(ports, caseId, { kind: "send-not-begun", because: "window-gone" });
  }
}

/** A refusal is told by its own events, about now; where none comes, Thunderbird has not begun. */
const untilToldMilliseconds = 2_000;

async function wasRejected(ports: Ports, caseId: string): Promise<void> {
  await ports.clock.wait(untilToldMilliseconds);
  await advance(ports, caseId, { kind: "send-not-begun", because: "rejected" });
}
