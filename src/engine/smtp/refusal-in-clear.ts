// On a port that speaks TLS from the start, a server with no room left says so before the handshake, in clear (421, RFC
// 5321 §3.8; Exim's "Too many concurrent SMTP connections"): to a client that waits for TLS it is a failed handshake.
// Asked in clear only to be told "no": nothing is said there but QUIT.

import { Dialogue } from "./dialogue.js";
import { leave } from "./envelope.js";
import { greet } from "./greeting.js";
import type { Patience } from "./limits.js";
import type { Refused } from "./outcome.js";
import type { Session } from "./session.js";

/** Null where the server says anything else in clear, or nothing, as a port that speaks TLS should. */
export function* refusalInClear(patience: Patience): Session<Refused | null> {
  const dialogue = new Dialogue(patience);
  const greeting = yield* greet(dialogue);
  if (greeting.kind !== "refused") {
    return null;
  }
  yield* leave(dialogue);
  return greeting;
}
