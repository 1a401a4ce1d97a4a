// The ServerTalk port over our Experiment: translates its words into the engine's.

import type { Probe, ProbeAnswer, StrangerAnswer } from "../engine/model/probe.js";
import { bareRefusal } from "../engine/model/refusal.js";
import type { Attempt, PasswordSource, Proof, ServerTalk } from "../ports.js";
import { propertiesOf } from "./experiment-words.js";

type Api = typeof messenger.outgoingServers;
type Look = messenger.outgoingServers.ServerLook;
type Verified = messenger.outgoingServers.Verified;

export function experimentTalk(api: Api): ServerTalk {
  return {
    async look({ host, port, security }, envelope, operationId) {
      const look = await api.look({ hostname: host, port, security }, envelope, operationId);
      const answer = answerOf(look);
      return answer === null
        ? null
        : ({ host, port, security, answer, addresses: look.addresses } satisfies Probe);
    },
    async prove(attempt) {
      return proofOf(await api.verify(requestOf(attempt)), attempt);
    },
    async end(operationId) {
      await api.endOperation(operationId);
    },
  };
}

function requestOf(attempt: Attempt): messenger.outgoingServers.VerifyRequest {
  const { operationId, identityId, settings, from, recipients, passwords, password, agreed } = attempt;
  return {
    operationId,
    identityId,
    properties: propertiesOf(settings),
    from,
    recipients: [...recipients],
    passwords: passwords.map(sourceOf),
    password,
    agreed: agreed && { hostname: agreed.host, username: agreed.passwordOf },
  };
}

export function sourceOf(source: PasswordSource): messenger.outgoingServers.PasswordSource {
  switch (source.kind) {
    case "incoming":
      return { incomingAccountId: source.accountId };
    case "outgoing":
      return { outgoingServerId: source.serverId };
    case "proof":
      return { proofId: source.proofId };
  }
}

/** Null: cancelled. */
function answerOf(look: Look): ProbeAnswer | null {
  switch (look.answer) {
    case "answers":
      return { kind: "answers", offeredSignIn: look.offeredAuth, toStranger: strangerOf(look) };
    case "certificate":
      return {
        kind: "certificate",
        reason: look.certificate?.reason ?? "other",
        names: look.certificate?.names ?? [],
      };
    case "not-smtp":
      return { kind: "not-smtp", speaks: look.speaks ?? "" };
    case "turned-away":
      return { kind: "turned-away", code: look.reply?.code ?? 0, lines: look.reply?.lines ?? [] };
    case "cancelled":
      return null;
    default:
      return { kind: look.answer };
  }
}

function strangerOf({ toStranger, reply }: Look): StrangerAnswer | null {
  if (toStranger === "refused" && reply !== null) {
    return { kind: "refused", ...reply };
  }
  return toStranger === "accepted" ? { kind: "accepted" } : null;
}

function proofOf(verified: Verified, { recipients }: Attempt): Proof {
  const { result, stage, reply, fault, proofId } = verified;
  switch (result) {
    case "accepted":
      return { kind: "accepted", proofId: proofId ?? "" };
    case "refused":
      return {
        kind: "refused",
        refusal: {
          ...bareRefusal,
          ...reply,
          stage,
          secure: true,
          recipients,
        },
      };
    case "fault":
      return { kind: "unreachable", because: unreachableBecause(fault) };
    case "needs-tls":
    case "needs-consent":
      return { kind: "withheld" };
    case "not-supported":
      return { kind: "not-provable" };
    default:
      return { kind: result };
  }
}

function unreachableBecause(fault: Verified["fault"]): Extract<Proof, { kind: "unreachable" }>["because"] {
  return fault === null || fault === "answers" || fault === "turned-away" || fault === "cancelled"
    ? "broken"
    : fault;
}
