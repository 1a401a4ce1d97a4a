// Takes the change of a case back, where the values are still the ones we wrote.

import type { Ports } from "../ports.js";
import { changeCase, findCase } from "./case-file.js";
import { findChange } from "./journal.js";
import { takeBack } from "./take-back.js";

export async function undo(ports: Ports, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  const change = entry?.changeId == null ? null : await findChange(ports.lasting, entry.changeId);
  if (entry === null || change === null) {
    return;
  }
  const result = await takeBack(ports, change);
  await changeCase(ports.session, caseId, {
    state: "problem",
    outcome: { kind: result },
    changeId: null,
  });
}
