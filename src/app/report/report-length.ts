// Makes evidence fit into a forum post: what tells the least goes first, and only what can go without another
// diagnosis. Whoever replays the report comes to the same conclusion.

import { diagnose } from "../../engine/rules/diagnose.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { Diagnosis } from "../../engine/model/finding.js";

/** Settings that several sources name stand there once, by the best of them, unless the diagnosis needs the others. */
export function withoutDoubles(evidence: Evidence): Evidence {
  const named = new Set<string>();
  const candidates = evidence.candidates.filter(({ settings, probe }) => {
    const name = JSON.stringify([settings, probe]);
    return !named.has(name) && named.add(name);
  });
  const single = { ...evidence, candidates };
  return essence(diagnose(single)) === essence(diagnose(evidence)) ? single : evidence;
}

type Cut = (evidence: Evidence) => Evidence;

/** The mildest first. A cut that changes the diagnosis is not made. */
function cutsOf({ candidates, fellows }: Evidence): readonly Cut[] {
  // By their places, which a cut of one behind them does not move.
  const withoutOne =
    (index: number): Cut =>
    (evidence) => ({ ...evidence, candidates: evidence.candidates.filter((_, at) => at !== index) });
  return [
    longestText(400),
    ...candidates.map((_, index) => withoutOne(candidates.length - 1 - index)),
    longestText(160),
    listsOf(8),
    // What a fellow's name is cannot matter, whether there is one may.
    (evidence) => ({ ...evidence, fellows: evidence.fellows.slice(0, Math.min(fellows.length, 4)) }),
    listsOf(3),
    longestText(80),
    (evidence) => ({ ...evidence, candidates: [] }),
    listsOf(1),
    longestText(40),
  ];
}

/** The evidence as `write` makes it fit in `most` characters: itself where it does. */
export function fitting(evidence: Evidence, most: number, write: (evidence: Evidence) => string): Evidence {
  const wanted = essence(diagnose(evidence));
  let short = evidence;
  for (const cut of cutsOf(evidence)) {
    if (write(short).length <= most) {
      break;
    }
    const shorter = cut(short);
    short = essence(diagnose(shorter)) === wanted ? shorter : short;
  }
  // Hostile beyond use: better a report that is cut than none.
  return write(short).length <= most ? short : cutsOf(evidence).reduce((all, cut) => cut(all), evidence);
}

/** What a diagnosis comes to, without the names in it. */
export function essence({ conclusion, classification, findings, plan }: Diagnosis): string {
  return JSON.stringify([
    conclusion.kind,
    classification?.reason,
    classification?.subReason,
    findings.map((finding) => [
      finding.rule,
      finding.verdict,
      finding.verdict === "problem" ? [finding.certainty, finding.why.key] : null,
    ]),
    plan && [plan.kind, plan.changes.map(({ field }) => field), endpointOf(plan.settings)],
  ]);
}

function endpointOf({ host, port, security, signIn }: NonNullable<Diagnosis["plan"]>["settings"]): unknown {
  return [host, port, security, signIn];
}

function longestText(most: number): Cut {
  return (evidence) =>
    mapped(evidence, (value) => (typeof value === "string" ? cutText(value, most) : value));
}

function listsOf(most: number): Cut {
  return ({ candidates, fellows, ...rest }) => ({
    ...mapped(rest, (value) => (Array.isArray(value) ? (value as readonly unknown[]).slice(0, most) : value)),
    candidates: candidates.map((one) =>
      mapped(one, (value) => (Array.isArray(value) ? (value as readonly unknown[]).slice(0, most) : value)),
    ),
    fellows,
  });
}

/** Never in the middle of a character. */
function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function mapped<Value>(value: Value, change: (value: unknown) => unknown): Value {
  const changed = change(value);
  if (Array.isArray(changed)) {
    return changed.map((one: unknown) => mapped(one, change)) as Value;
  }
  return (
    typeof changed === "object" && changed !== null
      ? Object.fromEntries(Object.entries(changed).map(([key, one]) => [key, mapped(one as unknown, change)]))
      : changed
  ) as Value;
}
