// Figures on the collection of real replies, which is not part of the project: skipped, saying so, where it is absent.
// How the hold-out was made and what the figures mean: README.md beside this file.

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import type { ReplyText } from "../../../src/engine/model/reason.js";
import { absent, rows, withoutCodes } from "./collection.js";
import type { Row } from "./collection.js";
import { scoresOf } from "./scores.js";
import type { Scores } from "./scores.js";

if (rows.length === 0) process.stdout.write(`corpus.test: ${absent}`);

/** A quarter of the sources, chosen by hash before any pattern was written. */
function heldOut({ source }: Row): boolean {
  return parseInt(createHash("sha256").update(source).digest("hex").slice(0, 8), 16) % 4 === 0;
}

function measure(name: string, some: readonly Row[], asked: (row: Row) => ReplyText): Scores {
  const scores = scoresOf(some.map((row) => ({ wanted: row.category, got: classify(asked(row)).reason })));
  const figures = Object.entries(scores.f1).map(([category, value]) => `${category} ${value.toFixed(3)}`);
  process.stdout.write(
    `${name}: ${String(scores.entries)} entries, accuracy ${scores.accuracy.toFixed(3)}, macro-F1 ${scores.macroF1.toFixed(3)}, ` +
      `false alarms ${(100 * scores.falseAlarms).toFixed(1)} %\n  ${figures.join(", ")}\n`,
  );
  return scores;
}

const asGiven = ({ text, kind }: Row) => ({ text, kind });

describe.skipIf(rows.length === 0)("the collection of real replies", () => {
  it("is understood as given", () => {
    const scores = measure("as given", rows, asGiven);
    expect(scores.f1["relay-denied"]).toBeGreaterThanOrEqual(0.95);
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.9);
    expect(scores.falseAlarms).toBeLessThanOrEqual(0.02);
  });

  it("is understood where replies have lost their codes, as Thunderbird shows them", () => {
    const scores = measure("codes stripped", rows, (row) => asGiven(withoutCodes(row)));
    expect(scores.f1["relay-denied"]).toBeGreaterThanOrEqual(0.9);
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.9);
  });

  it("is understood without its bounces, which are nearly all of one category", () => {
    const scores = measure(
      "not bounces",
      rows.filter(({ kind }) => kind !== "dsn"),
      asGiven,
    );
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.9);
  });

  it("is understood where the text alone has to tell what it is", () => {
    const scores = measure("kind withheld", rows, ({ text }) => ({ text }));
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.9);
  });

  it("is understood in the sources held out", () => {
    const scores = measure("held out", rows.filter(heldOut), asGiven);
    measure(
      "held out, not bounces",
      rows.filter((row) => heldOut(row) && row.kind !== "dsn"),
      asGiven,
    );
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.85);
  });
});
