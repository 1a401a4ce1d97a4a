// What came of the last click, in one true sentence; what was tried in vain has a list of its own.

import type { PasswordLeft } from "../../engine/model/attempt.js";
import type { SettingsAfter } from "../../engine/model/case.js";
import type { CaseView, Outcome } from "../../protocol.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { renderTested } from "./render-tested.js";
import { renderNext, renderNotProven } from "./render-tried.js";
import type { Scene } from "../kit/scene.js";
import { namesOf } from "../kit/values.js";

const notChanged: Readonly<Record<Extract<Outcome, { kind: "not-changed" }>["because"], TextKeyWith<[]>>> = {
  locked: "ui_not_changed_locked",
  gone: "ui_not_changed_gone",
  busy: "ui_not_changed_busy",
  offline: "ui_not_changed_offline",
  "primary-password": "ui_not_changed_primary_password",
  "locked-out": "ui_not_changed_locked_out",
  other: "ui_not_changed_other",
};

const notSent: Readonly<Record<Extract<Outcome, { kind: "not-sent" }>["because"], TextKeyWith<[]>>> = {
  busy: "ui_not_sent_busy",
  offline: "ui_not_sent_offline",
  stopped: "ui_not_sent_stopped",
  left: "ui_not_sent_left",
  "not-there": "ui_not_sent_not_there",
};

const refusedAgain: Readonly<Record<SettingsAfter, TextKeyWith<[]>>> = {
  "as-before": "ui_refused_again_restored",
  "in-place": "ui_refused_again_kept",
  changed: "ui_refused_again_changed",
  none: "ui_refused_again",
};

type NotUndone = Extract<Outcome, { kind: "not-undone" }>["because"];

export const notUndone: Readonly<Record<NotUndone, TextKeyWith<[]>>> = {
  locked: "ui_not_undone_locked",
  busy: "ui_not_undone_busy",
  "primary-password": "ui_not_undone_primary_password",
};

export function renderOutcome({ outcome, mending, state }: CaseView, { texts }: Scene): HTMLElement | null {
  if (outcome?.kind === "not-proven") {
    return renderNotProven(outcome, texts);
  }
  if (outcome?.kind === "tested") {
    return renderTested(outcome, texts);
  }
  if (outcome === null) {
    return null;
  }
  const told = element(
    "p",
    { class: "outcome", "data-outcome": outcome.kind },
    icon(outcome.kind === "undone" ? "undo" : "info"),
    mending.kind === "guided" && state === "problem" && outcome.kind === "refused-again"
      ? texts.text("ui_refused_again_by_hand")
      : sentence(outcome, texts),
  );
  const isAtItsEnd = outcome.kind === "refused-again" && outcome.settings !== "none";
  return isAtItsEnd
    ? element("div", { class: "not-proven" }, told, renderNext("ui_not_proven_do_provider", texts))
    : told;
}

const undoneBut: Readonly<Record<PasswordLeft, TextKeyWith<[]>>> = {
  "changed-since": "ui_undone_password_changed",
  "used-elsewhere": "ui_undone_password_used",
  gone: "ui_undone_password_gone",
};

export function undoneKey({ password }: Extract<Outcome, { kind: "undone" }>): TextKeyWith<[]> {
  return password === undefined ? "ui_undone" : undoneBut[password];
}

function sentence(outcome: Exclude<Outcome, { kind: "not-proven" | "tested" }>, texts: Texts): string {
  if (outcome.kind === "changed-since") {
    const key = outcome.during === "fix" ? "ui_changed_since_fix" : "ui_changed_since_undo";
    return texts.text(key, namesOf(outcome.fields, texts));
  }
  return texts.text(outcomeKey(outcome));
}

function outcomeKey(
  outcome: Exclude<Outcome, { kind: "not-proven" | "tested" | "changed-since" }>,
): TextKeyWith<[]> {
  switch (outcome.kind) {
    case "refused-again":
      return refusedAgain[outcome.settings];
    case "not-changed":
      return notChanged[outcome.because];
    case "settings-work":
      return "ui_settings_work";
    case "outbox-grew":
      return "ui_outbox_grew";
    case "not-sent":
      return notSent[outcome.because];
    case "testing":
      return "ui_testing";
    case "getting-mail":
      return "ui_getting_mail";
    case "mail-not-fetched":
      return outcome.because === "failed" ? "ui_mail_not_fetched" : "ui_mail_by_hand";
    case "undone":
      return undoneKey(outcome);
    case "not-undone":
      return notUndone[outcome.because];
  }
}
