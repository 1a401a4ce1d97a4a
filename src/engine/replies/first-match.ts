// Which phrase is the first that a folded text matches, and by which of its words.

import { phrasesIn, type FirstAnswer, type PhraseIndex } from "./phrases-in.js";
import type { Phrase } from "./phrase.js";

export interface Match {
  readonly phrase: Phrase;
  readonly words: string;
  /** Not in the server's own words. */
  readonly isAround?: true;
}
export type FirstMatch = (folded: string) => Match | null;

/** `indexed`: gives the index of these phrases. */
export function firstMatchOf(phrases: readonly Phrase[], indexed: () => PhraseIndex): FirstMatch {
  // Asked at the first reply: a background that wakes for something else does not wait for it.
  const patterns = phrases.map(({ pattern }) => pattern);
  let firstAnswer: FirstAnswer | null = null;
  return (folded) =>
    (firstAnswer ??= phrasesIn(indexed()))(folded, (at) => {
      const match = patterns[at]?.exec(folded);
      const phrase = match && phrases[at];
      return phrase ? { phrase, words: withoutPunctuation(match[0]) } : null;
    });
}

/** The words that decided, without what stands around them; folded, so that a blank is a plain one. */
function withoutPunctuation(words: string): string {
  let [start, end] = [0, words.length];
  while (start < end && " :;,.>(".includes(words.charAt(start))) start++;
  while (start < end && " :;,.<(".includes(words.charAt(end - 1))) end--;
  return words.slice(start, end);
}
