// Takes the change of a case back, where the values are still the ones we wrote.

import type { Ports } from "../ports.js";
import { findCase } from "./case-file.js";
import { findChange } from "./journal.js";
import { lookAgain } from "./look-again.js";
import { takeBack } from "./take-back.js";

export async function undo(ports: Ports, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  const change = entry?.changeId == null ? null : await findChange(ports.lasting, entry.changeId);
  if (entry === null || change === null) {
    return;
  }
  await lookAgain(ports, entry, { kind: await takeBack(ports, change) });
}
