// The report a user posts: the case as its page would show it, for the lines that people read (ui/case/report-text.ts),
// and below them the evidence as JSON, which `npm run diagnose` replays. What a careful person would not post in public
// is masked in both. Evidence holds no password, token or message body by its type, and what servers said was redacted
// where it came in.

import type { Outcome } from "../../engine/model/case.js";
import type { Evidence } from "../../engine/model/evidence.js";
import { bugSaid, type OurBug } from "../../engine/model/our-bug.js";
import type { Refusal } from "../../engine/model/refusal.js";
import { diagnose } from "../../engine/rules/diagnose.js";
import type { Posted } from "../../protocol.js";
import { viewOf, type Case, type Manner } from "../case/case-file.js";
import { fitting, withoutDoubles } from "./report-length.js";
import { Masks } from "./report-masks.js";

/** Characters of the part for tools: with the lines above it ten thousand at most, as forums and mailing lists take. */
export const maximumTools = 6_400;

export function reportOf(
  entry: Case,
  { kind, today }: Pick<Manner, "kind" | "today">,
  bugs: readonly OurBug[] = [],
): Posted {
  const masks = new Masks(entry.evidence);
  const evidence = withoutDoubles(masks.evidence());
  const shown: Case = {
    ...entry,
    evidence,
    // Of the masked evidence: no sentence of it names anybody.
    diagnosis: diagnose(evidence),
    outcome: maskedOutcome(entry.outcome, (refusal) => masks.refusal(refusal)),
  };
  const write = (data: Evidence, shortened: boolean): string =>
    [
      ...(shortened ? ["Shortened: what the diagnosis does not need was left out."] : []),
      ...bugs.map((bug) => `Our own mistake: ${bugSaid(bug)}`),
      jsonOf(data),
    ].join("\n");
  const data = fitting(evidence, maximumTools, (one) => write(one, true));
  return {
    view: viewOf(shown, { kind, today, lookUps: "made", sentences: {} }),
    outgoing: evidence.outgoing,
    tools: write(data, data !== evidence),
  };
}

/** One field a line: short to scroll over, and still no line too long for a mail. */
function jsonOf(evidence: Evidence): string {
  const lines = Object.entries(evidence).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}`;
}

/** Everything else in an outcome is a word of ours, or a host of the settings. */
function maskedOutcome(outcome: Outcome | null, mask: (refusal: Refusal) => Refusal): Outcome | null {
  switch (outcome?.kind) {
    case "refused-again":
      return { ...outcome, refusal: mask(outcome.refusal) };
    case "not-proven": {
      const tried = outcome.tried.map((one) =>
        "refusal" in one.answer
          ? { ...one, answer: { ...one.answer, refusal: mask(one.answer.refusal) } }
          : one,
      );
      return { ...outcome, tried };
    }
    // What a test came to is among the evidence.
    case "tested":
    case undefined:
      return null;
    default:
      return outcome;
  }
}
