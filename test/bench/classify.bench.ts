// Figures for the classifier, not a test (a timed test fails on a busy machine): ordinary replies per second on one
// core, and the time 1 MB of hostile text takes. Run: node src/build/run.mjs test/bench/classify.bench.ts

import { catalogue } from "../../src/engine/replies/catalogue.js";
import { classify } from "../../src/engine/replies/classify.js";

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
  "four letters of every phrase": catalogue
    .map((phrase) => phrase.said.slice(0, -2))
    .join(" ")
    .repeat(64)
    .slice(0, megabyte),
};

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const replies = catalogue.map((phrase) => phrase.said);
const rounds = 200;
const warmUp = 100;
for (let round = 0; round < warmUp; round++)
  for (const text of replies) classify({ text, kind: "smtp-reply" });
const spent = milliseconds(() => {
  for (let round = 0; round < rounds; round++)
    for (const text of replies) classify({ text, kind: "smtp-reply" });
});
const perSecond = Math.round((rounds * replies.length * 1000) / spent);
process.stdout.write(`ordinary replies: ${perSecond.toLocaleString("en")} per second\n`);
for (const [name, text] of Object.entries(hostile)) {
  const best = Math.min(...Array.from({ length: 5 }, () => milliseconds(() => classify({ text }))));
  process.stdout.write(`1 MB, ${name}: ${best.toFixed(2)} ms\n`);
}
