// How a send ended, told by Thunderbird once its alerts are closed. Ours: sent, or refused again, and then
// everything goes back to what it was. The user's own: a message that went out needs no case any more.

import type { Ports } from "../ports.js";
import { changeCase, editCases, readCases, type Case } from "./case-file.js";
import { findChange, keep } from "./journal.js";
import { allNoticed } from "./notice-failed-send.js";
import { oneAtATime } from "./one-at-a-time.js";
import { windowIsGone } from "./send-again.js";
import { takeBack } from "./take-back.js";
import { writing } from "./writing.js";

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
    if (entry.changeId !== null) {
      await keep(ports.lasting, entry.changeId);
    }
    await changeCase(ports.session, entry.caseId, { state: "sent", windowId: null, outcome: null });
    await ports.mailWindow.showPage();
    return;
  }
  await refusedAgain(ports, entry);
}

async function refusedAgain(ports: Ports, entry: Case): Promise<void> {
  const restored = await oneAtATime(async () => {
    const change = entry.changeId === null ? null : await findChange(ports.lasting, entry.changeId);
    // A message of another window has gone out with these settings: they work, and stay.
    const able = writing(ports);
    const isOurs = able !== null && change?.state === "made";
    return isOurs && (await takeBack(able, change, "whole")).kind === "undone";
  });
  const refusal = entry.outcome?.kind === "refused-again" ? entry.outcome.refusal : null;
  await changeCase(ports.session, entry.caseId, {
    state: "failed",
    outcome: { kind: "refused-again", refusal, restored },
    // What could not be taken back now can still be undone by hand.
    changeId: restored ? null : entry.changeId,
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
