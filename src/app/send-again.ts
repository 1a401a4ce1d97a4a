// Sends the message of a case once more, without changing anything. How it ends is after-send.ts's.

import type { Ports } from "../ports.js";
import { changeCase } from "./case-file.js";

export async function sendAgain(ports: Ports, caseId: string, windowId: number | null): Promise<void> {
  if (windowId === null) {
    return;
  }
  await changeCase(ports.session, caseId, { state: "sending" });
  ports.pages.changed();
  if (!(await ports.compose.sendAgain(windowId))) {
    // The window was closed in the meantime: the settings are right, the message is the user's.
    await changeCase(ports.session, caseId, { state: "fixed", windowId: null });
  }
}
