// Opens a case: judged at once from what is at hand, so that a verdict never waits for a server it does not need.

import { diagnose } from "../../engine/rules/diagnose.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { Case } from "./case-file.js";
import { isWorthAsking, stateWhileAsking } from "./state-of.js";

export function openCase(
  evidence: Evidence,
  about: Pick<Case, "caseId" | "windowId" | "unsent" | "isDoubtful" | "startedBy" | "at">,
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
