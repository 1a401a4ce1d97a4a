// Whether *Get mail and send again* is offered: the server asked for it, and a compose window holds the message.

import type { Case } from "../model/case.js";

export function mayGetMail({ windowId, diagnosis, evidence }: Case): boolean {
  const asked = diagnosis.findings.some(
    ({ rule, verdict }) => rule === "pop-before-smtp" && verdict === "problem",
  );
  return asked && windowId !== null && evidence.refusal !== null;
}
