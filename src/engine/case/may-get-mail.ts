// Whether *Get mail and send again* is offered: the server asked for it, and a compose window holds the message.

import type { Case } from "../model/case.js";
import { isFound } from "../model/finding.js";

export function mayGetMail({ windowId, diagnosis, evidence }: Case): boolean {
  return isFound(diagnosis.findings, "pop-before-smtp") && windowId !== null && evidence.refusal !== null;
}
