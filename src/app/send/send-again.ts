// Sends the message of a case once more, without changing anything: from its window, where how it ends is after-send.ts's,
// or from the Outbox, which Thunderbird empties as a whole.

import type { Ports } from "../../ports.js";
import { changeCase, findCase } from "../case/case-file.js";
import { keep } from "../change/journal.js";
import { sendUnsent } from "./send-unsent.js";

export async function sendAgain(ports: Ports, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  if (entry?.windowId == null) {
    await (entry?.unsent == null ? undefined : sendUnsent(ports, caseId));
    return;
  }
  if (ports.isOffline()) {
    await changeCase(ports.session, caseId, { outcome: { kind: "not-sent", because: "offline" } });
    return;
  }
  await changeCase(ports.session, caseId, { state: "sending", outcome: null });
  ports.pages.changed();
  if (!(await ports.compose.sendAgain(entry.windowId))) {
    await windowIsGone(ports, caseId);
  }
}

/** The window was closed in the meantime: the settings stay, the message is the user's. */
export async function windowIsGone(ports: Ports, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  await changeCase(ports.session, caseId, { state: "fixed", windowId: null });
  if (entry?.changeId != null) {
    await keep(ports.lasting, entry.changeId);
  }
}
