// Runs the probe or the proof against a peer of the loopback, with real time.

import type { Timer } from "../../src/engine/model/waiting.js";
import { driveSession, type Conditions } from "../../src/engine/smtp/drive-session.js";
import { probe, type ProbeRequest, type ProbeResult } from "../../src/engine/smtp/probe.js";
import { prove, type ProofRequest, type ProofResult } from "../../src/engine/smtp/proof.js";
import type { Session } from "../../src/engine/smtp/session.js";
import { nodeStream, type Destination } from "./node-stream.js";
import { account } from "./peers.js";

export const realTimer: Timer = {
  after: (milliseconds, callback) => {
    const timeout = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timeout);
    };
  },
};

export type To = Pick<Destination, "port" | "security"> & Partial<Destination>;

export async function runSession<Result>(
  session: Session<Result>,
  to: To,
  conditions: Partial<Conditions> = {},
): Promise<Result> {
  const stream = nodeStream({ host: "localhost", ...to });
  const driven = await driveSession(session, stream, { timer: realTimer, ...conditions });
  if (driven.kind === "cancelled") {
    throw new Error("nobody cancelled");
  }
  return driven.result;
}

export async function runProbe(to: To, change: Partial<ProbeRequest> = {}): Promise<ProbeResult> {
  return runSession(probe({ security: to.security, envelope: null, ...change }), to);
}

export async function runProof(to: To, change: Partial<ProofRequest> = {}): Promise<ProofResult> {
  return runSession(prove({ ...proofOf(to), ...change }), to);
}

export function proofOf(to: To): ProofRequest {
  return {
    security: to.security,
    signIn: "password",
    credentials: { kind: "password", userName: account.userName, secret: account.password },
    envelope: { from: "alice@example.com", recipients: ["bob@example.net"] },
  };
}
