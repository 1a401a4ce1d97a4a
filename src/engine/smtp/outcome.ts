// How a step ends without a "yes", as both the probe and the proof report it.

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
}

export function refusedAt(stage: SmtpStage, { code, enhancedCode, lines }: Reply): Refused {
  return { kind: "refused", stage, code, enhancedCode, lines };
}

/** A step that succeeds with nothing to tell answers null. */
export type Step = Session<Refused | Failed | null>;

/** Some sockets tell of a failed handshake only when the next reply is read: it still belongs to the step of the handshake. */
export function atHandshake(failed: Failed, stage: SmtpStage): Failed {
  return ["certificate", "tls"].includes(failed.fault.kind) ? { ...failed, stage } : failed;
}
