// Takes the change of a case back, where the values are still the ones we wrote.

import type { Ports, WritingPorts } from "../../ports.js";
import type { Outcome } from "../../protocol.js";
import { advance } from "../case/advance.js";
import { findCase, readCases, type Case } from "../case/case-file.js";
import { findChange } from "../change/journal.js";
import { judged } from "../notice/look-again.js";
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
  await toldOf(ports, entry, outcome);
}

/** The page of the change, where one is open or comes again, says what came of it. */
export async function toldOf(ports: Ports, entry: Case, outcome: Undone): Promise<void> {
  const { caseId } = entry;
  if (outcome.kind === "not-undone") {
    await advance(ports, caseId, { kind: "undo-refused", outcome });
    return;
  }
  const fresh = { ...(await judged(ports, entry)), outcome };
  await advance(ports, caseId, { kind: "undone", fresh });
}

export type Undone = Extract<Outcome, { kind: "undone" | "changed-since" | "not-undone" }>;

/** Null where no such change is on record. Busy while the message of a case is on its way with it. */
export async function undoChange(ports: WritingPorts, changeId: string): Promise<Undone | null> {
  const taken = await ports.underWay.inLine("changes", async (): Promise<TakenBack | null> => {
    const change = await findChange(ports.lasting, changeId);
    if (change !== null && (await isOnItsWay(ports, changeId))) {
      return { kind: "refused", because: "busy" };
    }
    return change === null ? null : takeBack(ports, change, "whole");
  });
  switch (taken?.kind) {
    case undefined:
      return null;
    case "undone":
      return taken;
    case "changed-since":
      return { ...taken, during: "undo" };
    case "refused":
      return { kind: "not-undone", because: taken.because };
  }
}

async function isOnItsWay({ session }: WritingPorts, changeId: string): Promise<boolean> {
  const cases = await readCases(session);
  return cases.some((entry) => entry.changeId === changeId && entry.state === "sending");
}
