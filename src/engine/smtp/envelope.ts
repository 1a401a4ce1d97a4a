// The envelope of the message that failed: MAIL FROM and RCPT TO, then RSET and QUIT, never DATA: the server
// judges sender and recipient, and nothing is sent. One flight where the server offers PIPELINING (RFC 2920).

import type { Dialogue } from "./dialogue.js";
import type { Capabilities } from "./ehlo.js";
import { limits } from "./limits.js";
import { refusedAt, type Refused, type Step } from "./outcome.js";
import { isPositive } from "./reply.js";
import type { Session } from "./session.js";

export interface Envelope {
  /** The message's real From; "" is the empty reverse-path. */
  readonly from: string;
  /** The recipients that failed; the first `limits.recipients` are tried. */
  readonly recipients: readonly string[];
}

/** One of the addresses cannot be put into a command: it could smuggle in another one. */
export function isUnusable({ from, recipients }: Envelope): boolean {
  // Controls, space, angle brackets; quoted local parts with spaces are given up, not escaped.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const unusable = /[\x00-\x20<>\x7f-\x9f\u2028\u2029]/;
  return recipients.includes("") || [from, ...recipients].some((address) => unusable.test(address));
}

/** Null: the server accepted the sender and every recipient. */
export function* tryEnvelope(dialogue: Dialogue, envelope: Envelope, server: Capabilities): Step {
  const recipients = envelope.recipients.slice(0, limits.recipients);
  const steps = [
    { stage: "mail", command: mailCommand(envelope, server) },
    ...recipients.map((recipient) => ({ stage: "rcpt", command: `RCPT TO:<${recipient}>` }) as const),
  ] as const;
  if (server.pipelining) {
    yield* dialogue.begin("mail");
    const unsent = yield* dialogue.send([...steps.map(({ command }) => command), "RSET", "QUIT"]);
    if (unsent !== null) {
      return unsent;
    }
  }
  let stage = "";
  let refused: Refused | null = null;
  for (const step of steps) {
    if (step.stage !== stage) {
      yield* dialogue.begin(step.stage);
      stage = step.stage;
    }
    const reply = server.pipelining ? yield* dialogue.reply() : yield* dialogue.ask(step.command);
    if (reply.kind === "fault") {
      // A server may hang up right after a refusal: what it said is the answer.
      return refused ?? reply;
    }
    if (!isPositive(reply)) {
      refused ??= refusedAt(step.stage, reply);
      if (!server.pipelining) {
        break;
      }
    }
  }
  if (!server.pipelining) {
    yield* dialogue.ask("RSET");
    yield* leave(dialogue);
  }
  return refused;
}

/**
 * Says goodbye. The answer is left to the stream's `close`, which takes it (RFC 5321 §4.1.1.10): nothing depends on it, and
 * Exim keeps it back for 200 ms where the connection is in clear.
 */
export function* leave(dialogue: Dialogue): Session<void> {
  yield* dialogue.begin("unknown");
  yield* dialogue.send(["QUIT"]);
}

/** SMTPUTF8 only if an address needs it (RFC 6531 §3.4). */
function mailCommand({ from, recipients }: Envelope, server: Capabilities): string {
  const utf8 = server.smtpUtf8 && needsUtf8([from, ...recipients]) ? " SMTPUTF8" : "";
  return `MAIL FROM:<${from}>${utf8}`;
}

export function needsUtf8(addresses: readonly string[]): boolean {
  return addresses.some((address) => /[^\x20-\x7e]/.test(address));
}
