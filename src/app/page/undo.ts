// Takes the change of a case back, where the values are still the ones we wrote.

import type { WritingPorts } from "../../ports.js";
import type { Outcome } from "../../protocol.js";
import { changeCase, findCase } from "../case/case-file.js";
import { findChange } from "../change/journal.js";
import { lookAgain } from "../notice/look-again.js";
import { oneAtATime } from "../change/one-at-a-time.js";
import { takeBack, type TakenBack } from "../change/take-back.js";

export async function undo(ports: WritingPorts, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  if (entry?.changeId == null) {
    return;
  }
  const outcome = await undoChange(ports, entry.changeId);
  if (outcome === null) {
    return;
  }
  if (outcome.kind === "not-undone") {
    // The change stands and can still be undone: the page stays, with the reason.
    await changeCase(ports.session, caseId, { outcome });
    return;
  }
  await lookAgain(ports, entry, outcome);
}

export type Undone = Extract<Outcome, { kind: "undone" | "changed-since" | "not-undone" }>;

/** Null where no such change is on record. */
export async function undoChange(ports: WritingPorts, changeId: string): Promise<Undone | null> {
  const taken = await oneAtATime(async (): Promise<TakenBack | null> => {
    const change = await findChange(ports.lasting, changeId);
    return change === null ? null : takeBack(ports, change, "whole");
  });
  switch (taken?.kind) {
    case undefined:
      return null;
    case "undone":
      return { kind: "undone" };
    case "changed-since":
      return { ...taken, during: "undo" };
    case "refused":
      return { kind: "not-undone", because: taken.because };
  }
}
