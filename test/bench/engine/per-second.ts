// How often a piece of pure code runs in a second on one core: the median of the rounds, after a warm-up.

import { median } from "../median.js";

export const rounds = 5;
const roundMilliseconds = 300;

/** Calls per second of `work`, going through `inputs` again and again. */
export function perSecond<Input>(inputs: readonly Input[], work: (input: Input) => unknown): number {
  const round = (): number => {
    const start = performance.now();
    let calls = 0;
    let spent = 0;
    while (spent < roundMilliseconds) {
      for (const input of inputs) work(input);
      calls += inputs.length;
      spent = performance.now() - start;
    }
    return (calls * 1000) / spent;
  };
  round();
  return Math.round(median(Array.from({ length: rounds }, round)));
}
