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

/** One of these is in every text that matches; null where nothing is certain. */
type Cover = readonly string[] | null;

interface Group {
  readonly consumes: boolean;
  /** Of the branches that have ended. */
  ended: Cover;
  /** The best of the branch that is being read. */
  best: Cover;
  run: string;
}

const opened = (consumes: boolean): Group => ({ consumes, ended: [], best: null, run: "" });
const cost = (cover: readonly string[]): number => cover.reduce((sum, run) => sum + 1 / run.length, 0);

function offer(group: Group, cover: Cover): void {
  if (cover !== null && (group.best === null || cost(cover) < cost(group.best))) group.best = cover;
}

function endRun(group: Group): void {
  if (group.run.length >= shortest || foreign.test(group.run)) offer(group, [group.run]);
  group.run = "";
}

function endBranch(group: Group): void {
  endRun(group);
  group.ended = group.ended !== null && group.best !== null ? [...group.ended, ...group.best] : null;
  group.best = null;
}

/** The cover of a pattern's source. */
export function coverOf(source: string): Cover {
  let group = opened(true);
  const around: Group[] = [];
  for (const [, letters, atom = "", often = ""] of source.matchAll(token)) {
    if (letters !== undefined) {
      group.run += letters;
    } else if (atom === "|") {
      endBranch(group);
    } else if (atom.startsWith("(")) {
      endRun(group);
      around.push(group);
      group = opened(atom === "(?:");
    } else if (atom === ")") {
      endBranch(group);
      const { consumes, ended } = group;
      group = around.pop() ?? group;
      if (consumes && !optional.test(often)) offer(group, ended);
    } else if (escaped.test(atom) && often === "") {
      group.run += atom.slice(1);
    } else {
      endRun(group);
    }
  }
  endBranch(group);
  return group.ended;
}

/** A run of letters that must be in the text, by three of them: `at` is where those begin in it. */
interface Run {
  readonly phrase: number;
  readonly letters: string;
  readonly at: number;
}

/** Where three letters are looked up; what others share a place with them is told apart by the whole run. */
const places = 1 << 13;
function placeOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 1089 + text.charCodeAt(at + 1) * 33 + text.charCodeAt(at + 2)) & (places - 1);
}

/** Answers for every one of `phrases` whether a text may match it: 1 or 0. */
export function indexOf(phrases: readonly Phrase[]): (text: string) => Uint8Array {
  const always = new Uint8Array(phrases.length);
  const whereForeign = new Uint8Array(phrases.length);
  const runsAt: (Run[] | undefined)[] = Array.from({ length: places });
  const howMany = (letters: string, at: number): number => runsAt[placeOf(letters, at)]?.length ?? 0;
  phrases.forEach(({ pattern }, phrase) => {
    const cover = coverOf(pattern.source);
    if (cover === null) always[phrase] = whereForeign[phrase] = 1;
    for (const letters of cover ?? []) {
      if (letters.length < shortest) {
        whereForeign[phrase] = 1;
        continue;
      }
      // By those of its letters that find the fewest others.
      let best = 0;
      for (let at = 1; at + shortest <= letters.length; at++)
        if (howMany(letters, at) < howMany(letters, best)) best = at;
      (runsAt[placeOf(letters, best)] ??= []).push({ phrase, letters, at: best });
    }
  });
  return (text) => {
    const may = (foreign.test(text) ? whereForeign : always).slice();
    for (let at = 0; at + shortest <= text.length; at++) {
      const runs = runsAt[placeOf(text, at)];
      if (runs === undefined) continue;
      for (const run of runs)
        if (may[run.phrase] === 0 && text.startsWith(run.letters, at - run.at)) may[run.phrase] = 1;
    }
    return may;
  };
}
