// What one background has under way (src/under-way.ts): one line for each thing that two hands must not change at once, and who is
// asking servers for which case.

import type { Asking, UnderWay } from "../../under-way.js";

type Line = Parameters<UnderWay["inLine"]>[0];

export function underWay(carryOut: UnderWay["carryOut"]): UnderWay {
  const lines = new Map<Line, ReturnType<typeof oneAfterTheOther>>();
  return {
    inLine(name, work) {
      const line = lines.get(name) ?? oneAfterTheOther();
      lines.set(name, line);
      return line(work);
    },
    edits: null,
    carryOut,
    asking: new Map<string, Asking>(),
    noticing: Promise.resolve(),
  };
}

/** A line of its own. Who asked for something is told how it ended; who comes after does not wait for its success. */
export function oneAfterTheOther(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // Told to who asked.
    last = mine.catch(() => undefined);
    return mine;
  };
}
