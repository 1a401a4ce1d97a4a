// How a send ended, told by Thunderbird once its alerts are closed. Ours: sent, or refused again, and then
// everything goes back to what it was. The user's own: a message that went out needs no case any more.

import type { Ports } from "../ports.js";
import { changeCase, editCases, readCases, type Case } from "./case-file.js";
import { findChange } from "./journal.js";
import { allNoticed } from "./notice-failed-send.js";
import { takeBack } from "./take-back.js";

export async function afterSend(ports: Ports, windowId: number, sent: boolean): Promise<void> {
  await allNoticed();
  const entry = (await readCases(ports.session)).find((one) => one.windowId === windowId);
  if (entry === undefined) {
    return;
  }
  if (!sent) {
    ports.compose.showPage(windowId);
  }
  if (entry.state !== "sending") {
    if (sent) {
      await editCases(ports.session, (cases) => cases.filter(({ caseId }) => caseId !== entry.caseId));
    }
    return;
  }
  if (sent) {
    await changeCase(ports.session, entry.caseId, { state: "sent", windowId: null, outcome: null });
    await ports.mailWindow.showPage();
    return;
  }
  await refusedAgain(ports, entry);
}

async function refusedAgain(ports: Ports, entry: Case): Promise<void> {
  const change = entry.changeId === null ? null : await findChange(ports.lasting, entry.changeId);
  const restored = change !== null && (await takeBack(ports, change)) === "undone";
  const refusal = entry.outcome?.kind === "refused-again" ? entry.outcome.refusal : null;
  await changeCase(ports.session, entry.caseId, {
    state: "failed",
    outcome: { kind: "refused-again", refusal, restored },
    // What could not be taken back now can still be undone by hand.
    changeId: restored ? null : entry.changeId,
  });
  ports.pages.changed();
}
