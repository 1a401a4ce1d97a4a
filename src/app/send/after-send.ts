// How a send ended, told by Thunderbird once its alerts are closed. Ours: sent; refused again, and then everything goes
// back to what it was; or stopped by the user. The user's own: a message that went out needs no case any more.

import type { Ports } from "../../ports.js";
import { changeCase, editCases, readCases, type Case } from "../case/case-file.js";
import { findChange, keep } from "../change/journal.js";
import { allNoticed } from "../notice/notice-failed-send.js";
import { refusedAgain } from "./refused-again.js";
import { windowIsGone } from "./send-again.js";
import { stateOf } from "../case/state-of.js";

export async function afterSend(ports: Ports, windowId: number, sent: boolean): Promise<void> {
  await allNoticed();
  const entry = (await readCases(ports.session)).find((one) => one.windowId === windowId);
  if (entry === undefined) {
    return;
  }
  if (!sent && (await ports.sibling.takesOver())) {
    // Installed since the case was opened: the message's story goes on there.
    await editCases(ports.session, (cases) => cases.filter(({ caseId }) => caseId !== entry.caseId));
    return;
  }
  if (!sent) {
    if (entry.isDoubtful === true) {
      ports.compose.setSign(windowId, true);
      return;
    }
    ports.compose.showPage(windowId);
  }
  if (entry.state !== "sending") {
    if (sent) {
      await editCases(ports.session, (cases) => cases.filter(({ caseId }) => caseId !== entry.caseId));
    }
    return;
  }
  if (sent) {
    if (entry.changeId !== null) {
      await keep(ports.lasting, entry.changeId);
    }
    await changeCase(ports.session, entry.caseId, { state: "sent", windowId: null, outcome: null });
    // Who opened the toolbar's page in the very moment was shown the accounts, and is to see the Undo.
    ports.pages.changed();
    await ports.mailWindow.showPage();
    return;
  }
  await (entry.outcome?.kind === "refused-again" ? refusedAgain(ports, entry) : stopped(ports, entry));
}

/**
 * No server has refused it a second time: the user has cancelled the sending, and the message waits in its window. What
 * was proven stays, with its undo; what only a sent message would have proven waits for one.
 */
async function stopped(ports: Ports, { caseId, changeId, diagnosis, evidence }: Case): Promise<void> {
  const change = changeId === null ? null : await findChange(ports.lasting, changeId);
  if (change?.proven === true) {
    await keep(ports.lasting, change.changeId);
  }
  await changeCase(ports.session, caseId, {
    state: change === null ? stateOf(diagnosis, evidence) : "fixed",
    outcome: { kind: "not-sent", because: "stopped" },
  });
  ports.pages.changed();
}

/**
 * A compose window was closed. One that was sending tells how it ended just before or after; where it does not, the
 * message was given up, and nobody is left to wait for.
 */
export async function windowClosed(ports: Ports, windowId: number): Promise<void> {
  await ports.clock.wait(afterwordMilliseconds);
  const entry = (await readCases(ports.session)).find((one) => one.windowId === windowId);
  if (entry?.state === "sending") {
    await windowIsGone(ports, entry.caseId);
    ports.pages.changed();
  }
}

const afterwordMilliseconds = 2000;
