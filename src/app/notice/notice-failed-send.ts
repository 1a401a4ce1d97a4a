// A send failed: opens a case, or, if it was our own second try, remembers what the server said this time.
// Diagnoses at once from what is at hand, so that the verdict is ready before Thunderbird's alert is closed;
// the page of a compose window is opened only then (after-send.ts): an alert that opens closes every popup. A send that
// the user may have cancelled only leaves a sign on our button, the first time.

import type { FailedSend, Ports } from "../../ports.js";
import { changeCase, putCase, readCases, type Case } from "../case/case-file.js";
import { gather } from "../find/gather.js";
import { resume } from "../find/investigate.js";
import { openCase } from "../case/open-case.js";

let underWay: Promise<unknown> = Promise.resolve();

/** `failed` may take a moment to be known; a send that did not fail after all leaves no trace. */
export function noticeFailedSend(
  ports: Ports,
  failed: FailedSend | Promise<FailedSend | null>,
): Promise<void> {
  const work = Promise.resolve(failed).then(async (known) => {
    if (known !== null && !(await ports.sibling.takesOver())) {
      await notice(ports, known);
    }
  });
  underWay = Promise.allSettled([underWay, work]);
  return work;
}

/** Settled when every failed send noticed so far has its case: an alert can be closed faster than that. */
export async function allNoticed(): Promise<void> {
  await underWay;
}

async function notice(ports: Ports, failed: FailedSend): Promise<void> {
  const { windowId, inOutbox, identityId, refusal } = failed;
  const cases = await readCases(ports.session);
  const ours = cases.find((entry) => isSecondTry(entry, failed));
  if (ours !== undefined && refusal.fault !== "untold") {
    await changeCase(ports.session, ours.caseId, {
      outcome: { kind: "refused-again", refusal, restored: false },
    });
    return;
  }
  const evidence = identityId === null ? null : await gather(ports, identityId, failed);
  if (evidence === null) {
    return;
  }
  const opened = openCase(evidence, {
    caseId: windowId === null ? `send-${evidence.sender.identityId}` : `window-${String(windowId)}`,
    windowId,
    ...(inOutbox && { unsent: await ports.outbox.count() }),
    ...(failed.mayBeCancelled && !cases.some((entry) => entry.windowId === windowId) && { isDoubtful: true }),
    startedBy: "failed-send",
    at: ports.clock.now(),
  });
  // Refused once more, and nobody has told why: it is asked for as the first time.
  const outcome = ours === undefined ? null : ({ kind: "refused-again", refusal, restored: false } as const);
  const entry = { ...opened, outcome };
  await putCase(ports.session, entry);
  resume(ports, [entry]);
  ports.pages.changed();
  if (windowId === null) {
    await ports.mailWindow.showPage();
  }
}

function isSecondTry({ state, windowId, unsent, evidence }: Case, failed: FailedSend): boolean {
  const fromWindow = windowId !== null && windowId === failed.windowId;
  const fromOutbox = failed.inOutbox && unsent != null && evidence.sender.identityId === failed.identityId;
  return state === "sending" && (fromWindow || fromOutbox);
}
