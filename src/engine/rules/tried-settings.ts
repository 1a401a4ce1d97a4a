// What a trial of the settings in use proves (*Test sending*): who was signed in and whose address was taken has the right
// settings, whatever becomes of this recipient or this message. What it was refused for is judged like a failed send.

import type { Evidence } from "../model/evidence.js";
import { offeredBy } from "../model/probe.js";
import type { Refusal } from "../model/refusal.js";
import { isSaid } from "./blame.js";
import { meaningOf } from "./meaning.js";

/** The sign-in went through and the sender was taken; a recipient may have been refused, not as a foreign one. */
export function isProven({ trial }: Evidence): boolean {
  if (trial === undefined || trial.kind === "accepted") {
    return trial?.kind === "accepted";
  }
  const { refusal } = trial;
  const meaning = meaningOf(refusal);
  const blamesClient = isSaid(meaning) && meaning.reason !== "not-a-client-config-problem";
  return refusal.fault === null && ["rcpt", "data"].includes(refusal.stage) && !blamesClient;
}

/** The refusal to be judged: the trial's, where it failed before anything was proven. */
export function refusalToJudge(evidence: Evidence): Refusal | null {
  const { trial, probe, refusal } = evidence;
  if (trial?.kind !== "refused" || isProven(evidence)) {
    return refusal;
  }
  return { ...trial.refusal, offeredSignIn: trial.refusal.offeredSignIn ?? offeredBy(probe) };
}
