// What one background has under way (src/under-way.ts): one line for each thing that two hands must not change at once, and who is
// asking servers for which case.

import type { Asking, UnderWay } from "../../under-way.js";

type Line = Parameters<UnderWay["inLine"]>[0];

export function underWay(carryOut: UnderWay["carryOut"]): UnderWay {
  const last = new Map<Line, Promise<unknown>>();
  return {
    inLine(line, work) {
      const mine = (last.get(line) ?? Promise.resolve()).then(work);
      // Who asked for it is told; who comes after does not wait for its success.
      last.set(
        line,
        mine.catch(() => undefined),
      );
      return mine;
    },
    edits: null,
    carryOut,
    asking: new Map<string, Asking>(),
    noticing: Promise.resolve(),
  };
}
