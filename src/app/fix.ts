// The click: prove the plan against the real server, apply it, send the same message again. Nothing is written
// before the proof; how the send ends is after-send.ts's.

import type { Outcome } from "../protocol.js";
import type { Ports, RefusedWrite } from "../ports.js";
import { applyPlan } from "./apply-plan.js";
import { editCases, findCase, type Case } from "./case-file.js";
import { investigated, stopAsking } from "./investigate.js";
import { findChange } from "./journal.js";
import { provePlan, type Proven } from "./prove-plan.js";
import { sendAgain } from "./send-again.js";
import { stateOf } from "./state-of.js";
import { takeBack } from "./take-back.js";

/** `then`: "send" where a compose window holds the message. `password`: what the user typed, or null. */
export async function fix(
  ports: Ports,
  caseId: string,
  then: "send" | "stop",
  password: string | null,
): Promise<void> {
  // Servers may still be answering: their word goes into the plan.
  await investigated(caseId);
  const operationId = `fix-${caseId}-${String(ports.clock.now())}`;
  const entry = await claim(ports, caseId, operationId);
  const plan = entry?.diagnosis.plan ?? null;
  if (entry === null || plan === null) {
    return;
  }
  ports.pages.changed();
  const { evidence } = entry;
  try {
    const proven = await provePlan(ports.talk, { plan, evidence, operationId, password });
    if (proven.kind !== "proven" && proven.kind !== "not-provable") {
      await unproven(ports, entry, operationId, proven);
      return;
    }
    const applied =
      proven.kind === "proven"
        ? await applyPlan(ports, proven.plan, evidence, proven.proofId)
        : await applyPlan(ports, plan, evidence);
    if (applied.kind === "refused") {
      const outcome: Outcome = { kind: "not-changed", because: because(applied.because) };
      await endOwn(ports, caseId, operationId, { state: "failed", outcome });
      return;
    }
    if ((await finish(ports, caseId, operationId, applied.changeId)) && then === "send") {
      await sendAgain(ports, caseId, entry.windowId);
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

async function unproven(
  ports: Ports,
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
export async function cancel(ports: Ports, caseId: string): Promise<void> {
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
  ports: Ports,
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
async function claim(ports: Ports, caseId: string, operationId: string): Promise<Case | null> {
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

/** False where the user cancelled meanwhile. */
async function finish(ports: Ports, caseId: string, operationId: string, changeId: string): Promise<boolean> {
  const stands = await endOwn(ports, caseId, operationId, { state: "fixed", changeId, outcome: null });
  const change = stands ? null : await findChange(ports.lasting, changeId);
  if (change !== null) {
    await takeBack(ports, change);
  }
  return stands;
}

function because(refused: RefusedWrite): Extract<Outcome, { kind: "not-changed" }>["because"] {
  return refused === "not-smtp" || refused === "invalid" ? "other" : refused;
}
