// Time that passes only while nobody has anything else to do: whoever waits is woken in the order of what was asked for,
// however slow the machine is, and at once.

/** `wait` of the Clock port. */
export function virtualWait(): (milliseconds: number) => Promise<void> {
  const waiting: { readonly due: number; readonly wake: () => void }[] = [];
  let now = 0;
  let isRunning = false;

  function pass(): void {
    const next = waiting.toSorted((one, other) => one.due - other.due)[0];
    isRunning = next !== undefined;
    if (next !== undefined) {
      waiting.splice(waiting.indexOf(next), 1);
      now = next.due;
      next.wake();
      afterEverythingElse(pass);
    }
  }

  return async (milliseconds) =>
    new Promise((wake) => {
      waiting.push({ due: now + milliseconds, wake });
      if (!isRunning) {
        isRunning = true;
        afterEverythingElse(pass);
      }
    });
}

/** Fakes that answer in a later turn take one or two. */
function afterEverythingElse(then: () => void): void {
  setTimeout(() => setImmediate(then), 1);
}
