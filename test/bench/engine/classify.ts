// Figures for the classifier, not a test (a timed test fails on a busy machine): ordinary replies per second on one
// core, and the time 1 MB of hostile text takes.

import { classify } from "../../../src/engine/replies/classify.js";
import { rounded } from "../median.js";
import { perSecond, rounds } from "./per-second.js";
import { quoted } from "../../engine/replies/quoted.js";

const megabyte = 1 << 20;

const hostile: Readonly<Record<string, string>> = {
  "one letter": "a".repeat(megabyte),
  blanks: " ".repeat(megabyte),
  "at signs": "a@".repeat(megabyte / 2),
  "angle brackets": "<".repeat(megabyte),
  codes: "550-5.7.1 ".repeat(megabyte / 10),
  "relay again and again": "relay ".repeat(megabyte / 6),
  "nearly a sentence": "not not not allowed to to relay from relaying ".repeat(megabyte / 46),
  links: "https://x".repeat(megabyte / 9),
  "four letters of every phrase": quoted
    .map((phrase) => phrase.said.slice(0, -2))
    .join(" ")
    .repeat(64)
    .slice(0, megabyte),
};

export interface ClassifyFigures {
  readonly perSecond: number;
  /** Milliseconds for 1 MB, the best of the rounds. */
  readonly hostileMegabyte: Readonly<Record<string, number>>;
}

export function measureClassify(): ClassifyFigures {
  const replies = quoted.map((phrase) => phrase.said);
  return {
    perSecond: perSecond(replies, (text) => classify({ text, kind: "smtp-reply" })),
    hostileMegabyte: Object.fromEntries(
      Object.entries(hostile).map(([name, text]) => [name, best(() => classify({ text }))]),
    ),
  };
}

function best(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return rounded(Math.min(...times), 2);
}
