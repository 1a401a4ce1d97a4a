// How a send from a compose window ended, told by Thunderbird once its alerts are closed; and a window that was closed.

import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { readCases } from "../case/case-file.js";
import { allNoticed } from "../notice/notice-failed-send.js";

export async function afterSend(ports: Ports, windowId: number, sent: boolean): Promise<void> {
  await allNoticed(ports);
  const caseId = await caseOfWindow(ports, windowId);
  if (caseId === null) {
    return;
  }
  // The other edition may have been installed since the case was opened: the message's story goes on there.
  const isOver = !sent && (await ports.sibling.takesOver());
  await advance(ports, caseId, isOver ? { kind: "taken-over" } : { kind: "send-ended", sent });
}

async function caseOfWindow({ session }: Ports, windowId: number): Promise<string | null> {
  return (await readCases(session)).find((one) => one.windowId === windowId)?.caseId ?? null;
}

/**
 * A compose window was closed. One that was sending tells how it ended just before or after; where it does not, the
 * message was given up, and nobody is left to wait for.
 */
export async function windowClosed(ports: Ports, windowId: number): Promise<void> {
  await ports.clock.wait(afterwordMilliseconds);
  const caseId = await caseOfWindow(ports, windowId);
  if (caseId !== null) {
    await advance(ports, caseId, { kind: "window-closed" });
  }
}

const afterwordMilliseconds = 2000;
