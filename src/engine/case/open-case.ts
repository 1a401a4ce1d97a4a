// Opens a case: judged at once from what is at hand, so that a verdict never waits for a server it does not need.

import { diagnose } from "../rules/diagnose.js";
import type { Evidence } from "../model/evidence.js";
import type { Case } from "../model/case.js";
import { isWorthAsking, stateWhileAsking } from "./state-of.js";

export function openCase(
  evidence: Evidence,
  about: Pick<Case, "caseId" | "windowId" | "unsent" | "messageId" | "isDoubtful" | "startedBy" | "at">,
): Case {
  const diagnosis = diagnose(evidence);
  return {
    ...about,
    state: stateWhileAsking(diagnosis, evidence),
    evidence,
    diagnosis,
    outcome: null,
    gathering: isWorthAsking(diagnosis, evidence),
    operationId: null,
    changeId: null,
  };
}
