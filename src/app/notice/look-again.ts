// Judges a case anew: the same refusal, the settings as they are now. After an undo, and for *Check again*.

import { holdsPlan } from "../../engine/fixes/guided-steps.js";
import { diagnose } from "../../engine/rules/diagnose.js";
import type { Ports } from "../../ports.js";
import { changeCase, type Case } from "../case/case-file.js";
import { gather } from "../find/gather.js";
import { resume } from "../find/investigate.js";
import { openCase } from "../case/open-case.js";

/** `outcome` is what the page tells besides; the message of a case that was sent is no longer a failed one. */
export async function lookAgain(ports: Ports, entry: Case, outcome: Case["outcome"] = null): Promise<void> {
  const { sender, refusal, reported } = entry.evidence;
  const wasSent = entry.state === "sent";
  const failed =
    refusal === null || wasSent ? null : { from: sender.from, refusal, ...(reported && { reported }) };
  const evidence = (await gather(ports, sender.identityId, failed)) ?? entry.evidence;
  const { caseId, windowId, unsent, startedBy, at } = entry;
  const { plan } = entry.diagnosis;
  const guide = plan === null ? entry.guide : { plan, done: entry.guide?.done ?? [] };
  // By the user's own hand: what is told now is what the plan wanted.
  const mended =
    ports.mending.kind === "guided" && guide !== undefined && holdsPlan(evidence.outgoing, guide.plan);
  const anew: Case = {
    ...openCase(evidence, { caseId, windowId, ...(unsent !== undefined && { unsent }), startedBy, at }),
    outcome,
    ...(guide !== undefined && ports.mending.kind === "guided" && { guide }),
    // What is shown is what was mended, and the new settings as a check finds them; the refusal met the old ones.
    ...(mended && {
      state: "fixed",
      gathering: false,
      diagnosis: { ...diagnose({ ...evidence, refusal: null }), plan: guide.plan, noPlan: null },
    }),
  };
  await changeCase(ports.session, caseId, anew);
  resume(ports, [anew]);
}
