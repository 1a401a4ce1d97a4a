// Settings are changed by one use case at a time: two windows that fail at the same moment must not look at the same
// values and then both write. Within one background; after a crash there is nobody else.

let last: Promise<unknown> = Promise.resolve();

/** Runs `work` when everything asked for before has ended, well or badly. Must not be nested. */
export function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
