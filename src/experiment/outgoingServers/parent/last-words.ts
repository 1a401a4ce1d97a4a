// What a peer says after our own last word (the answer to QUIT) is taken and dropped: a connection that is closed over words
// that nobody has read is a broken one to the peer. How long it is waited for at most is the caller's.

import { readAll } from "./octets.js";

/** A goodbye comes in one or two pieces; one that goes on talking is not listened to for ever. */
const mostPieces = 8;

/** `ended`: called when the peer has ended the connection, or talks too much. */
export function takeLastWords(
  input: GeckoAsyncInputStream | null,
  ended: () => void,
  left: number = mostPieces,
): void {
  const onInputStreamReady = (): void => {
    if (left === 0 || typeof readAll(input) === "number") {
      ended();
    } else {
      takeLastWords(input, ended, left - 1);
    }
  };
  try {
    input?.asyncWait({ onInputStreamReady }, 0, 0, Services.tm.mainThread);
  } catch {
    // It has been ended already.
    ended();
  }
}
