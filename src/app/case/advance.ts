// The one way to change a case: asks the state machine (engine/case/transition.ts), writes down what it says in one piece, and
// then has done what has become necessary.

import { transition } from "../../engine/case/transition.js";
import type { CaseEvent } from "../../engine/case/event.js";
import type { Turn } from "../../engine/case/turn.js";
import type { Case } from "../../engine/model/case.js";
import type { Ports } from "../../ports.js";
import { editCases } from "./case-file.js";
import { inTurn } from "./in-turn.js";

/**
 * Settled when everything that followed has been done, or has been begun where it is Thunderbird's to end. What cannot be
 * done, because a disk is full, keeps nothing else from it: the pages are told all the same.
 */
export async function advance(ports: Ports, caseId: string, event: CaseEvent): Promise<Turn> {
  const turn = await writeDown(ports, caseId, event);
  await inTurn(turn.effects, async (effect) => ports.underWay.carryOut(effect, caseId));
  return turn;
}

async function writeDown(ports: Ports, caseId: string, event: CaseEvent): Promise<Turn> {
  let turn: Turn = { case: null, effects: [], taken: false };
  await editCases(ports, (cases) => {
    const entry = cases.find((one) => one.caseId === caseId) ?? null;
    turn = transition(entry, event);
    return turn.case === entry ? cases : replaced(cases, caseId, turn.case, event);
  });
  return turn;
}

/** A new failure is the latest of all; anything else stays where it stood. */
function replaced(
  cases: readonly Case[],
  caseId: string,
  entry: Case | null,
  { kind }: CaseEvent,
): readonly Case[] {
  const others = cases.filter((one) => one.caseId !== caseId);
  if (entry === null) {
    return others;
  }
  const isLatest = kind === "send-failed" || kind === "opened" || others.length === cases.length;
  return isLatest ? [...others, entry] : cases.map((one) => (one.caseId === caseId ? entry : one));
}
