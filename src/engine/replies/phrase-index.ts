// Finds the few phrases worth trying: each pattern has four letters that it cannot match without, and one pass over
// the text looks up every four letters. Keeps hundreds of patterns at microseconds a reply. Meaning is not judged here.

import type { Phrase } from "./phrase.js";

const gramLength = 4;
const tableSize = 1 << 14;

/** Runs of plain characters that every match of the pattern contains. Groups, classes and optional parts end a run. */
export function mandatoryRuns(source: string): readonly string[] {
  const runs: string[] = [];
  let run = "";
  let depth = 0;
  const end = (): void => {
    if (run.length >= gramLength) runs.push(run);
    run = "";
  };
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\\") {
      at++;
      const escaped = source.charAt(at);
      if (depth === 0 && /[^\w]/.test(escaped)) run += escaped;
      else if (depth === 0) end();
    } else if (char === "[") {
      if (depth === 0) end();
      while (at < source.length && source.charAt(at) !== "]") at += source.charAt(at) === "\\" ? 2 : 1;
    } else if (char === "(") {
      if (depth === 0) end();
      depth++;
    } else if (char === ")") depth--;
    else if (depth > 0) continue;
    else if (char === "|") return [];
    else if ("?*{".includes(char)) {
      run = run.slice(0, -1);
      end();
      if (char === "{") at = source.indexOf("}", at);
    } else if ("+.^$".includes(char)) end();
    else run += char;
  }
  end();
  return runs;
}

function slot(text: string, at: number): number {
  const hash =
    (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 961 +
    text.charCodeAt(at + 2) * 31 +
    text.charCodeAt(at + 3);
  return hash & (tableSize - 1);
}

/** Answers, in catalogue order, the phrases that a text may match. */
export interface PhraseIndex {
  candidates(text: string): readonly Phrase[];
}

/** Builds the index once; `phrases` keep their order. */
export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const bySlot: (number[] | undefined)[] = Array.from({ length: tableSize });
  const always: number[] = [];
  phrases.forEach((phrase, position) => {
    const runs = mandatoryRuns(phrase.pattern.source);
    let best: { slot: number; load: number } | null = null;
    for (const run of runs) {
      for (let at = 0; at + gramLength <= run.length; at++) {
        const key = slot(run, at);
        const load = bySlot[key]?.length ?? 0;
        if (!best || load < best.load) best = { slot: key, load };
      }
    }
    if (!best) always.push(position);
    else (bySlot[best.slot] ??= []).push(position);
  });
  return {
    candidates(text) {
      const found = new Set<number>(always);
      for (let at = 0; at + gramLength <= text.length; at++) {
        const positions = bySlot[slot(text, at)];
        if (positions) for (const position of positions) found.add(position);
      }
      return [...found].sort((a, b) => a - b).flatMap((position) => phrases[position] ?? []);
    },
  };
}
