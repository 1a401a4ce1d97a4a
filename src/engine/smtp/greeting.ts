// Connecting and the server's first word (RFC 5321 §3.1). Tells SMTP from other services, also from those that
// wait for the client to speak first: a silent peer is poked once before it is given up.

import { recognisePeer } from "./banner.js";
import type { Dialogue } from "./dialogue.js";
import { atHandshake, refusedAt, type Refused } from "./outcome.js";
import type { Reply } from "./reply.js";
import type { Failed, Session } from "./session.js";

/** The greeting, or why there was none. */
export function* greet(dialogue: Dialogue): Session<Reply | Refused | Failed> {
  const unconnected = yield* dialogue.connect();
  if (unconnected !== null) {
    return unconnected;
  }
  yield* dialogue.begin("greeting");
  const greeting = yield* dialogue.reply();
  if (greeting.kind === "fault") {
    const silent = greeting.fault.kind === "timeout" && dialogue.opening.length === 0;
    return (
      recognised(dialogue) ?? (silent ? yield* poke(dialogue, greeting) : atHandshake(greeting, "connect"))
    );
  }
  return recognised(dialogue) ?? (greeting.code === 220 ? greeting : refusedAt("greeting", greeting));
}

/** HTTP servers and ports that want TLS say nothing until they are spoken to. */
function* poke(dialogue: Dialogue, silence: Failed): Session<Failed> {
  yield* dialogue.begin("greeting", "unknown");
  const unsent = yield* dialogue.send(["QUIT", ""]);
  if (unsent === null) {
    yield* dialogue.reply();
  }
  return recognised(dialogue) ?? silence;
}

function recognised(dialogue: Dialogue): Failed | null {
  const found = recognisePeer(dialogue.opening);
  return found === null ? null : dialogue.failed({ kind: "not-smtp", peer: found });
}
