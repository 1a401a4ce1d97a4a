// The click: prove the plan against the real server, apply it, send the same message again. Nothing is written
// before the proof. Who may click when, and what a click's end makes of the case, is engine/case's.

import type { FixEnd } from "../../engine/case/event.js";
import type { Agreement } from "../../engine/model/agreement.js";
import type { Case } from "../../engine/model/case.js";
import type { Plan } from "../../engine/model/finding.js";
import type { WritingPorts } from "../../ports.js";
import { advance } from "../case/advance.js";
import { findCase } from "../case/case-file.js";
import { applyPlan, type Applied } from "../change/apply-plan.js";
import { changedSince } from "../change/changed-since.js";
import { offered } from "../find/investigate.js";
import { findChange, keep } from "../change/journal.js";
import { lookAgain } from "../notice/look-again.js";
import { changeThatMade } from "../change/mended-elsewhere.js";
import { provePlan, type Click, type Proven } from "../change/prove-plan.js";
import { takeBack } from "../change/take-back.js";
import { sendAgain, unsentNow } from "./send-again.js";

/**
 * `then`: "send" where a compose window holds the message. `password`: what the user typed, or null. `agreed`: the question
 * about a password that the page showed at the click.
 */
export async function fix(
  ports: WritingPorts,
  caseId: string,
  then: "send" | "stop",
  password: string | null,
  agreed: Agreement | null = null,
): Promise<void> {
  const shown = (await findCase(ports.session, caseId))?.diagnosis.plan ?? null;
  if (!ports.isOffline()) {
    // Servers may still be answering: the word of the first good one goes into the plan.
    await offered(ports, caseId);
  }
  const operationId = `fix-${caseId}-${String(ports.clock.now())}`;
  const { taken, case: entry } = await advance(ports, caseId, {
    kind: "fix-clicked",
    operationId,
    shown,
    agreed,
    isOffline: ports.isOffline(),
    unsent: then === "send" ? await unsentNow(ports, caseId) : 0,
  });
  const plan = entry?.diagnosis.plan ?? null;
  if (!taken || entry === null || plan === null) {
    return;
  }
  try {
    const ended = await proveAndApply(ports, entry, plan, { operationId, password, agreed });
    if (ended?.applied.kind === "changed-since") {
      const { fields } = ended.applied;
      await lookAgain(ports, caseId, { kind: "changed-since", during: "fix", fields });
    }
    if (ended?.end.kind !== "written") {
      return;
    }
    if (then === "send") {
      await sendAgain(ports, caseId);
    } else if (ended.end.changeId !== null) {
      await keep(ports, ended.end.changeId);
    }
  } catch (error) {
    // Our own mistake: what was begun has been taken back, the page says so, and the error goes on to whoever asked.
    const end = { kind: "refused", because: "other" } as const;
    await advance(ports, caseId, { kind: "fix-ended", operationId, end });
    throw error;
  } finally {
    await ports.talk.end(operationId);
  }
}

/** Where nothing was written: why the proof did not come about. */
type Unproven = Exclude<Proven, { kind: "proven" | "not-provable" }>;

/** Null where the click is not what the case waits for any more. */
type Ended = { readonly applied: Applied | Unproven; readonly end: FixEnd } | null;

/**
 * Looks, and writes, in the line of all changes, and ends the click there: whoever looks next finds a change that stands
 * or none, and never one that is half written or about to be taken back.
 */
async function proveAndApply(ports: WritingPorts, entry: Case, plan: Plan, click: Click): Promise<Ended> {
  const { evidence, at } = entry;
  const ended = async (applied: Applied | Unproven): Promise<Ended> =>
    endClick(ports, entry.caseId, click.operationId, applied);
  // What has been changed since is not worth a log-in; another window's fix needs no second one.
  const before = await ports.underWay.inLine("changes", async () => {
    const since = await changedSince(ports, plan, evidence);
    return since.kind === "unchanged" ? since.kind : ended(since);
  });
  if (before !== "unchanged") {
    return before;
  }
  const since = ports.clock.now() - at;
  const proven = await provePlan(ports.talk, { plan, evidence, since, ...click });
  if (proven.kind !== "proven" && proven.kind !== "not-provable") {
    return ended(proven);
  }
  return ports.underWay.inLine("changes", async () =>
    ended(
      proven.kind === "proven"
        ? await applyPlan(ports, proven.plan, evidence, proven.proofId)
        : await applyPlan(ports, plan, evidence),
    ),
  );
}

/** What was written for a click that was cancelled meanwhile goes back at once: no page tells of it. */
async function endClick(
  ports: WritingPorts,
  caseId: string,
  operationId: string,
  applied: Applied | Unproven,
): Promise<Ended> {
  const end = await endOf(ports, applied);
  const { taken } = await advance(ports, caseId, { kind: "fix-ended", operationId, end });
  if (taken) {
    return { applied, end };
  }
  const unheard = applied.kind === "made" ? await findChange(ports.lasting, applied.changeId) : null;
  if (unheard !== null) {
    await takeBack(ports, unheard, "whole");
  }
  return null;
}

async function endOf(ports: WritingPorts, applied: Applied | Unproven): Promise<FixEnd> {
  switch (applied.kind) {
    case "made":
      return { kind: "written", changeId: applied.changeId, proven: applied.proven };
    case "already":
      return { kind: "written", ...(await changeThatMade(ports, applied.serverId)) };
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

function because(
  refused: Extract<Applied, { kind: "refused" }>["because"],
): Extract<FixEnd, { kind: "refused" }>["because"] {
  return refused === "not-smtp" || refused === "invalid" ? "other" : refused;
}
