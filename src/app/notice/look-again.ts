// Judges a case anew: the same refusal, the settings as they are now. After an undo, and for *Check again*.

import { openCase } from "../../engine/case/open-case.js";
import { holdsPlan } from "../../engine/fixes/guided-steps.js";
import type { Case, Outcome } from "../../engine/model/case.js";
import { diagnose } from "../../engine/rules/diagnose.js";
import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { findCase } from "../case/case-file.js";
import { gather } from "../find/gather.js";

/** `outcome` is what the page tells besides. */
export async function lookAgain(ports: Ports, caseId: string, outcome: Outcome | null = null): Promise<void> {
  const from = await findCase(ports.session, caseId);
  if (from !== null) {
    const fresh = { ...(await judged(ports, from)), outcome };
    await advance(ports, caseId, { kind: "looked-again", fresh, from });
  }
}

/** The message of a case that was sent is no longer a failed one. */
export async function judged(ports: Ports, entry: Case): Promise<Case> {
  const { sender, reported } = entry.evidence;
  const refusal = entry.state === "sent" ? null : entry.evidence.refusal;
  const failed = refusal === null ? null : { from: sender.from, refusal, ...(reported && { reported }) };
  const evidence = (await gather(ports, sender.identityId, failed)) ?? entry.evidence;
  const { caseId, windowId, unsent = null, messageId = null, startedBy, at, endSeen = false } = entry;
  const { plan } = entry.diagnosis;
  const begun = plan === null ? entry.guide : { plan, done: entry.guide?.done ?? [] };
  const guide = ports.mending.kind === "guided" ? begun : undefined;
  // By the user's own hand: what is told now is what the plan wanted.
  const mended = guide !== undefined && holdsPlan(evidence.outgoing, guide.plan);
  return {
    ...openCase(evidence, { caseId, windowId, unsent, messageId, startedBy, at }),
    endSeen,
    ...(guide !== undefined && { guide }),
    // What is shown is what was mended, and the new settings as a check finds them; the refusal met the old ones.
    ...(mended && {
      state: "fixed",
      gathering: false,
      diagnosis: { ...diagnose({ ...evidence, refusal: null }), plan: guide.plan, noPlan: null },
    }),
  };
}
