// The saved cases of test/cases: evidence as "Copy report" writes it, and what the diagnosis of it must be.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readEvidence } from "../../src/cli/evidence-file.js";
import type { Evidence } from "../../src/engine/model/evidence.js";
import type { Change, Conclusion } from "../../src/engine/model/finding.js";

export interface Expected {
  readonly conclusion: Conclusion["kind"];
  /** Ids of the rules that are problems, in the order in which they are told. */
  readonly problems: readonly string[];
  /** The plan's changes as "field: from → to"; null where there is no plan. */
  readonly plan: readonly string[] | null;
  /** The provider's note that is named before the rules' findings, and its sentences; absent where there is none. */
  readonly note?: readonly string[];
  /** Whether the identity gets an entry of its own; absent without a plan. */
  readonly kind?: "in-place" | "new-entry";
}

export interface SavedCase {
  readonly name: string;
  readonly evidence: Evidence;
  readonly expected: Expected;
}

export const casesFolder = join(import.meta.dirname, "../cases");

export const cases: readonly SavedCase[] = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const evidence = readEvidence(readFileSync(join(casesFolder, name, "evidence.json"), "utf8"));
    if (evidence.kind === "unusable")
      throw new Error(
        `test/cases/${name}/evidence.json: ${evidence.because}. Is it a new field? Reports that users copied before it ` +
          `stay readable: it is optional(…), or has its value in sinceThen (src/cli/evidence-file.ts).`,
      );
    const expected = readFileSync(join(casesFolder, name, "expected.json"), "utf8");
    return { name, evidence: evidence.evidence, expected: JSON.parse(expected) as Expected };
  });

export function shown(changes: readonly Change[]): readonly string[] {
  return changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`);
}
