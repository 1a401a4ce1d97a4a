// The click: prove the plan against the real server, apply it, send the same message again. Nothing is written
// before the proof. Who may click when, and what a click's end makes of the case, is engine/case's.

import type { FixEnd } from "../../engine/case/event.js";
import type { Case } from "../../engine/model/case.js";
import type { Plan } from "../../engine/model/finding.js";
import type { WritingPorts, RefusedWrite } from "../../ports.js";
import { advance } from "../case/advance.js";
import { applyPlan, type Applied } from "../change/apply-plan.js";
import { changedSince } from "../change/changed-since.js";
import { offered } from "../find/investigate.js";
import { keep } from "../change/journal.js";
import { lookAgain } from "../notice/look-again.js";
import { changeThatMade } from "../change/mended-elsewhere.js";
import { provePlan, type Proven } from "../change/prove-plan.js";
import { sendAgain, unsentNow } from "./send-again.js";

/** `then`: "send" where a compose window holds the message. `password`: what the user typed, or null. */
export async function fix(
  ports: WritingPorts,
  caseId: string,
  then: "send" | "stop",
  password: string | null,
): Promise<void> {
  if (!ports.isOffline()) {
    // Servers may still be answering: the word of the first good one goes into the plan.
    await offered(ports, caseId);
  }
  const operationId = `fix-${caseId}-${String(ports.clock.now())}`;
  const { taken, case: entry } = await advance(ports, caseId, {
    kind: "fix-clicked",
    operationId,
    isOffline: ports.isOffline(),
    unsent: then === "send" ? await unsentNow(ports, caseId) : 0,
  });
  const plan = entry?.diagnosis.plan ?? null;
  if (!taken || entry === null || plan === null) {
    return;
  }
  const ended = async (end: FixEnd): Promise<boolean> =>
    (await advance(ports, caseId, { kind: "fix-ended", operationId, end })).taken;
  try {
    const applied = await proveAndApply(ports, entry, plan, { operationId, password });
    const end = await endOf(ports, applied);
    const stands = await ended(end);
    if (stands && end.kind === "changed-since" && applied.kind === "changed-since") {
      await lookAgain(ports, caseId, { kind: "changed-since", during: "fix", fields: applied.fields });
    }
    if (!stands || end.kind !== "written") {
      return;
    }
    if (then === "send") {
      await sendAgain(ports, caseId);
    } else if (end.changeId !== null) {
      await keep(ports, end.changeId);
    }
  } catch (error) {
    // Our own mistake: what was begun has been taken back, the page says so, and the error goes on to whoever asked.
    await ended({ kind: "refused", because: "other" });
    throw error;
  } finally {
    await ports.talk.end(operationId);
  }
}

/** Where nothing was written: why the proof did not come about. */
type Unproven = Exclude<Proven, { kind: "proven" | "not-provable" }>;

async function proveAndApply(
  ports: WritingPorts,
  { evidence, at }: Case,
  plan: Plan,
  click: { readonly operationId: string; readonly password: string | null },
): Promise<Applied | Unproven> {
  // What has been changed since is not worth a log-in; another window's fix needs no second one.
  const changed = await changedSince(ports.servers, plan, evidence);
  if (changed.kind !== "unchanged") {
    return changed.kind === "already" ? changed : { kind: "changed-since", fields: changed.fields };
  }
  const since = ports.clock.now() - at;
  const proven = await provePlan(ports.talk, { plan, evidence, since, ...click });
  if (proven.kind !== "proven" && proven.kind !== "not-provable") {
    return proven;
  }
  return ports.underWay.inLine("changes", async () =>
    proven.kind === "proven"
      ? applyPlan(ports, proven.plan, evidence, proven.proofId)
      : applyPlan(ports, plan, evidence),
  );
}

async function endOf(ports: WritingPorts, applied: Applied | Unproven): Promise<FixEnd> {
  switch (applied.kind) {
    case "made":
      return { kind: "written", changeId: applied.changeId, made: true, proven: applied.proven };
    case "already": {
      const change = await changeThatMade(ports, applied.serverId);
      return {
        kind: "written",
        changeId: change?.changeId ?? null,
        made: false,
        proven: change?.proven ?? false,
      };
    }
    case "changed-since":
    case "cancelled":
      return { kind: applied.kind };
    case "refused":
      return { kind: "refused", because: because(applied.because) };
    case "locked":
      return { kind: "refused", because: "primary-password" };
    case "locked-out":
      return { kind: "refused", because: "locked-out" };
    case "password-needed":
    case "not-proven":
      return {
        kind: "not-proven",
        next: applied.kind === "password-needed" ? "need-input" : "failed",
        outcome: applied.tried.length === 0 ? null : { kind: "not-proven", tried: applied.tried },
      };
  }
}

/**
 * Stops what is under way: asking servers, or a fix, of which nothing is written or all is taken back. A send belongs
 * to Thunderbird.
 */
export async function cancel(ports: WritingPorts, caseId: string): Promise<void> {
  await advance(ports, caseId, { kind: "cancel-clicked" });
}

function because(refused: RefusedWrite): Extract<FixEnd, { kind: "refused" }>["because"] {
  return refused === "not-smtp" || refused === "invalid" ? "other" : refused;
}
