// Looks at one server without signing in (engine/smtp/probe.ts over a socket) and answers in the API's words.
// `address`, where given, is offered as sender and recipient; nothing is ever sent.

import { effectivePort } from "../../../engine/model/server-settings.js";
import { patience } from "../../../engine/smtp/limits.js";
import { driveSession } from "../../../engine/smtp/drive-session.js";
import type { Refused } from "../../../engine/smtp/outcome.js";
import { probe, type ProbeResult } from "../../../engine/smtp/probe.js";
import { refusalInClear } from "../../../engine/smtp/refusal-in-clear.js";
import type { SmtpFault } from "../../../engine/smtp/session.js";
import { addressesOf } from "./addresses.js";
import { operationOf } from "./operations.js";
import { socketStream } from "./socket-stream.js";
import { socketTimer } from "./socket-timer.js";

type Endpoint = messenger.outgoingServers.Endpoint;
type ServerLook = messenger.outgoingServers.ServerLook;

const nothingSeen: Omit<ServerLook, "answer"> = {
  offeredAuth: [],
  toStranger: null,
  reply: null,
  certificate: null,
  speaks: null,
  addresses: [],
};

export async function lookAtServer(
  endpoint: Endpoint,
  envelope: { readonly from: string; readonly to: string } | null,
  operationId: string,
): Promise<ServerLook> {
  const { hostname: host, port, security } = endpoint;
  const addresses = addressesOf(host);
  const driven = await driveSession(
    probe({
      security,
      patience: { ...patience, greeting: 6, ehlo: 6, starttls: 6, connect: 6 },
      envelope: envelope && { from: envelope.from, recipients: [envelope.to] },
    }),
    // As Thunderbird itself would connect; nothing secret is said.
    socketStream({ host, port: effectivePort({ port, security }), security, exceptions: "accepted" }),
    { timer: socketTimer, signal: operationOf(operationId).controller.signal },
  );
  if (driven.kind === "cancelled") {
    return { ...nothingSeen, answer: "cancelled" };
  }
  const look = lookOf(driven.result);
  const busy = look.answer === "tls-failed" ? await saidInClear(endpoint, operationId) : null;
  return { ...nothingSeen, ...(busy ?? look), addresses: [...(await addresses)] };
}

/** Null where the failed handshake was no "come back later". */
async function saidInClear(
  { hostname: host, port, security }: Endpoint,
  operationId: string,
): Promise<Pick<ServerLook, "answer" | "reply"> | null> {
  if (security !== "tls") {
    return null;
  }
  const driven = await driveSession(
    refusalInClear({ ...patience, connect: 1, greeting: 1, unknown: 1 }),
    socketStream({ host, port: port || 465, security: "none", exceptions: "accepted" }),
    { timer: socketTimer, signal: operationOf(operationId).controller.signal },
  );
  return driven.kind === "cancelled" || driven.result === null
    ? null
    : { answer: "turned-away", reply: replyOf(driven.result) };
}

function lookOf({ server, envelope }: ProbeResult): Pick<ServerLook, "answer"> & Partial<ServerLook> {
  if (server.kind === "fault") {
    return faultOf(server.fault);
  }
  if (server.kind === "refused") {
    return { answer: "turned-away", reply: replyOf(server) };
  }
  const offeredAuth = [...server.signIn];
  if (envelope === null || envelope.kind === "fault") {
    return { answer: "answers", offeredAuth };
  }
  return envelope.kind === "accepted"
    ? { answer: "answers", offeredAuth, toStranger: "accepted" }
    : { answer: "answers", offeredAuth, toStranger: "refused", reply: replyOf(envelope) };
}

export function replyOf({ code, enhancedCode, lines }: Refused): messenger.outgoingServers.Reply {
  return { code, enhancedCode, lines: [...lines] };
}

export function faultOf(fault: SmtpFault): Pick<ServerLook, "answer"> & Partial<ServerLook> {
  switch (fault.kind) {
    case "unknown-host":
    case "refused":
    case "starttls-not-offered":
      return { answer: fault.kind };
    case "timeout":
      return { answer: "silent" };
    case "certificate":
      return { answer: "certificate", certificate: { reason: fault.reason, names: [...fault.names] } };
    case "tls":
      return { answer: "tls-failed" };
    case "not-smtp":
      return { answer: "not-smtp", speaks: fault.peer };
    case "closed":
    case "network":
    case "limit":
    case "malformed":
    case "injected":
      return { answer: "broken" };
  }
}
