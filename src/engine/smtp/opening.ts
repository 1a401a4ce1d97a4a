// Everything before a log-in: connect, greeting, EHLO, and with STARTTLS the upgrade and EHLO again.
// The probe and the proof both begin like this.

import type { Security } from "../model/server-settings.js";
import type { Dialogue } from "./dialogue.js";
import { ehlo, type Capabilities } from "./ehlo.js";
import { greet } from "./greeting.js";
import { atHandshake, type Refused } from "./outcome.js";
import type { Failed, Session } from "./session.js";
import { upgrade } from "./starttls.js";

/** What the server can do, when the connection is ready for a log-in or an envelope. */
export function* open(dialogue: Dialogue, security: Security): Session<Capabilities | Refused | Failed> {
  const greeting = yield* greet(dialogue);
  if (greeting.kind !== "reply") {
    return greeting;
  }
  const first = yield* ehlo(dialogue);
  if (first.kind !== "capabilities" || security !== "starttls") {
    return first;
  }
  const stopped = yield* upgrade(dialogue, first);
  if (stopped !== null) {
    return stopped;
  }
  const second = yield* ehlo(dialogue);
  return second.kind === "fault" ? atHandshake(second, "starttls") : second;
}
