// Makes a burst of calls one: the first at once, what comes in the pause after it together at the pause's end.

/** `pause` in milliseconds. */
export function coalesced(work: () => void, pause: number): () => void {
  let resting = false;
  let asked = false;
  function run(): void {
    if (resting) {
      asked = true;
      return;
    }
    resting = true;
    setTimeout(() => {
      resting = false;
      if (asked) {
        asked = false;
        run();
      }
    }, pause);
    work();
  }
  return run;
}
