// Sends the message of a case once more, without changing anything. How it ends is after-send.ts's.

import type { Ports } from "../ports.js";
import { changeCase, findCase } from "./case-file.js";
import { keep } from "./journal.js";

export async function sendAgain(ports: Ports, caseId: string, windowId: number | null): Promise<void> {
  if (windowId === null) {
    return;
  }
  await changeCase(ports.session, caseId, { state: "sending" });
  ports.pages.changed();
  if (!(await ports.compose.sendAgain(windowId))) {
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
