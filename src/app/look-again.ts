// Judges a case anew: the same refusal, the settings as they are now. After an undo, and for *Check again*.

import { diagnose } from "../engine/rules/diagnose.js";
import type { Ports } from "../ports.js";
import { changeCase, type Case } from "./case-file.js";
import { gather } from "./gather.js";
import { stateOf } from "./state-of.js";

/** `outcome` is what the page tells besides; the message of a case that was sent is no longer a failed one. */
export async function lookAgain(ports: Ports, entry: Case, outcome: Case["outcome"] = null): Promise<void> {
  const { sender, refusal } = entry.evidence;
  const wasSent = entry.state === "sent";
  const failed = refusal === null || wasSent ? null : { from: sender.from, refusal };
  const evidence = (await gather(ports, sender.identityId, failed)) ?? entry.evidence;
  const diagnosis = diagnose(evidence);
  await changeCase(ports.session, entry.caseId, {
    state: stateOf(diagnosis),
    evidence,
    diagnosis,
    outcome,
    changeId: null,
  });
}
