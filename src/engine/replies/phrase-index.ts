// Which of the phrases a text can match at all, by three letters that the pattern cannot match without, read from its
// source. Made at the build for the catalogue (catalogue-index.ts); asked in phrases-in.ts. Meaning is not judged here.

import type { Phrase } from "./phrase.js";
import { foreign, mark, placeOf, places, shortest, type PhraseIndex, type Run } from "./phrases-in.js";

/** Plain letters in a row; else what stands for others, or parts them, with how often. */
const token =
  /([^\\[\](){}|.^$?*+]+(?![?*+{]))|(\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[^])([?*+]|\{\d+,?\d*\})?/gu;
const escaped = /^\\\W$/;
const optional = /^(?:[?*]|\{0)/;

/** One of these is in every text that matches. */
interface Cover {
  readonly runs: readonly string[];
  readonly cost: number;
}

interface Group {
  readonly consumes: boolean;
  /** Of the branches that have ended; null where nothing is certain. */
  ended: Cover | null;
  /** The best of the branch that is being read. */
  best: Cover | null;
  run: string;
}

const opened = (consumes: boolean): Group => ({
  consumes,
  ended: { runs: [], cost: 0 },
  best: null,
  run: "",
});

/** The runs that cover a pattern's source: of several the cheapest, by what looking up each run costs; null where none do. */
export function coverOf(
  source: string,
  costOf: (run: string) => number = (run) => 1 / run.length,
): readonly string[] | null {
  let group = opened(true);
  const around: Group[] = [];
  const offer = (cover: Cover | null): void => {
    if (cover !== null && (group.best === null || cover.cost < group.best.cost)) group.best = cover;
  };
  const endRun = (): void => {
    const { run } = group;
    if (run.length >= shortest || foreign.test(run)) offer({ runs: [run], cost: costOf(run) });
    group.run = "";
  };
  const endBranch = (): void => {
    endRun();
    const { ended, best } = group;
    group.ended = ended && best && { runs: ended.runs.concat(best.runs), cost: ended.cost + best.cost };
    group.best = null;
  };
  for (const [, letters, atom = "", often = ""] of source.matchAll(token)) {
    if (letters !== undefined) {
      group.run += letters;
    } else if (atom === "|") {
      endBranch();
    } else if (atom.startsWith("(")) {
      endRun();
      around.push(group);
      group = opened(atom === "(?:");
    } else if (atom === ")") {
      endBranch();
      const { consumes, ended } = group;
      group = around.pop() ?? group;
      if (consumes && !optional.test(often)) offer(ended);
    } else if (escaped.test(atom) && often === "") {
      group.run += atom.slice(1);
    } else {
      endRun();
    }
  }
  endBranch();
  return group.ended?.runs ?? null;
}

/** How often the letters of each place stand in the patterns: what servers say is made of the same. */
function commonness(phrases: readonly Phrase[]): Uint16Array {
  const counts = new Uint16Array(places);
  for (const { pattern } of phrases) {
    const { source } = pattern;
    for (let at = 0; at + shortest <= source.length; at++) {
      const place = placeOf(source, at);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return counts;
}

export function indexOf(phrases: readonly Phrase[]): PhraseIndex {
  const counts = commonness(phrases);
  const countAt = (run: string, at: number): number => counts[placeOf(run, at)] ?? 0;
  /** Where its rarest letters begin. */
  const rarest = (run: string): number => {
    let best = 0;
    let least = countAt(run, 0);
    for (let at = 1; at + shortest <= run.length && least > 1; at++) {
      const count = countAt(run, at);
      if (count < least) {
        best = at;
        least = count;
      }
    }
    return best;
  };
  const costOf = (run: string): number => (run.length < shortest ? 1 : 1 + countAt(run, rarest(run)));
  const always = new Array<number>((phrases.length >> 5) + 1).fill(0);
  const whereForeign = [...always];
  const runs: Run[] = [];
  phrases.forEach(({ pattern }, phrase) => {
    const cover = coverOf(pattern.source, costOf);
    if (cover === null) mark(always, phrase);
    if (cover === null || cover.some((letters) => letters.length < shortest)) mark(whereForeign, phrase);
    for (const letters of cover ?? []) {
      if (letters.length < shortest) continue;
      const before = rarest(letters);
      const after = letters.length - 1 - before;
      runs.push({
        place: placeOf(letters, before),
        phrase,
        before,
        first: letters.charCodeAt(0),
        after,
        last: letters.charCodeAt(letters.length - 1),
      });
    }
  });
  runs.sort((left, right) => left.place - right.place);
  const column = (name: keyof Run): readonly number[] => runs.map((run) => run[name]);
  return {
    always,
    whereForeign,
    place: column("place"),
    phrase: column("phrase"),
    first: column("first"),
    before: column("before"),
    last: column("last"),
    after: column("after"),
  };
}
