// Tells a listener that may have to be started first. What is told is told in the order in which it happened, whichever event it
// is of: a refusal that is still being made ready holds back the closing of its alert.

let line: Promise<unknown> = Promise.resolve();

/** Settled when all that has happened so far is on its way to its listeners, or could not be told. */
export async function toldSoFar(): Promise<void> {
  await Promise.allSettled([line]);
}

/** `tell`: given what happened, or the promise of it. */
export function persistent(
  fire: GeckoFire,
  begin: (tell: (what: unknown) => void) => () => void,
): PersistentRegistration {
  let target = fire;
  const unregister = begin((what) => {
    const ready = Promise.all([what, target.wakeup?.()]);
    line = Promise.allSettled([line, ready]).then(async () => {
      const [told] = await ready;
      // Not waited for: an answer of the listener is nobody's.
      void target.async(told);
    });
    line.catch((error: unknown) => {
      console.error("outgoingServers: an event could not be told", error);
    });
  });
  return {
    unregister,
    convert(newFire) {
      target = newFire;
    },
  };
}
