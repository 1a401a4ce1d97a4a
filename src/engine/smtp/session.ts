// The sans-IO contract: a session is a generator that yields what it wants from the outside world and is
// resumed with what it got. Knows no socket, clock or promise; drivers are `drive-session.ts` and the tests'
// transcript player.

import type { SmtpStage } from "../model/refusal.js";

export type Want =
  /** A step begins: everything until the next `stage` must be answered within `seconds`, together. */
  | { readonly kind: "stage"; readonly stage: SmtpStage; readonly seconds: number }
  /** Look up the name and connect; with security "tls" the handshake is part of it, or of the first `receive`. */
  | { readonly kind: "connect" }
  | { readonly kind: "send"; readonly bytes: Uint8Array }
  | { readonly kind: "receive" }
  /** Drop every octet received so far and not handed over, then shake hands (RFC 3207 §4.2). */
  | { readonly kind: "start-tls" };

export type Got =
  | { readonly kind: "done" }
  /** `localAddress`: the own address on this connection, for EHLO; null where it cannot be had. */
  | { readonly kind: "connected"; readonly localAddress: string | null }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "fault"; readonly fault: StreamFault };

/** What can happen to a connection, told apart because each has another cure. */
export type StreamFault =
  | { readonly kind: "unknown-host" }
  | { readonly kind: "refused" }
  /** Silence: no answer to the connection, or none to the step, in the time it was given. */
  | { readonly kind: "timeout" }
  /** The server ended the connection. */
  | { readonly kind: "closed" }
  | CertificateFault
  /** The handshake failed for another reason than the certificate: not a TLS port, no common version. */
  | { readonly kind: "tls" }
  | { readonly kind: "network" };

/** The certificate was not accepted. The names in it are hostile text. */
export interface CertificateFault {
  readonly kind: "certificate";
  readonly reason: "other-name" | "self-signed" | "untrusted" | "expired" | "not-yet-valid" | "other";
  /** The host names it is for: subjectAltName, else the common name. */
  readonly names: readonly string[];
}

/** What a server can do wrong on a sound connection. */
export type ProtocolFault =
  | { readonly kind: "limit"; readonly limit: "line" | "lines" | "reply" | "session" }
  | { readonly kind: "malformed" }
  | { readonly kind: "not-smtp"; readonly peer: Peer }
  /** A reply before its command, as after the 220 of STARTTLS: someone puts words in the server's mouth. */
  | { readonly kind: "injected" }
  | { readonly kind: "starttls-not-offered" };

/** What answered instead of an SMTP server. `tls`: the port wants TLS from the first octet. */
export type Peer = "http" | "imap" | "pop3" | "ftp" | "nntp" | "ssh" | "tls";

export type SmtpFault = StreamFault | ProtocolFault;

/** A step that did not come to a reply. */
export interface Failed {
  readonly kind: "fault";
  readonly stage: SmtpStage;
  readonly fault: SmtpFault;
}

export type Session<Result> = Generator<Want, Result, Got>;
