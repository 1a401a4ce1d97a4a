// A send failed: opens a case, or, if it was our own second try, remembers what the server said this time.
// Diagnoses at once from what is at hand, so that the verdict is ready before Thunderbird's alert is closed;
// the page of a compose window is opened only then (after-send.ts): an alert that opens closes every popup. A send that
// the user may have cancelled only leaves a sign on our button, the first time.

import { nameOf } from "../../engine/case/name-of.js";
import { openCase } from "../../engine/case/open-case.js";
import type { FailedSend, Ports, SettingsRead } from "../../ports.js";
import { advance } from "../case/advance.js";
import { readCases } from "../case/case-file.js";
import { gather } from "../find/gather.js";
import { takeEnd } from "./early-ends.js";

/**
 * `failed` may take a moment to be known; a send that did not fail after all leaves no trace. `then`: the settings as they
 * stood then, where they were asked for.
 */
export function noticeFailedSend(
  ports: Ports,
  failed: FailedSend | Promise<FailedSend | null>,
  then: SettingsRead = ports,
): Promise<void> {
  const work = Promise.resolve(failed).then(async (known) => {
    if (known !== null && !(await ports.sibling.takesOver())) {
      await notice(ports, known, then);
    }
  });
  ports.underWay.noticing = Promise.allSettled([ports.underWay.noticing, work]);
  return work;
}

/** Settled when every failed send noticed so far has its case: an alert can be closed faster than that. */
export async function allNoticed({ underWay }: Pick<Ports, "underWay">): Promise<void> {
  await underWay.noticing;
}

async function notice(ports: Ports, failed: FailedSend, then: SettingsRead): Promise<void> {
  const { windowId, inOutbox, identityId, messageId } = failed;
  const evidence = identityId === null ? null : await gather(then, identityId, failed);
  if (evidence === null) {
    return;
  }
  const unsent = inOutbox ? await ports.outbox.count() : null;
  // Its name hangs on the cases there are: of two that a waking background is told together, the second finds the first.
  const caseId = await ports.underWay.inLine("failed", async () => {
    const cases = await readCases(ports.session);
    const isFirst = !cases.some((entry) => entry.windowId === windowId);
    const unnamed = openCase(evidence, {
      caseId: "",
      windowId,
      messageId,
      ...(unsent !== null && { unsent }),
      ...(failed.mayBeCancelled && isFirst && { isDoubtful: true }),
      startedBy: "failed-send",
      at: failed.at,
    });
    const fresh = { ...unnamed, caseId: nameOf(unnamed, cases) };
    await advance(ports, fresh.caseId, { kind: "send-failed", fresh });
    return fresh.caseId;
  });
  const endedAt = windowId === null ? null : await takeEnd(ports, "send-ended", windowId);
  if (endedAt !== null && endedAt >= failed.at) {
    await advance(ports, caseId, { kind: "send-ended", sent: false, at: endedAt });
  }
  const closedAt = windowId === null ? null : await takeEnd(ports, "window-closed", windowId);
  if (closedAt !== null) {
    await advance(ports, caseId, { kind: "window-closed", at: closedAt });
  }
}
