// The fault matrix: every hostile behaviour at every step of a proof, with time that takes none.

import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/engine/smtp/limits.js";
import { behaviours } from "./behaviours.js";
import {
  cells,
  expectedOutcome,
  exposed,
  longest,
  outcomeOf,
  play,
  secretsShown,
  type Seen,
} from "./matrix.js";
import { faultTable } from "./table.js";

/** The largest piece that the session is handed at once, in the behaviours. */
const largestPiece = 10 * 1_048_576;
/** Characters of everything the session keeps, as JSON: transcript, replies, EHLO. */
const kept = 400_000;

describe("at every step of a proof", () => {
  it.each(behaviours)("$name", { timeout: 60_000 }, async (behaviour) => {
    for (const cell of cells.filter((one) => one.behaviour === behaviour)) {
      const where = `${cell.step} (${cell.security}, ${cell.mechanism})`;
      const seen = await play(cell);
      expect(outcomeOf(seen.result), where).toBe(expectedOutcome(cell));
      expect(seen.seconds, where).toBeLessThanOrEqual(longest(cell));
      expect(seen.leftRunning, where).toBe(false);
      expect(seen.told.read, where).toBeLessThanOrEqual(limits.session + largestPiece);
      expect(JSON.stringify(seen.result).length, where).toBeLessThan(kept);
      expect(exposed(seen), where).toEqual([]);
      expect(secretsShown(seen), where).toEqual([]);
      expect(seen.result.logIns, where).toBeLessThanOrEqual(1);
      expect(
        seen.told.lines.filter(({ line }) => line.startsWith("DATA")),
        where,
      ).toEqual([]);
      results.set(cell, seen);
    }
  });
});

const results = new Map<(typeof cells)[number], Seen>();

it("the matrix has every behaviour, and the password is said where it may be", () => {
  expect(cells.length).toBeGreaterThan(600);
  const sound = [...results].filter(([{ behaviour }]) => behaviour.name === "no fault at all");
  expect(
    sound.every(([, { told }]) => told.lines.some(({ line, safe }) => safe && line.startsWith("AUTH"))),
  ).toBe(true);
  if (process.env["TEST_LONG"] !== undefined) {
    mkdirSync("test/results", { recursive: true });
    writeFileSync("test/results/faults.md", faultTable(results));
  }
});
