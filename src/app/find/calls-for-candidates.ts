// Whether other servers are looked at beside the one in use.

import { sameEndpoint } from "../../engine/fixes/choose-endpoint.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { Diagnosis } from "../../engine/model/finding.js";
import { offersSignIn } from "../../engine/model/probe.js";

/** Only where somewhere else to connect may be the cure: a missing sign-in at a server that answers needs none. */
export function callsForCandidates({ outgoing, probe }: Evidence, { plan, conclusion }: Diagnosis): boolean {
  if (
    conclusion.kind === "settings-fine" ||
    conclusion.kind === "healthy" ||
    conclusion.kind === "left-alone"
  ) {
    return false;
  }
  // Another port or host of the provider may: this one cannot be mended by signing in.
  if (probe !== null && (probe.answer.kind !== "answers" || (plan === null && !offersSignIn(probe)))) {
    return true;
  }
  return plan !== null && (outgoing.kind !== "smtp" || !sameEndpoint(outgoing.server, plan.settings));
}
