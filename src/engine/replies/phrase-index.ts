// Which of the phrases a text can match at all, by three letters that the pattern cannot match without, read from its
// source. Trying each of hundreds costs more than making this once. Meaning is not judged here.

import type { Phrase } from "./phrase.js";

/** Plain letters in a row; else what stands for others, or parts them, with how often. */
const token =
  /([^\\[\](){}|.^$?*+]+(?![?*+{]))|(\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[^])([?*+]|\{\d+,?\d*\})?/gu;
const escaped = /^\\\W$/;
const optional = /^(?:[?*]|\{0)/;
const shortest = 3;
/** Words of Chinese and Japanese are shorter, and a plain English reply has none of their letters. */
const foreign = /[^\0-\x7f]/;

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

/** A run of letters that must be in the text: three of them, and how far from those its first and last stand. */
interface Run {
  readonly place: number;
  readonly phrase: number;
  readonly first: number;
  readonly before: number;
  readonly last: number;
  readonly after: number;
}

/** Where three letters are looked up. */
const places = 1 << 13;
function placeOf(text: string, at: number): number {
  return placeOfLetters(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}
function placeOfLetters(first: number, second: number, third: number): number {
  return (first * 1089 + second * 33 + third) & (places - 1);
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

/** Asks about each phrase that a text may match, by its place and in the order of `phrases`, until one has an answer. */
export type FirstAnswer = <Answer>(text: string, ask: (phrase: number) => Answer | null) => Answer | null;

export function indexOf(phrases: readonly Phrase[]): FirstAnswer {
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
  // In columns, because every text asks for many: those of a place from its start up to its end.
  const [starts, ends] = [new Uint16Array(places), new Uint16Array(places)];
  runs.forEach(({ place }, at) => {
    if (ends[place] === 0) starts[place] = at;
    ends[place] = at + 1;
  });
  const column = (name: keyof Run): Uint16Array => Uint16Array.from(runs, (run) => run[name]);
  const [phraseOf, firstOf, beforeOf, lastOf, afterOf] = [
    column("phrase"),
    column("first"),
    column("before"),
    column("last"),
    column("after"),
  ];
  return (text, ask) => {
    const found = (foreign.test(text) ? whereForeign : always).slice();
    let first = text.charCodeAt(0);
    let second = text.charCodeAt(1);
    for (let at = 0; at + shortest <= text.length; at++) {
      const third = text.charCodeAt(at + 2);
      const place = placeOfLetters(first, second, third);
      first = second;
      second = third;
      for (let run = starts[place] ?? 0, end = ends[place] ?? 0; run < end; run++) {
        const isFirst = text.charCodeAt(at - (beforeOf[run] ?? 0)) === firstOf[run];
        if (isFirst && text.charCodeAt(at + (afterOf[run] ?? 0)) === lastOf[run]) {
          mark(found, phraseOf[run] ?? 0);
        }
      }
    }
    for (let at = 0; at < found.length; at++) {
      for (let rest = found[at] ?? 0; rest !== 0; rest &= rest - 1) {
        const answer = ask(at * 32 + 31 - Math.clz32(rest & -rest));
        if (answer !== null) return answer;
      }
    }
    return null;
  };
}

/** A bit for each phrase, 32 to a number: marked twice or out of order, each is asked about once and in its place. */
function mark(found: number[], phrase: number): void {
  const at = phrase >> 5;
  found[at] = (found[at] ?? 0) | (1 << (phrase & 31));
}
