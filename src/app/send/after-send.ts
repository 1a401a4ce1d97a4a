// How a send from a compose window ended, told by Thunderbird once its alerts are closed; and a window that was closed. The
// refusal itself comes as an event of its own, before or after.

import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { caseOfWindow } from "../case/case-file.js";
import { noteEnd } from "../notice/early-ends.js";
import { allNoticed } from "../notice/notice-failed-send.js";

/** `identityId`: from which a message was sent, where Thunderbird tells. */
export async function afterSend(
  ports: Ports,
  windowId: number,
  sent: boolean,
  identityId?: string,
): Promise<void> {
  const at = ports.clock.now();
  await allNoticed(ports);
  const entry = await caseOfWindow(ports.session, windowId);
  if (!sent && (entry === null || entry.endSeen === true)) {
    await noteEnd(ports, "send-ended", windowId, at);
  }
  if (entry === null) {
    return;
  }
  // The other edition may have been installed since the case was opened: the message's story goes on there.
  const isOver = !sent && (await ports.sibling.takesOver());
  await advance(
    ports,
    entry.caseId,
    isOver ? { kind: "taken-over" } : { kind: "send-ended", sent, at, identityId },
  );
}

/**
 * A compose window was closed. One that was sending tells how it ended just before or after; where it does not, the
 * message was given up, and nobody is left to wait for.
 */
export async function windowClosed(ports: Ports, windowId: number): Promise<void> {
  const at = ports.clock.now();
  await ports.clock.wait(afterwordMilliseconds);
  await allNoticed(ports);
  const entry = await caseOfWindow(ports.session, windowId);
  await (entry === null
    ? noteEnd(ports, "window-closed", windowId, at)
    : advance(ports, entry.caseId, { kind: "window-closed", at }));
}

const afterwordMilliseconds = 2000;
