// A send that failed, as Thunderbird's own SMTP client saw it. Data only; `replies/` judges the words.

/** The step of the SMTP dialogue (RFC 5321 §3) that was answered when the send failed. */
export type SmtpStage =
  "connect" | "greeting" | "ehlo" | "starttls" | "auth" | "mail" | "rcpt" | "data" | "unknown";

/** Why there was no reply at all. `no-server`: the identity has no outgoing server. */
export type ConnectionFault =
  | "unreachable"
  | "timeout"
  | "interrupted"
  | "certificate"
  | "starttls-not-offered"
  | "sign-in-not-offered"
  | "no-server"
  /** The send failed, and nobody has told us why (yet): the built-in APIs do not say. */
  | "untold"
  | "other";

export interface Refusal {
  readonly stage: SmtpStage;
  /** Three-digit reply code (RFC 5321 §4.2), or null where none was seen. */
  readonly code: number | null;
  /** Enhanced status code (RFC 3463), such as "5.7.1", or null. */
  readonly enhancedCode: string | null;
  /** The reply's lines without codes, as received: hostile text, bounded by whoever fills this in. */
  readonly lines: readonly string[];
  /** Null when the server replied. */
  readonly fault: ConnectionFault | null;
  /** Name of the certificate error, such as "SSL_ERROR_BAD_CERT_DOMAIN", or null. */
  readonly certificateError: string | null;
  /** Whether TLS was on when the reply came; null when the connection was never made. */
  readonly secure: boolean | null;
  /** Sign-in methods the server offered on this connection (EHLO keyword AUTH), or null if it never got so far. */
  readonly offeredSignIn: readonly string[] | null;
  readonly recipients: readonly string[];
}
