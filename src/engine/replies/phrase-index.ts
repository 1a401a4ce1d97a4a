// Finds the few phrases worth trying: one pass over the text looks up every three letters in a table made from what
// the patterns cannot match without. Keeps hundreds of patterns at microseconds a reply. Meaning is not judged here.

import { coverOf, shortestRun } from "./pattern-cover.js";
import type { Phrase } from "./phrase.js";

const tableSize = 1 << 14;
const lastAscii = 0x7f;
// No Latin letter but those of escapes and of "(?:".
const foreignOnly = /^(?:\\.|[^A-Za-z\\])*$/;

const plainWords = /[a-z][a-z ]{2,}/g;

function slot(text: string, at: number): number {
  const hash = text.charCodeAt(at) * 1089 + text.charCodeAt(at + 1) * 33 + text.charCodeAt(at + 2);
  return hash & (tableSize - 1);
}

function slotsOf(text: string): readonly number[] {
  return Array.from({ length: Math.max(0, text.length - shortestRun + 1) }, (_, at) => slot(text, at));
}

/** Answers, in catalogue order, the phrases that a text may match. */
export interface PhraseIndex {
  candidates(text: string): readonly Phrase[];
}

/** Builds the index once; `phrases` keep their order. */
export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  // How common three letters are is taken from the plain words of the patterns themselves.
  const commonness = new Uint16Array(tableSize);
  const count = (key: number): number => commonness[key] ?? 0;
  for (const { pattern } of phrases)
    for (const [word] of pattern.source.matchAll(plainWords))
      for (const key of slotsOf(word)) commonness[key] = count(key) + 1;
  const rarest = (run: string): number =>
    slotsOf(run).reduce((best, key) => (count(key) < count(best) ? key : best));

  const bySlot = new Map<number, number[]>();
  const always: number[] = [];
  // Chinese and Japanese words are shorter than what is looked up, and a plain English reply has none of them.
  const withForeignLetters: number[] = [];
  phrases.forEach((phrase, position) => {
    const cover = coverOf(phrase.pattern.source, (run) => 1 + count(rarest(run)));
    if (!cover) (foreignOnly.test(phrase.pattern.source) ? withForeignLetters : always).push(position);
    for (const key of new Set(cover?.map(rarest))) bySlot.set(key, [...(bySlot.get(key) ?? []), position]);
  });
  // Flat arrays: positions of slot `key` are flat[starts[key]] up to flat[starts[key + 1]].
  const starts = new Uint16Array(tableSize + 1);
  const flat: number[] = [];
  for (let key = 0; key < tableSize; key++) {
    flat.push(...(bySlot.get(key) ?? []));
    starts[key + 1] = flat.length;
  }
  const positionsOf = Uint16Array.from(flat);
  // Which look-up a phrase was last found in, so that nothing needs clearing between texts.
  const lastSeen = new Uint32Array(phrases.length);
  let lookUp = 0;

  const inOrder = (positions: number[]): readonly Phrase[] => {
    const found: Phrase[] = [];
    for (const position of positions.sort((a, b) => a - b)) {
      const phrase = phrases[position];
      if (phrase) found.push(phrase);
    }
    return found;
  };

  return {
    candidates(text) {
      lookUp = (lookUp + 1) >>> 0;
      const found = [...always];
      let first = text.charCodeAt(0);
      let second = text.charCodeAt(1);
      let letters = first | second;
      for (let at = shortestRun - 1; at < text.length; at++) {
        const third = text.charCodeAt(at);
        letters |= third;
        const key = (first * 1089 + second * 33 + third) & (tableSize - 1);
        first = second;
        second = third;
        const end = starts[key + 1] ?? 0;
        for (let next = starts[key] ?? 0; next < end; next++) {
          const position = positionsOf[next] ?? 0;
          if (lastSeen[position] === lookUp) continue;
          lastSeen[position] = lookUp;
          found.push(position);
        }
      }
      if (letters > lastAscii) found.push(...withForeignLetters);
      return inOrder(found);
    },
  };
}
