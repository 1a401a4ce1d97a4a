// The server's "no", as both the probe and the proof report it.

import type { SmtpStage } from "../model/refusal.js";
import type { Reply } from "./reply.js";
import type { Failed, Session } from "./session.js";

export interface Refused {
  readonly kind: "refused";
  readonly stage: SmtpStage;
  readonly code: number;
  readonly enhancedCode: string | null;
  /** The reply's texts without codes. Hostile, bounded by `limits`. */
  readonly lines: readonly string[];
  /** The recipient that was refused; null at every other stage. */
  readonly recipient: string | null;
}

export function refusedAt(stage: SmtpStage, reply: Reply, recipient: string | null = null): Refused {
  const { code, enhancedCode, lines } = reply;
  return { kind: "refused", stage, code, enhancedCode, lines, recipient };
}

/** A step that succeeds with nothing to tell answers null. */
export type Step = Session<Refused | Failed | null>;
