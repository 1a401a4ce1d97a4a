// Proves settings before they are written (DESIGN §1.6): a real log-in, the real From, the recipients that
// failed, RSET, QUIT. Never DATA. The credential rules that a single connection can keep are kept here; to whom
// a password may go at all is the caller's decision (DESIGN §5).

import type { Security } from "../model/server-settings.js";
import {
  signInWith,
  usableMechanisms,
  type Credentials,
  type LogInCount,
  type ProvableSignIn,
} from "./auth.js";
import { Dialogue } from "./dialogue.js";
import { isUnusable, leave, needsUtf8, tryEnvelope, type Envelope } from "./envelope.js";
import type { Patience } from "./limits.js";
import { open } from "./opening.js";
import type { Refused } from "./outcome.js";
import type { Failed, Session } from "./session.js";

export interface ProofRequest {
  readonly security: Security;
  readonly signIn: ProvableSignIn;
  readonly credentials: Credentials;
  readonly envelope: Envelope;
  /** Asked about where the server lacks SMTPUTF8 and every recipient needs it; absent: then the sender alone is. */
  readonly standIn?: string;
  readonly patience?: Patience;
}

export type ProofOutcome =
  | { readonly kind: "accepted" }
  | Refused
  | Failed
  /** The server offers no method, or none that fits the setting: no log-in was made, nothing else was tried. */
  | { readonly kind: "no-sign-in-offered" }
  /** Nothing was connected to: it would not be inside TLS, or an address cannot be said. */
  | { readonly kind: "not-tried" };

export interface ProofResult {
  readonly outcome: ProofOutcome;
  /** Log-ins the server was given to judge: 0 or 1. */
  readonly logIns: number;
  /** Without password, token or challenge: "C: AUTH PLAIN ***". */
  readonly transcript: readonly string[];
}

export function* prove(request: ProofRequest): Session<ProofResult> {
  const dialogue = new Dialogue(request.patience);
  const count: LogInCount = { logIns: 0 };
  const mayBegin = request.security !== "none" && !isUnusable(request.envelope);
  const outcome: ProofOutcome = mayBegin ? yield* run(dialogue, request, count) : { kind: "not-tried" };
  return { ...count, outcome, transcript: dialogue.transcript };
}

function* run(dialogue: Dialogue, request: ProofRequest, count: LogInCount): Session<ProofOutcome> {
  const server = yield* open(dialogue, request.security);
  if (server.kind !== "capabilities") {
    if (server.kind === "refused") {
      yield* leave(dialogue);
    }
    return server;
  }
  const { signIn, credentials } = request;
  const [first, ...others] = usableMechanisms(signIn, credentials, server.signIn);
  if (first === undefined) {
    yield* leave(dialogue);
    return { kind: "no-sign-in-offered" };
  }
  dialogue.hide(credentials.secret);
  const failed = yield* signInWith(dialogue, [first, ...others], credentials, count);
  if (failed !== null) {
    if (failed.kind === "refused") {
      yield* leave(dialogue);
    }
    return failed;
  }
  const envelope = server.smtpUtf8 ? request.envelope : withoutUtf8(request);
  return (yield* tryEnvelope(dialogue, envelope, server)) ?? { kind: "accepted" };
}

/**
 * As Thunderbird has it for a server without SMTPUTF8 (SmtpClient.useEnvelope): it says the sender as he is, for the server
 * to judge, and sends to no recipient who needs it.
 */
function withoutUtf8({ envelope, standIn }: ProofRequest): Envelope {
  const tellable = envelope.recipients.filter((recipient) => !needsUtf8([recipient]));
  const instead = standIn === undefined || needsUtf8([standIn]) ? [] : [standIn];
  return { ...envelope, recipients: tellable.length > 0 ? tellable : instead };
}
