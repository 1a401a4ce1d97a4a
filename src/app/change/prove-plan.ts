// Proves a plan before anything is written: the settings log in for real, and the server takes this From and the
// recipients that failed. Tries the plan, then its alternatives; the log-ins of one click are counted where they
// are made (two at the most). Stops at the first proof, and at the first sign that the server is locking us out.

import { sameEndpoint } from "../../engine/fixes/choose-endpoint.js";
import { withSettings } from "../../engine/fixes/plan.js";
import { passwordsFor } from "../../engine/passwords/passwords-for.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { Plan } from "../../engine/model/finding.js";
import type { Refusal } from "../../engine/model/refusal.js";
import { saysLockOut } from "../../engine/replies/lock-out.js";
import { saysPutOff } from "../../engine/replies/put-off.js";
import { refusedForMilliseconds } from "../../engine/smtp/refused-log-ins.js";
import type { ServerSettings } from "../../engine/model/server-settings.js";
import { meaningOf, meaningOfReply } from "../../engine/rules/meaning.js";
import type { Attempt, Proof, WritingPorts } from "../../ports.js";
import type { Tried } from "../../protocol.js";

export type Proven =
  | { readonly kind: "proven"; readonly plan: Plan; readonly proofId: string }
  | { readonly kind: "password-needed" | "not-proven"; readonly tried: readonly Tried[] }
  /** What is `not-provable` is applied, sent, and taken back if refused. */
  | Extract<Proof, { kind: "not-provable" | "locked" | "locked-out" | "cancelled" }>;

/** What a click brings along. */
export type Click = Pick<Attempt, "operationId" | "password" | "agreed">;

export interface ToProve extends Click {
  readonly plan: Plan;
  readonly evidence: Evidence;
  /** Milliseconds since the refusal in the evidence. */
  readonly since: number;
}

export async function provePlan(talk: WritingPorts["talk"], toProve: ToProve): Promise<Proven> {
  const { plan, evidence } = toProve;
  if (isLockedOut(toProve)) {
    return { kind: "locked-out" };
  }
  const tried: Tried[] = [];
  for (const settings of [plan.settings, ...plan.alternatives]) {
    if (tried.some((one) => one.answer.kind === "unreachable" && sameEndpoint(one, settings))) {
      continue;
    }
    const end = await proveSettings(talk, toProve, settings, tried);
    if (end === "next") {
      continue;
    }
    return end.kind === "accepted"
      ? { kind: "proven", plan: withSettings(plan, evidence, settings), proofId: end.proofId }
      : end;
  }
  return { kind: "not-proven", tried };
}

type Ended = Exclude<Proven, { kind: "proven" }> | Extract<Proof, { kind: "accepted" }>;

/** Asks again with the next saved password as long as the log-in itself is what was refused. */
async function proveSettings(
  talk: WritingPorts["talk"],
  { evidence, operationId, password, agreed }: ToProve,
  settings: ServerSettings,
  tried: Tried[],
): Promise<Ended | "next"> {
  const { host, port, security } = settings;
  const { sender, refusal } = evidence;
  const note = (answer: Tried["answer"]): void => {
    tried.push({ host, port, security, answer });
  };
  for (;;) {
    const proof = await talk.prove({
      operationId,
      identityId: sender.identityId,
      settings,
      from: sender.from,
      // A check has no recipient: the user's own address proves the log-in.
      recipients: refusal === null || refusal.recipients.length === 0 ? [sender.address] : refusal.recipients,
      passwords: passwordsFor(settings, evidence).sources,
      password,
      agreed,
    });
    switch (proof.kind) {
      case "accepted":
      case "locked":
      case "locked-out":
      case "cancelled":
      case "not-provable":
        return proof;
      case "no-password":
        return { kind: "password-needed", tried };
      case "too-many-log-ins":
        return asksForAnother(tried) ? { kind: "password-needed", tried } : { kind: "not-proven", tried };
      case "unreachable":
        note(proof);
        return "next";
      case "no-sign-in-offered":
        note({ kind: "no-sign-in-offered" });
        return "next";
      case "withheld":
        note({ kind: settings.signIn === "oauth2" ? "permission-withheld" : "password-withheld" });
        return "next";
      case "refused": {
        const { stage } = proof.refusal;
        const matter = stage === "auth" ? meaningOfReply(proof.refusal, stage).matter : undefined;
        const isPutOff = matter === "sign-in-put-off" || saysPutOff(proof.refusal);
        const isShutOut = matter === "locked-out" || saysLockOut(proof.refusal);
        if (settings.signIn === "oauth2" && stage === "auth" && !isPutOff && !isShutOut) {
          // The same token fares no better elsewhere, and a password is no substitute for it.
          note({ kind: "permission-refused", refusal: proof.refusal });
          return { kind: "not-proven", tried };
        }
        note({ ...proof, ...(matter !== undefined && { matter }) });
        // Also in the greeting, before anybody has signed in: the next port is of the same server. A sign-in that cannot
        // be judged now, whatever the words, says nothing about this password, this permission or another.
        if (isShutOut || isPutOff) {
          return { kind: "not-proven", tried };
        }
        if (stage !== "auth") {
          return isAboutSettings(proof.refusal) ? "next" : { kind: "not-proven", tried };
        }
        if (password !== null) {
          return { kind: "password-needed", tried };
        }
      }
    }
  }
}

function asksForAnother(tried: readonly Tried[]): boolean {
  return tried.some(({ answer }) => answer.kind === "refused" && answer.refusal.stage === "auth");
}

/** Another server may take what this one refused; a full or unknown mailbox is the same everywhere. */
function isAboutSettings(refusal: Refusal): boolean {
  return meaningOf(refusal)?.reason !== "not-a-client-config-problem";
}

/** DESIGN §5: no log-in at all after words of lock-out. What another server says locks nobody out of this one. */
function isLockedOut({ evidence, since }: ToProve): boolean {
  const { refusal, reported } = evidence;
  return (
    refusal !== null &&
    since < refusedForMilliseconds &&
    reported?.by !== "other-server" &&
    (saysLockOut(refusal) || (refusal.stage !== "data" && meaningOf(refusal)?.matter === "locked-out"))
  );
}
