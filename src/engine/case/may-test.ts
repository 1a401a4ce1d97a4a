// Whether *Test sending* is offered: a server to sign in to, no certain cause, and nothing that smells of lock-out.

import type { Case } from "../model/case.js";
import { mayFollow } from "./may-follow.js";
import { saysLockOut } from "../replies/lock-out.js";

export function mayTest({
  diagnosis,
  evidence,
  state,
}: Pick<Case, "diagnosis" | "evidence" | "state">): boolean {
  const { outgoing, refusal, trial, reported } = evidence;
  if (
    !mayFollow["test-clicked"].includes(state) ||
    outgoing.kind !== "smtp" ||
    reported?.by === "other-server" ||
    reported?.notice !== undefined ||
    reported?.ownMessage === "no"
  ) {
    return false;
  }
  const certain = diagnosis.findings.some(
    (finding) => finding.verdict === "problem" && finding.certainty === "certain",
  );
  const said = [refusal, trial?.kind === "refused" ? trial.refusal : null];
  const lockedOut =
    diagnosis.classification?.matter === "locked-out" ||
    said.some((one) => one?.fault === null && saysLockOut(one));
  // A cause that is known needs no test; a check has none.
  const known = diagnosis.conclusion.kind === "settings-fine" && refusal !== null;
  return !certain && !lockedOut && !known;
}
