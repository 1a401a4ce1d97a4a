// Patterns are linear in time by construction: server text is hostile. This reads every pattern's source and refuses
// the shapes that can backtrack without bound; the figures for megabytes are in test/bench.

import { describe, expect, it } from "vitest";
import { topLevelBranches, withoutClasses } from "./pattern-source.js";
import { quoted } from "./quoted.js";

const patterns = quoted.map((phrase) => [phrase.pattern.source, phrase] as const);

describe("patterns", () => {
  it.each(patterns)("%s has no unbounded repetition, back reference or flag", (source, { pattern }) => {
    expect(withoutClasses(source)).not.toMatch(/[*+]|\{\d+,\}/);
    expect(source).not.toMatch(/\\[1-9]|\\k/);
    expect(pattern.flags).toBe("");
  });

  it.each(patterns)("%s repeats a group only word by word", (source) => {
    const groups = [...source.matchAll(/\(\?:((?:\\.|[^()])*)\)\{\d+,(\d+)\}/g)];
    expect(groups.length).toBe((source.match(/\)\{/g) ?? []).length);
    for (const [, body, most] of groups) {
      // One blank and one word that cannot contain a blank: each text splits in one way only.
      expect(body).toMatch(/^(?: \\[wS]\{1,\d+\}|\\w\{1,\d+\} )$/);
      expect(Number(most)).toBeLessThanOrEqual(6);
    }
  });

  it.each(patterns)("%s has at most two bounded gaps a branch", (source) => {
    for (const branch of topLevelBranches(source)) {
      const gaps = [...branch.matchAll(/(?:\.|\[\^[^\]]*\])\{\d+,(\d+)\}/g)].map((gap) => Number(gap[1]));
      expect(gaps.length).toBeLessThanOrEqual(2);
      expect(gaps.reduce((product, gap) => product * gap, 1)).toBeLessThanOrEqual(3600);
    }
  });
});
