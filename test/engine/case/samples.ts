// One case in every state, and one event of every kind, as they come from the field.

import { openCase } from "../../../src/engine/case/open-case.js";
import type { CaseEvent, EventKind } from "../../../src/engine/case/event.js";
import type { StateOrNone } from "../../../src/engine/case/may-follow.js";
import type { Case, PageState } from "../../../src/engine/model/case.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import { cases } from "../saved-cases.js";

const evidence = evidenceOf("authentication-off-none");
const popBeforeSmtp = evidenceOf("pop-before-smtp");

function evidenceOf(name: string): Evidence {
  const found = cases.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`There is no saved case ${name}.`);
  }
  return found.evidence;
}

export const opened: Case = openCase(evidence, {
  caseId: "window-7",
  windowId: 7,
  startedBy: "failed-send",
  at: 1,
});

const states: Readonly<Record<PageState, Partial<Case>>> = {
  checking: { gathering: true },
  problem: { gathering: false },
  "settings-fine": { gathering: false },
  "need-input": { gathering: false },
  healthy: { gathering: false },
  fixing: { operationId: "fix-1", before: "problem" },
  fixed: { changeId: "change-1", isProven: true },
  sending: { changeId: "change-1", isProven: true, before: "fixed", endSeen: false },
  sent: { changeId: "change-1", isProven: true, windowId: null },
  failed: { changeId: null },
};

export function caseIn(state: PageState): Case {
  return { ...opened, ...states[state], state };
}

export const everyState: readonly StateOrNone[] = ["none", ...(Object.keys(states) as PageState[])];

/** The same state again, where another fact decides. */
export const variants: Readonly<Record<string, Case>> = {
  "problem, mail first": {
    ...openCase(popBeforeSmtp, { caseId: "window-7", windowId: 7, startedBy: "failed-send", at: 1 }),
    state: "problem",
  },
  "sending, mail first": { ...caseIn("sending"), outcome: { kind: "getting-mail" } },
  "sending, refused": {
    ...caseIn("sending"),
    outcome: { kind: "refused-again", refusal: relayDenied(), settings: "in-place" },
  },
  "sending, unchanged": {
    ...caseIn("sending"),
    changeId: null,
    outcome: { kind: "refused-again", refusal: relayDenied(), settings: "none" },
  },
  "sending, Outbox": { ...caseIn("sending"), windowId: null, unsent: 1, messageId: "m1" },
  "fixed, Outbox": { ...caseIn("fixed"), windowId: null, unsent: 1, messageId: "m1" },
  "problem, arrived": { ...caseIn("problem"), windowId: null, startedBy: "arrived-mail" },
};

function relayDenied(): Refusal {
  if (evidence.refusal === null) {
    throw new Error("The saved case has no refusal.");
  }
  return evidence.refusal;
}

const fresh: Case = { ...opened, at: 2 };

export const everyEvent: { readonly [Kind in EventKind]: Extract<CaseEvent, { kind: Kind }> } = {
  "send-failed": { kind: "send-failed", fresh },
  "send-ended": { kind: "send-ended", sent: false, at: 3 },
  "window-closed": { kind: "window-closed", at: 3 },
  "taken-over": { kind: "taken-over" },
  opened: { kind: "opened", fresh },
  "looked-again": { kind: "looked-again", fresh, from: { state: "problem", changeId: null, at: 1 } },
  "servers-answered": { kind: "servers-answered", asked: evidence, seen: evidence },
  "fix-clicked": {
    kind: "fix-clicked",
    operationId: "fix-2",
    shown: opened.diagnosis.plan,
    agreed: null,
    isOffline: false,
    unsent: 0,
  },
  "fix-ended": {
    kind: "fix-ended",
    operationId: "fix-1",
    end: { kind: "written", changeId: "change-1", proven: true },
  },
  "test-clicked": { kind: "test-clicked", operationId: "test-2" },
  "test-ended": { kind: "test-ended", operationId: "fix-1", came: { kind: "accepted" } },
  "cancel-clicked": { kind: "cancel-clicked" },
  "send-clicked": { kind: "send-clicked", isOffline: false, unsent: 0 },
  "get-mail-clicked": { kind: "get-mail-clicked" },
  "mail-fetched": { kind: "mail-fetched", got: "done" },
  "send-not-begun": { kind: "send-not-begun", because: "busy" },
  "outbox-ended": { kind: "outbox-ended", went: true, isThere: false },
  "taken-back": { kind: "taken-back", settings: "as-before" },
  undone: { kind: "undone", fresh, from: { state: "fixed", changeId: "change-1", at: 1 } },
  "undo-refused": { kind: "undo-refused", outcome: { kind: "not-undone", because: "busy" } },
  "mended-elsewhere": {
    kind: "mended-elsewhere",
    changeId: "change-2",
    proven: true,
    from: { state: "problem", changeId: null, at: 1 },
  },
  "step-ticked": { kind: "step-ticked", step: 1, done: true },
  "oauth2-chosen": { kind: "oauth2-chosen" },
  "shown-over-mail": { kind: "shown-over-mail" },
  dismissed: { kind: "dismissed" },
  "background-started": { kind: "background-started" },
};
