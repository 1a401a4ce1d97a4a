// Takes the change of a case back, where the values are still the ones we wrote.

import type { Ports, WritingPorts } from "../../ports.js";
import type { Outcome } from "../../protocol.js";
import { advance } from "../case/advance.js";
import { findCase, readCases, type Case } from "../case/case-file.js";
import { findChange } from "../change/journal.js";
import { judged } from "../notice/look-again.js";
import { takeBack } from "../change/take-back.js";

export async function undo(ports: WritingPorts, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  if (entry?.changeId != null) {
    await toldOf(ports, entry, await undoChange(ports, entry.changeId));
  }
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

/** Busy while the message of a case is on its way with it. */
export async function undoChange(ports: WritingPorts, changeId: string): Promise<Undone> {
  return ports.underWay.inLine("changes", async (): Promise<Undone> => {
    const change = await findChange(ports.lasting, changeId);
    if (change === null) {
      return { kind: "not-undone", because: "forgotten" };
    }
    if (await isOnItsWay(ports, changeId)) {
      return { kind: "not-undone", because: "busy" };
    }
    const taken = await takeBack(ports, change, "whole");
    switch (taken.kind) {
      case "undone":
        return taken;
      case "changed-since":
        return { ...taken, during: "undo" };
      case "refused":
        return { kind: "not-undone", because: taken.because };
    }
  });
}

async function isOnItsWay({ session }: WritingPorts, changeId: string): Promise<boolean> {
  const cases = await readCases(session);
  return cases.some((entry) => entry.changeId === changeId && entry.state === "sending");
}
