// Looks at a server without signing in: what it offers before and inside TLS, whether its certificate holds,
// and, if asked, whether it takes this envelope from this network without a log-in. Never DATA, never AUTH.

import { Dialogue } from "./dialogue.js";
import type { Capabilities } from "./ehlo.js";
import { leave, tryEnvelope, unusableAddress, type Envelope } from "./envelope.js";
import type { Patience } from "./limits.js";
import { nothingOpened, open, type Opened, type Opening } from "./opening.js";
import type { Refused } from "./outcome.js";
import type { Failed, Session } from "./session.js";

export interface ProbeRequest extends Opening {
  /** Given to the server without a log-in; null: only look. */
  readonly envelope: Envelope | null;
  readonly patience?: Patience;
}

export interface ProbeResult extends Readonly<Opened> {
  /** `looked`: the server answered everything up to the state in which one may sign in. */
  readonly end: { readonly kind: "looked" } | Refused | Failed;
  /** Null where none was asked for or it was not reached. */
  readonly envelope: { readonly kind: "accepted" } | Refused | Failed | null;
  readonly transcript: readonly string[];
}

export function* probe(request: ProbeRequest): Session<ProbeResult> {
  const dialogue = new Dialogue(request.patience);
  const opened = nothingOpened();
  const stopped = yield* open(dialogue, request, opened);
  const server: Capabilities | null = opened.insideTls ?? opened.beforeTls;
  let answer: ProbeResult["envelope"] = null;
  if (
    stopped === null &&
    server !== null &&
    request.envelope !== null &&
    !unusableAddress(request.envelope)
  ) {
    answer = (yield* tryEnvelope(dialogue, request.envelope, server)) ?? { kind: "accepted" };
  } else if (stopped === null || stopped.kind === "refused") {
    yield* leave(dialogue);
  }
  return { ...opened, end: stopped ?? { kind: "looked" }, envelope: answer, transcript: dialogue.transcript };
}
