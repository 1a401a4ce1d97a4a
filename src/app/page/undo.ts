// Takes the change of a case back, where the values are still the ones we wrote.

import { hasMoved } from "../../engine/case/has-moved.js";
import type { Ports, WritingPorts } from "../../ports.js";
import type { Outcome } from "../../protocol.js";
import { advance } from "../case/advance.js";
import { findCase, readCases } from "../case/case-file.js";
import { findChange } from "../change/journal.js";
import { judged } from "../notice/look-again.js";
import { takeBack } from "../change/take-back.js";

export async function undo(ports: WritingPorts, caseId: string): Promise<void> {
  const changeId = (await findCase(ports.session, caseId))?.changeId ?? null;
  if (changeId !== null) {
    await toldOf(ports, caseId, changeId, await undoChange(ports, changeId));
  }
}

/**
 * The page of the change, where one is open or comes again, says what came of it. It is about what the server has said last: a
 * message that is sent by hand may fail meanwhile. What has been changed since is another change's to tell.
 */
export async function toldOf(ports: Ports, caseId: string, changeId: string, outcome: Undone): Promise<void> {
  if (outcome.kind === "not-undone") {
    await advance(ports, caseId, { kind: "undo-refused", outcome });
    return;
  }
  const from = await findCase(ports.session, caseId);
  if (from === null || (from.changeId ?? changeId) !== changeId) {
    return;
  }
  const fresh = { ...(await judged(ports, from)), outcome };
  const turn = await advance(ports, caseId, { kind: "undone", fresh, from });
  if (turn.case !== null && !turn.taken && hasMoved(turn.case, from)) {
    await toldOf(ports, caseId, changeId, outcome);
  }
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
