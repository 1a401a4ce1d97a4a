// Judges a case anew: the same refusal, the settings as they are now. After an undo, and for *Check again*.

import { openCase } from "../../engine/case/open-case.js";
import { holdsPlan } from "../../engine/fixes/guided-steps.js";
import type { Case, Outcome } from "../../engine/model/case.js";
import type { Refusal } from "../../engine/model/refusal.js";
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

/**
 * What a server has said at a second try is judged as what it is. Where something was changed, it stays, and can still be
 * undone.
 */
export async function judgeAnew(ports: Ports, caseId: string): Promise<void> {
  const from = await findCase(ports.session, caseId);
  const refusal = from?.outcome?.kind === "refused-again" ? from.outcome.refusal : null;
  if (from !== null && refusal !== null) {
    const { changeId, isProven = false } = from;
    const outcome = changeId === null ? from.outcome : ({ kind: "settings-work" } as const);
    const fresh: Case = { ...(await judged(ports, from, refusal)), changeId, isProven, outcome };
    await advance(ports, caseId, { kind: "looked-again", fresh, from });
  }
}

/** The message of a case that was sent is no longer a failed one. */
export async function judged(ports: Ports, entry: Case, refusedNow?: Refusal): Promise<Case> {
  const { sender, reported } = entry.evidence;
  const refusal = entry.state === "sent" ? null : (refusedNow ?? entry.evidence.refusal);
  const failed =
    refusal === null
      ? null
      : { from: sender.from, refusal, ...(reported && refusedNow === undefined && { reported }) };
  const evidence = (await gather(ports, sender.identityId, failed)) ?? entry.evidence;
  const { caseId, windowId, unsent, messageId, startedBy, at, endSeen = false } = entry;
  const { plan } = entry.diagnosis;
  const guide = plan === null ? entry.guide : { plan, done: entry.guide?.done ?? [] };
  // By the user's own hand: what is told now is what the plan wanted, unless a server has just refused with that.
  const mended =
    refusedNow === undefined &&
    ports.mending.kind === "guided" &&
    guide !== undefined &&
    holdsPlan(evidence.outgoing, guide.plan);
  return {
    ...openCase(evidence, {
      caseId,
      windowId,
      ...(unsent !== undefined && { unsent }),
      ...(messageId !== undefined && { messageId }),
      startedBy,
      at,
    }),
    endSeen,
    ...(guide !== undefined && ports.mending.kind === "guided" && { guide }),
    // What is shown is what was mended, and the new settings as a check finds them; the refusal met the old ones.
    ...(mended && {
      state: "fixed",
      gathering: false,
      diagnosis: { ...diagnose({ ...evidence, refusal: null }), plan: guide.plan, noPlan: null },
    }),
  };
}
