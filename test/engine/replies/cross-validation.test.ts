// An estimate for texts nobody has seen: for every fold of sources, whatever only that fold's rows speak for is
// taken out of the catalogue, and the fold is judged with what is left. What the figures mean: README.md.

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/engine/replies/catalogue.js";
import { classifierOf } from "../../../src/engine/replies/classify.js";
import { indexOf } from "../../../src/engine/replies/phrase-index.js";
import { fold } from "../../../src/engine/replies/fold.js";
import type { ReplyText } from "../../../src/engine/model/reason.js";
import type { Phrase } from "../../../src/engine/replies/phrase.js";
import { absent, rows, views } from "./collection.js";
import type { Row } from "./collection.js";
import { topLevelBranches } from "./pattern-source.js";
import { scoresOf } from "./scores.js";
import type { Judged, Scores } from "./scores.js";

if (rows.length === 0) process.stdout.write(`cross-validation.test: ${absent}`);

const numberOfFolds = 8;

/** Rows of one repository or site stay together: they share an author, a server and a habit of quoting. */
function originOf({ source }: Row): string {
  const url = /^https?:\/\/([^/]+)\/?([^/]*)\/?([^/]*)/.exec(source);
  const [, host = source, owner = "", repository = ""] = url ?? [];
  return host === "github.com" || host === "gitlab.com" ? `${owner}/${repository}` : host;
}

function foldOf(row: Row): number {
  return parseInt(createHash("sha256").update(originOf(row)).digest("hex").slice(0, 8), 16) % numberOfFolds;
}

/** Every alternative of a pattern is a phrase of its own: it may have been written for one row. */
const branches: readonly Phrase[] = catalogue.flatMap((phrase) =>
  topLevelBranches(phrase.pattern.source).map((source) => ({ ...phrase, pattern: new RegExp(source) })),
);

const foldsOfRows = rows.map(foldOf);
const foldedRows = rows.map(({ text }) => fold(text));
/** The folds whose rows each branch matches, right or wrong. */
const support = branches.map(
  ({ pattern }) => new Set(foldsOfRows.filter((_, at) => pattern.test(foldedRows[at] ?? ""))),
);

interface Answer extends Judged {
  readonly fold: number;
}

function answersFor(view: (row: Row) => ReplyText | null): readonly Answer[] {
  return rows.flatMap((row, at) => {
    const held = foldsOfRows[at] ?? 0;
    const asked = view(row);
    return asked ? [{ fold: held, wanted: row.category, got: judges[held]?.(asked).reason ?? "" }] : [];
  });
}

const judges = Array.from({ length: numberOfFolds }, (_, held) => {
  const known = branches.filter((_branch, at) => !(support[at]?.size === 1 && support[at].has(held)));
  return classifierOf(known, () => indexOf(known));
});

/** Categories of one fold alone cannot be learnt from the others: all their phrases are taken out. */
const learnable = new Set(
  rows
    .map(({ category }) => category)
    .filter((category) => {
      const folds = new Set(foldsOfRows.filter((_, at) => rows[at]?.category === category));
      return folds.size > 1;
    }),
);

function macroOfLearnable({ f1 }: Scores): number {
  const values = Object.entries(f1).filter(([category]) => learnable.has(category));
  return values.reduce((sum, [, value]) => sum + value, 0) / values.length;
}

function line(name: string, scores: Scores): string {
  const relay = scores.f1["relay-denied"]?.toFixed(3) ?? "-";
  return `${name.padEnd(15)} ${String(scores.entries).padStart(3)} entries, relay-denied ${relay}, macro-F1 ${scores.macroF1.toFixed(3)} (${macroOfLearnable(scores).toFixed(3)}), false alarms ${(100 * scores.falseAlarms).toFixed(1)} %\n`;
}

function measured(name: string): Scores {
  const answers = answersFor(views[name] ?? (() => null));
  const scores = scoresOf(answers);
  process.stdout.write(line(name, scores));
  for (let held = 0; held < numberOfFolds; held++) {
    process.stdout.write(
      line(`  fold ${String(held)}`, scoresOf(answers.filter((one) => one.fold === held))),
    );
  }
  return scores;
}

describe.skipIf(rows.length === 0)("with every fold's own phrases taken out", () => {
  it("replies are understood as given", () => {
    const scores = measured("as given");
    expect(scores.f1["relay-denied"]).toBeGreaterThanOrEqual(0.97);
    expect(macroOfLearnable(scores)).toBeGreaterThanOrEqual(0.9);
    expect(scores.falseAlarms).toBeLessThanOrEqual(0.02);
  });

  it("replies are understood without their codes, as Thunderbird shows them", () => {
    const scores = measured("codes stripped");
    expect(scores.f1["relay-denied"]).toBeGreaterThanOrEqual(0.9);
    expect(macroOfLearnable(scores)).toBeGreaterThanOrEqual(0.9);
    expect(scores.falseAlarms).toBeLessThanOrEqual(0.02);
  });

  it("replies that are no bounces are understood", () => {
    expect(measured("not bounces").macroF1).toBeGreaterThanOrEqual(0.9);
  });

  // A bare reply does not tell whether it comes from a bounce: "Relay access denied" is labelled both ways.
  it("replies are understood where nobody says what they are", () => {
    const scores = measured("kind withheld");
    expect(scores.f1["relay-denied"]).toBeGreaterThanOrEqual(0.9);
    expect(macroOfLearnable(scores)).toBeGreaterThanOrEqual(0.9);
    expect(scores.falseAlarms).toBeLessThanOrEqual(0.02);
  });
});
