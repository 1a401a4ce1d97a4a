// Failed sends whose alert is open, with no compose window under it: they are told once it is closed (notice-failed-sends.ts).
// nsIMsgSendLater hears of the failure before the alert opens, and says that it has ended while somebody still reads it.

let open = 0;
const waiting: (() => void)[] = [];

/** Answers the function that says it has been told. */
export function beginTelling(): () => void {
  open += 1;
  return () => {
    open -= 1;
    if (open === 0) {
      for (const tell of waiting.splice(0)) {
        tell();
      }
    }
  };
}

export function isBeingTold(): boolean {
  return open > 0;
}

/** Settled when no alert of such a failure is open (any more). */
export async function allTold(): Promise<void> {
  if (open > 0) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  }
}
