// A send that failed, as Thunderbird's own SMTP client saw it. Data only; `replies/` judges the words.

import { aBoolean, aNumber, aText, listOf, oneOf, orNull, record, type Of } from "./shape.js";

/** The step of the SMTP dialogue (RFC 5321 §3) that was answered when the send failed. */
const smtpStage = oneOf("connect", "greeting", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "unknown");
export type SmtpStage = Of<typeof smtpStage>;

/** Where it stands to the sign-in: what is said before tells nothing of it, what is said after was said to who made it. */
export const toSignIn: Readonly<Record<SmtpStage, "before" | "itself" | "after" | "unknown">> = {
  connect: "before",
  greeting: "before",
  ehlo: "before",
  starttls: "before",
  auth: "itself",
  mail: "after",
  rcpt: "after",
  data: "after",
  unknown: "unknown",
};

/**
 * Why there was no reply at all. `no-server`: the identity has no outgoing server. `untold`: the send failed, and nobody
 * has told us why (yet): the built-in APIs do not say.
 */
const connectionFault = oneOf(
  "unreachable",
  "timeout",
  "interrupted",
  "certificate",
  "starttls-not-offered",
  "sign-in-not-offered",
  "no-server",
  "untold",
  "other",
);
export type ConnectionFault = Of<typeof connectionFault>;

export const refusal = record({
  stage: smtpStage,
  /** Three-digit reply code (RFC 5321 §4.2), or null where none was seen. */
  code: orNull(aNumber("reply-code")),
  /** Enhanced status code (RFC 3463), such as "5.7.1", or null. */
  enhancedCode: orNull(aText("enhanced-code")),
  /** The reply's lines without codes, as received: hostile text, bounded by whoever fills this in. */
  lines: listOf(aText("said")),
  /** Null when the server replied. */
  fault: orNull(connectionFault),
  /** Whether TLS was on when the reply came; null when the connection was never made. */
  secure: orNull(aBoolean),
  /** Sign-in methods the server offered on this connection (EHLO keyword AUTH), or null if it never got so far. */
  offeredSignIn: orNull(listOf(aText("term"))),
  recipients: listOf(aText("recipient")),
});
export type Refusal = Of<typeof refusal>;

/** Of which nobody has told anything: whoever knows more lays it over this. */
export const bareRefusal: Refusal = {
  stage: "unknown",
  code: null,
  enhancedCode: null,
  lines: [],
  fault: null,
  secure: null,
  offeredSignIn: null,
  recipients: [],
};
