// Proves settings before they are written (DESIGN §1.6): a real log-in, the real From, the recipients that
// failed, RSET, QUIT. Never DATA. The credential rules that a single connection can keep are kept here; to whom
// a password may go at all is the caller's decision (DESIGN §5).

import { signsIn, type Security, type SignIn } from "../model/server-settings.js";
import { signInWith, usableMechanisms, type Credentials, type LogInCount } from "./auth.js";
import { Dialogue } from "./dialogue.js";
import { isUnusable, leave, needsUtf8, tryEnvelope, type Envelope } from "./envelope.js";
import type { Patience } from "./limits.js";
import { open } from "./opening.js";
import type { Refused } from "./outcome.js";
import type { Failed, Session } from "./session.js";

export interface ProofRequest {
  readonly security: Security;
  readonly signIn: SignIn;
  /** Null with a `signIn` that makes Thunderbird sign in nowhere: then the envelope is tried without. */
  readonly credentials: Credentials | null;
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
  | { readonly kind: "no-sign-in-offered"; readonly offered: readonly string[] }
  /** Nothing was connected to. */
  | { readonly kind: "not-tried"; readonly because: Obstacle };

export type Obstacle = "sign-in-not-supported" | "credentials-missing" | "password-needs-tls" | "address";

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
  const obstacle = obstacleTo(request);
  const outcome: ProofOutcome =
    obstacle === null ? yield* run(dialogue, request, count) : { kind: "not-tried", because: obstacle };
  return { ...count, outcome, transcript: dialogue.transcript };
}

/** What forbids the proof before a connection is made. */
function obstacleTo(request: ProofRequest): Obstacle | null {
  const { signIn, credentials, security, envelope } = request;
  if (isUnusable(envelope)) {
    return "address";
  }
  if (!signsIn(signIn)) {
    return null;
  }
  if (signIn === "kerberos" || signIn === "ntlm") {
    return "sign-in-not-supported";
  }
  if (credentials === null) {
    return "credentials-missing";
  }
  return security === "none" ? "password-needs-tls" : null;
}

function* run(dialogue: Dialogue, request: ProofRequest, count: LogInCount): Session<ProofOutcome> {
  const server = yield* open(dialogue, request.security);
  if (server.kind !== "capabilities") {
    if (server.kind === "refused") {
      yield* leave(dialogue);
    }
    return server;
  }
  const { credentials } = request;
  const envelope = server.smtpUtf8 ? request.envelope : withoutUtf8(request);
  if (signsIn(request.signIn) && credentials !== null) {
    const [first, ...others] = usableMechanisms(request.signIn, credentials, server.signIn);
    if (first === undefined) {
      yield* leave(dialogue);
      return { kind: "no-sign-in-offered", offered: server.signIn };
    }
    dialogue.hide(credentials.secret);
    const failed = yield* signInWith(dialogue, [first, ...others], credentials, count);
    if (failed !== null) {
      if (failed.kind === "refused") {
        yield* leave(dialogue);
      }
      return failed;
    }
  }
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
