// Which phrases a text may match, asked of an index of them (phrase-index.ts), which leaves most out: trying each of hundreds
// costs more.

/** Of a run of letters that must be in the text three are looked up. */
export const shortest = 3;
/** Words of Chinese and Japanese are shorter, and a plain English reply has none of their letters. */
export const foreign = /[^\0-\x7f]/;

/** A run of letters that must be in the text: three of them, and how far from those its first and last stand. */
export interface Run {
  readonly place: number;
  readonly phrase: number;
  readonly first: number;
  readonly before: number;
  readonly last: number;
  readonly after: number;
}

/** The runs in columns, in the order of their places, and the phrases that are asked about whatever a text says. */
export interface PhraseIndex extends Readonly<Record<keyof Run, readonly number[]>> {
  /** A bit for each phrase, 32 to a number. */
  readonly always: readonly number[];
  /** The same of a text with letters beyond ASCII. */
  readonly whereForeign: readonly number[];
}

/** Where three letters are looked up. */
export const places = 1 << 13;
export function placeOf(text: string, at: number): number {
  return placeOfLetters(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}
function placeOfLetters(first: number, second: number, third: number): number {
  return (first * 1089 + second * 33 + third) & (places - 1);
}

/** Asks about each phrase that a text may match, by its place and in the order of `phrases`, until one has an answer. */
export type FirstAnswer = <Answer>(text: string, ask: (phrase: number) => Answer | null) => Answer | null;

export function phrasesIn(index: PhraseIndex): FirstAnswer {
  const { always, whereForeign } = index;
  // The runs of a place from its start up to its end.
  const [starts, ends] = [new Uint16Array(places), new Uint16Array(places)];
  index.place.forEach((place, at) => {
    if (ends[place] === 0) starts[place] = at;
    ends[place] = at + 1;
  });
  const [phraseOf, firstOf, beforeOf, lastOf, afterOf] = [
    Uint16Array.from(index.phrase),
    Uint16Array.from(index.first),
    Uint16Array.from(index.before),
    Uint16Array.from(index.last),
    Uint16Array.from(index.after),
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
export function mark(found: number[], phrase: number): void {
  const at = phrase >> 5;
  found[at] = (found[at] ?? 0) | (1 << (phrase & 31));
}
