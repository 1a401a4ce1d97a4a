// The click: applies the plan, then sends the same message again. How that send ends is after-send.ts's.
// The place where a proof against the real server will stand between the two.

import type { Outcome } from "../protocol.js";
import type { Ports, RefusedWrite } from "../ports.js";
import { applyPlan } from "./apply-plan.js";
import { changeCase, editCases, type Case } from "./case-file.js";
import { findChange } from "./journal.js";
import { takeBack } from "./take-back.js";

/** `then`: "send" where a compose window holds the message. */
export async function fix(ports: Ports, caseId: string, then: "send" | "stop"): Promise<void> {
  const entry = await claim(ports, caseId);
  const plan = entry?.diagnosis.plan ?? null;
  if (entry === null || plan === null) {
    return;
  }
  ports.pages.changed();
  const applied = await applyPlan(ports, plan, entry.evidence);
  if (applied.kind === "refused") {
    await changeCase(ports.session, caseId, {
      state: "failed",
      outcome: { kind: "not-changed", because: because(applied.because) },
    });
    return;
  }
  if (!(await finish(ports, caseId, applied.changeId))) {
    return;
  }
  if (then === "send") {
    await sendAgain(ports, caseId, entry.windowId);
  }
}

/** Stops a fix that is under way: what was changed by then is taken back. A send belongs to Thunderbird. */
export async function cancel(ports: Ports, caseId: string): Promise<void> {
  await editCases(ports.session, (cases) =>
    cases.map((entry) =>
      entry.caseId === caseId && entry.state === "fixing" ? { ...entry, state: "problem" } : entry,
    ),
  );
}

/** False where the user cancelled meanwhile. */
async function finish(ports: Ports, caseId: string, changeId: string): Promise<boolean> {
  let cancelled = false;
  await editCases(ports.session, (cases) =>
    cases.map((entry) => {
      if (entry.caseId !== caseId) {
        return entry;
      }
      cancelled = entry.state !== "fixing";
      return cancelled ? entry : { ...entry, state: "fixed", changeId, outcome: null };
    }),
  );
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set in the callback, which type narrowing does not follow
  const change = cancelled ? await findChange(ports.lasting, changeId) : null;
  if (change !== null) {
    await takeBack(ports, change);
  }
  return !cancelled;
}

/** Sends the message of a case once more, without changing anything. */
export async function sendAgain(ports: Ports, caseId: string, windowId: number | null): Promise<void> {
  if (windowId === null) {
    return;
  }
  await changeCase(ports.session, caseId, { state: "sending" });
  ports.pages.changed();
  if (!(await ports.compose.sendAgain(windowId))) {
    // The window was closed in the meantime: the settings are right, the message is the user's.
    await changeCase(ports.session, caseId, { state: "fixed", windowId: null });
  }
}

/** Two clicks, or two pages, must not carry one plan out twice. */
async function claim(ports: Ports, caseId: string): Promise<Case | null> {
  let claimed: Case | null = null;
  await editCases(ports.session, (cases) =>
    cases.map((entry) => {
      if (entry.caseId !== caseId || !["problem", "failed"].includes(entry.state)) {
        return entry;
      }
      claimed = entry;
      return { ...entry, state: "fixing", outcome: null };
    }),
  );
  return claimed;
}

function because(refused: RefusedWrite): Extract<Outcome, { kind: "not-changed" }>["because"] {
  return refused === "not-smtp" || refused === "invalid" ? "other" : refused;
}
