// Several look-ups side by side, the first in the list the best: the best good answer, without waiting long for
// better ones that nobody may ever give. Time comes from outside.

import type { Timer } from "../model/waiting.js";

/** Once an answer is good, better ones have this much longer. */
export const graceMilliseconds = 700;

/**
 * The good answer with the smallest index among those that came in time, and null where none is good. The look-ups
 * must end by themselves; none may reject.
 */
export function bestAnswer<Answer>(
  lookUps: readonly Promise<Answer>[],
  isGood: (answer: Answer) => boolean,
  timer: Timer,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const answers: (Answer | undefined)[] = lookUps.map(() => undefined);
    const open = new Set(lookUps.keys());
    let forget: (() => void) | null = null;
    const settle = (): void => {
      forget?.();
      resolve(answers.find((answer) => answer !== undefined && isGood(answer)) ?? null);
    };
    const answered = (index: number, answer: Answer): void => {
      answers[index] = answer;
      open.delete(index);
      const good = answers.findIndex((one) => one !== undefined && isGood(one));
      if (open.size === 0 || (good !== -1 && Math.min(...open) > good)) {
        settle();
      } else if (good !== -1) {
        forget ??= timer.after(graceMilliseconds, settle);
      }
    };
    if (lookUps.length === 0) {
      settle();
    }
    lookUps.forEach((lookUp, index) => {
      void lookUp.then((answer) => {
        answered(index, answer);
      });
    });
  });
}
