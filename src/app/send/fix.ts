// The click: prove the plan against the real server, apply it, send the same message again. Nothing is written
// before the proof; how the send ends is after-send.ts's.

import type { Plan } from "../../engine/model/finding.js";
import type { Outcome } from "../../protocol.js";
import type { WritingPorts, RefusedWrite } from "../../ports.js";
import { applyPlan, type Applied } from "../change/apply-plan.js";
import { changedSince } from "../change/changed-since.js";
import { changeCase, editCases, findCase, type Case } from "../case/case-file.js";
import { investigated, stopAsking } from "../find/investigate.js";
import { findChange, keep } from "../change/journal.js";
import { lookAgain } from "../notice/look-again.js";
import { changeThatMade } from "../change/mended-elsewhere.js";
import { oneAtATime } from "../change/one-at-a-time.js";
import { provePlan, type Proven } from "../change/prove-plan.js";
import { sendAgain } from "./send-again.js";
import { stateOf } from "../case/state-of.js";
import { takeBack } from "../change/take-back.js";

/** `then`: "send" where a compose window holds the message. `password`: what the user typed, or null. */
export async function fix(
  ports: WritingPorts,
  caseId: string,
  then: "send" | "stop",
  password: string | null,
): Promise<void> {
  if (ports.isOffline()) {
    // Nothing can be proven, and what is not proven is not written.
    await changeCase(ports.session, caseId, { outcome: { kind: "not-changed", because: "offline" } });
    return;
  }
  // Servers may still be answering: their word goes into the plan.
  await investigated(caseId);
  const operationId = `fix-${caseId}-${String(ports.clock.now())}`;
  const entry = await claim(ports, caseId, operationId);
  const plan = entry?.diagnosis.plan ?? null;
  if (entry === null || plan === null) {
    return;
  }
  ports.pages.changed();
  try {
    const applied = await proveAndApply(ports, entry, plan, { operationId, password });
    if (applied === null) {
      return;
    }
    if (applied.kind === "changed-since") {
      const isOwn = await endOwn(ports, caseId, operationId, { state: entry.state });
      if (isOwn) {
        await lookAgain(ports, entry, { ...applied, during: "fix" });
      }
      return;
    }
    if (applied.kind === "refused") {
      const outcome: Outcome = { kind: "not-changed", because: because(applied.because) };
      await endOwn(ports, caseId, operationId, { state: "failed", outcome });
      return;
    }
    const changeId =
      applied.kind === "made" ? applied.changeId : await changeThatMade(ports, applied.serverId);
    const stands = await finish(ports, caseId, operationId, changeId, applied.kind === "made");
    if (stands && then === "send") {
      await sendAgain(ports, caseId);
    } else if (stands && changeId !== null) {
      await keep(ports.lasting, changeId);
    }
  } catch (error) {
    // Our own mistake: what was begun has been taken back, the page says so, and the error goes on to the console.
    await endOwn(ports, caseId, operationId, {
      state: "failed",
      outcome: { kind: "not-changed", because: "other" },
    });
    throw error;
  } finally {
    await ports.talk.end(operationId);
  }
}

/** Null where it ended before anything was written, and the case says so already. */
async function proveAndApply(
  ports: WritingPorts,
  entry: Case,
  plan: Plan,
  click: { readonly operationId: string; readonly password: string | null },
): Promise<Applied | null> {
  const { evidence } = entry;
  // What has been changed since is not worth a log-in; another window's fix needs no second one.
  const since = await changedSince(ports.servers, plan, evidence);
  if (since.kind !== "unchanged") {
    return since.kind === "already" ? since : { kind: "changed-since", fields: since.fields };
  }
  const proven = await provePlan(ports.talk, { plan, evidence, ...click });
  if (proven.kind !== "proven" && proven.kind !== "not-provable") {
    await unproven(ports, entry, click.operationId, proven);
    return null;
  }
  return oneAtATime(async () =>
    proven.kind === "proven"
      ? applyPlan(ports, proven.plan, evidence, proven.proofId)
      : applyPlan(ports, plan, evidence),
  );
}

async function unproven(
  ports: WritingPorts,
  { caseId, state }: Case,
  operationId: string,
  proven: Exclude<Proven, { kind: "proven" | "not-provable" }>,
): Promise<void> {
  switch (proven.kind) {
    case "cancelled":
      await endOwn(ports, caseId, operationId, { state });
      return;
    case "locked": {
      const outcome: Outcome = { kind: "not-changed", because: "primary-password" };
      await endOwn(ports, caseId, operationId, { state: "failed", outcome });
      return;
    }
    case "password-needed":
    case "not-proven": {
      const outcome: Outcome | null =
        proven.tried.length === 0 ? null : { kind: "not-proven", tried: proven.tried };
      const next = proven.kind === "password-needed" ? "need-input" : "failed";
      await endOwn(ports, caseId, operationId, { state: next, outcome });
    }
  }
}

/**
 * Stops what is under way: asking servers, or a fix, of which nothing is written or all is taken back. A send belongs
 * to Thunderbird.
 */
export async function cancel(ports: WritingPorts, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  if (entry?.state === "checking") {
    await stopAsking(ports, caseId);
    return;
  }
  if (entry?.state !== "fixing") {
    return;
  }
  if (entry.operationId !== null) {
    await ports.talk.end(entry.operationId);
  }
  const state = stateOf(entry.diagnosis, entry.evidence);
  await endOwn(ports, caseId, entry.operationId, { state });
}

/** Changes the case only while this click is the one at work: after a cancel the next one may be. */
async function endOwn(
  ports: WritingPorts,
  caseId: string,
  operationId: string | null,
  change: Pick<Case, "state"> & Partial<Case>,
): Promise<boolean> {
  let isOwn = false;
  await editCases(ports.session, (cases) =>
    cases.map((entry) => {
      if (entry.caseId !== caseId || entry.state !== "fixing" || entry.operationId !== operationId) {
        return entry;
      }
      isOwn = true;
      return { ...entry, ...change, operationId: null };
    }),
  );
  return isOwn;
}

/** Two clicks, or two pages, must not carry one plan out twice. */
async function claim(ports: WritingPorts, caseId: string, operationId: string): Promise<Case | null> {
  let claimed: Case | null = null;
  await editCases(ports.session, (cases) =>
    cases.map((entry) => {
      if (entry.caseId !== caseId || !["problem", "failed", "need-input"].includes(entry.state)) {
        return entry;
      }
      claimed = entry;
      return { ...entry, state: "fixing", outcome: null, operationId };
    }),
  );
  return claimed;
}

/** False where the user cancelled meanwhile: what this click has made is taken back. */
async function finish(
  ports: WritingPorts,
  caseId: string,
  operationId: string,
  changeId: string | null,
  isOwn: boolean,
): Promise<boolean> {
  const stands = await endOwn(ports, caseId, operationId, { state: "fixed", changeId, outcome: null });
  const change = stands || !isOwn || changeId === null ? null : await findChange(ports.lasting, changeId);
  if (change !== null) {
    await oneAtATime(async () => takeBack(ports, change, "whole"));
  }
  return stands;
}

function because(refused: RefusedWrite): Extract<Outcome, { kind: "not-changed" }>["because"] {
  return refused === "not-smtp" || refused === "invalid" ? "other" : refused;
}
