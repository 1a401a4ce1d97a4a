// The click that tries the settings in use: who may claim the case, and what the case is when the test has ended. What the
// server said is a fact from then on, and the case is judged with it.

import type { Case } from "../model/case.js";
import type { Tested } from "../model/trial.js";
import { diagnose } from "../rules/diagnose.js";
import type { EventOf } from "./event.js";
import { mayTest } from "./may-test.js";
import { stateOf } from "./state-of.js";
import { ignored, taken, tellPages, type Turn } from "./turn.js";

/** Two clicks make one log-in. */
export function testClicked(entry: Case, { operationId }: EventOf<"test-clicked">): Turn {
  return mayTest(entry)
    ? taken(
        { ...entry, state: "fixing", before: entry.state, outcome: { kind: "testing" }, operationId },
        tellPages,
      )
    : ignored(entry);
}

export function testEnded(entry: Case, { operationId, came }: EventOf<"test-ended">): Turn {
  const { outgoing } = entry.evidence;
  if (entry.operationId !== operationId || outgoing.kind !== "smtp") {
    return ignored(entry);
  }
  if (entry.hasGone === true) {
    return taken(null, tellPages);
  }
  const ended: Case = { ...entry, operationId: null, outcome: null, state: entry.before ?? "problem" };
  if (came === "cancelled") {
    return taken(ended, tellPages);
  }
  const outcome = tested(entry, came);
  if (typeof came === "string") {
    return taken({ ...ended, outcome }, tellPages);
  }
  const evidence = { ...entry.evidence, trial: came };
  const diagnosis = diagnose(evidence);
  return taken({ ...ended, outcome, evidence, diagnosis, state: stateOf(diagnosis, evidence) }, tellPages);
}

/** What was there to be said stays where there is no server to try. */
export function tested({ evidence: { outgoing }, outcome }: Case, came: Tested["came"]): Case["outcome"] {
  return outgoing.kind === "smtp"
    ? { kind: "tested", came, userName: outgoing.server.userName, host: outgoing.server.host }
    : outcome;
}
