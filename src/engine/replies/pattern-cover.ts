// Which plain strings a pattern cannot match without: "one of these must be in the text". Read from the pattern's
// source, so that nobody has to keep a second list of key words. Covers the syntax the catalogue uses, no more.

/** Shorter strings are too common to be worth looking up. */
export const shortestRun = 3;

/** Every match contains at least one of `anyOf`; null where nothing plain is certain. */
export type Cover = readonly string[] | null;

interface Parsed {
  readonly cover: Cover;
  readonly end: number;
}

function total(cover: readonly string[], cost: (run: string) => number): number {
  return cover.reduce((sum, run) => sum + cost(run), 0);
}

function quantifier(source: string, at: number): { readonly optional: boolean; readonly end: number } {
  const char = source.charAt(at);
  if (char === "?" || char === "*") return { optional: true, end: at + 1 };
  if (char === "+") return { optional: false, end: at + 1 };
  if (char !== "{") return { optional: false, end: at };
  return { optional: source.charAt(at + 1) === "0", end: source.indexOf("}", at) + 1 };
}

function classEnd(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source.charAt(end) !== "]") end += source.charAt(end) === "\\" ? 2 : 1;
  return end + 1;
}

function alternatives(source: string, start: number, cost: (run: string) => number): Parsed {
  let branches: Cover = [];
  let best: Cover = null;
  let run = "";
  let at = start;
  const offer = (cover: Cover): void => {
    if (cover && (!best || total(cover, cost) < total(best, cost))) best = cover;
  };
  const endRun = (): void => {
    if (run.length >= shortestRun) offer([run]);
    run = "";
  };
  const endBranch = (): void => {
    endRun();
    branches = branches && best ? [...branches, ...best] : null;
    best = null;
  };
  while (at < source.length && source.charAt(at) !== ")") {
    const char = source.charAt(at);
    if (char === "|") {
      endBranch();
      at++;
    } else if (char === "(") {
      endRun();
      const consuming = source.startsWith("(?:", at);
      const body = alternatives(source, at + (source.startsWith("(?<", at) ? 4 : 3), cost);
      const { optional, end } = quantifier(source, body.end + 1);
      if (consuming && !optional) offer(body.cover);
      at = end;
    } else {
      const plain = !"\\[.^$".includes(char);
      const escaped = char === "\\" && /\W/.test(source.charAt(at + 1));
      const after = char === "[" ? classEnd(source, at) : at + (char === "\\" ? 2 : 1);
      const { optional, end } = quantifier(source, after);
      if ((plain || escaped) && !optional) run += source.charAt(escaped ? at + 1 : at);
      if (!(plain || escaped) || end !== after) endRun();
      at = end;
    }
  }
  endBranch();
  return { cover: branches, end: at };
}

/**
 * The cover of a pattern's source, the cheapest by `cost` where there is a choice. Capturing groups and named groups
 * are not part of the catalogue's syntax.
 */
export function coverOf(source: string, cost: (run: string) => number): Cover {
  return alternatives(source, 0, cost).cover;
}
