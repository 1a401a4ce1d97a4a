// Looks at a server without signing in: what it offers where one may sign in, whether its certificate holds,
// and, if asked, whether it takes this envelope from this network without a log-in. Never DATA, never AUTH.

import type { Security } from "../model/server-settings.js";
import { Dialogue } from "./dialogue.js";
import type { Capabilities } from "./ehlo.js";
import { isUnusable, leave, tryEnvelope, type Envelope } from "./envelope.js";
import type { Patience } from "./limits.js";
import { open } from "./opening.js";
import type { Refused } from "./outcome.js";
import type { Failed, Session } from "./session.js";

export interface ProbeRequest {
  readonly security: Security;
  /** Given to the server without a log-in; null: only look. */
  readonly envelope: Envelope | null;
  readonly patience?: Patience;
}

export interface ProbeResult {
  /** What the server can do where one may sign in, or why that was not reached. */
  readonly server: Capabilities | Refused | Failed;
  /** Null where none was asked for or it was not reached. */
  readonly envelope: { readonly kind: "accepted" } | Refused | Failed | null;
}

export function* probe({ security, envelope, patience }: ProbeRequest): Session<ProbeResult> {
  const dialogue = new Dialogue(patience);
  const server = yield* open(dialogue, security);
  if (server.kind === "capabilities" && envelope !== null && !isUnusable(envelope)) {
    const refused = yield* tryEnvelope(dialogue, envelope, server);
    return { server, envelope: refused ?? { kind: "accepted" } };
  }
  if (server.kind !== "fault") {
    yield* leave(dialogue);
  }
  return { server, envelope: null };
}
