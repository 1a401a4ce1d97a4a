// What only time mends: how long the page asks to wait, and whether a fix that was put off may be tried again.

import type { Matter } from "../../engine/model/reason.js";
import type { CaseView, Tried } from "../../protocol.js";

/** How long it takes until the same message may go through; null: no waiting helps. Limits are refused "for good", too. */
export function waitOf({ diagnosis }: CaseView): "minutes" | "hours" | null {
  const { subReason, matter } = diagnosis?.classification ?? {};
  if (subReason === "greylist" || matter === "sign-in-put-off") {
    return "minutes";
  }
  return subReason === "rate-limit" ? "hours" : null;
}

/** What only a code may mean, the page does not tell; nor a wait where something else is to be done. */
export function verdictAsksToWait({ diagnosis }: CaseView): boolean {
  const { conclusion, classification } = diagnosis ?? {};
  return conclusion?.kind === "not-enough-evidence"
    ? conclusion.next.key === "next_sign_in_put_off"
    : conclusion?.kind === "settings-fine" && classification?.confidence !== "guess";
}

/** The sentence over the buttons is to wait a quarter of an hour (render-tried.ts, change-sentence.ts). */
export function asksToWait({ outcome }: CaseView): boolean {
  return outcome?.kind === "not-proven"
    ? refusedWith(outcome.tried, "sign-in-put-off") || refusedWith(outcome.tried, "locked-out")
    : outcome?.kind === "not-changed" && outcome.because === "locked-out";
}

/** Nothing was changed or proven, for a reason that passes. */
export function mayFixYet({ outcome, diagnosis }: CaseView): boolean {
  const passes =
    outcome?.kind === "not-proven"
      ? refusedWith(outcome.tried, "sign-in-put-off")
      : outcome?.kind === "not-changed" && passingReasons.has(outcome.because);
  return passes && diagnosis?.plan != null;
}

const passingReasons: ReadonlySet<string> = new Set(["busy", "primary-password", "locked-out", "unrecorded"]);

function refusedWith(tried: readonly Tried[], matter: Matter): boolean {
  return tried.some(({ answer }) => answer.kind === "refused" && answer.matter === matter);
}
