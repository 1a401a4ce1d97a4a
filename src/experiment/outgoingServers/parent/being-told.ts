// Failed sends with no compose window that are not on their way to who listens: their alert is open, or what is told of them is
// being made ready (notice-failed-sends.ts). nsIMsgSendLater hears of the failure before the alert opens, and says that it has
// ended while somebody still reads it.

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

/** Settled when there is no such failure (any more). */
export async function allTold(): Promise<void> {
  if (open > 0) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  }
}
