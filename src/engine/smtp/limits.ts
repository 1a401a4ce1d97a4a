// How much an SMTP server may say and how long it may take. A server is hostile until proven otherwise.
// RFC 5321 §4.5.3 allows reply lines of 512 octets and waits of minutes: a person at a screen does not.

import type { SmtpStage } from "../model/refusal.js";

export const limits = {
  /** Octets of one reply line, without its end. */
  line: 4_096,
  /** Lines of one reply. */
  lines: 128,
  /** Octets of one reply. */
  reply: 65_536,
  /** Octets of a whole session. */
  session: 262_144,
  /** Characters by which a stranger is recognised. */
  opening: 200,
  /** Entries of a transcript, and characters of each. */
  transcript: 400,
  transcriptLine: 500,
  /** Failed recipients tried in one session. */
  recipients: 20,
} as const;

/** Seconds for a whole step of the dialogue: a byte a second does not prolong it. */
export type Patience = Readonly<Record<SmtpStage, number>>;

export const patience: Patience = {
  connect: 10,
  greeting: 20,
  ehlo: 15,
  starttls: 10,
  // Servers slow down on purpose after a wrong password.
  auth: 30,
  mail: 20,
  rcpt: 30,
  data: 0,
  // An answer that nothing depends on: to QUIT, or to a poke at a silent peer.
  unknown: 3,
};
