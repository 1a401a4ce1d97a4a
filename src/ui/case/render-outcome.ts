// What came of the last click, in one true sentence; what was tried in vain has a list of its own.

import { ownChanges } from "#own-changes";
import type { SettingsAfter } from "../../engine/model/case.js";
import type { CaseView, Outcome } from "../../protocol.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import type { Scene } from "../kit/scene.js";

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

export function renderOutcome(
  { outcome, mending, refusal, state }: CaseView,
  { texts }: Scene,
): HTMLElement | null {
  if (outcome?.kind === "not-proven") {
    return ownChanges.notProven(outcome, texts);
  }
  if (outcome?.kind === "tested") {
    return ownChanges.tested(outcome, refusal?.recipients ?? [], texts);
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
  const next = isAtItsEnd ? ownChanges.askProvider(texts) : null;
  return next === null ? told : element("div", { class: "not-proven" }, told, next);
}

function sentence(outcome: Exclude<Outcome, { kind: "not-proven" | "tested" }>, texts: Texts): string | null {
  switch (outcome.kind) {
    case "refused-again":
      return texts.text(refusedAgain[outcome.settings]);
    case "settings-work":
      return texts.text("ui_settings_work");
    case "outbox-grew":
      return texts.text("ui_outbox_grew");
    case "not-sent":
      return texts.text(notSent[outcome.because]);
    case "getting-mail":
      return texts.text("ui_getting_mail");
    case "mail-not-fetched":
      return texts.text(outcome.because === "failed" ? "ui_mail_not_fetched" : "ui_mail_by_hand");
    case "not-changed":
      // Also of a look-up, which every edition has.
      return outcome.because === "offline"
        ? texts.text("ui_nothing_changed_offline")
        : ownChanges.sentence(outcome, texts);
    default:
      return ownChanges.sentence(outcome, texts);
  }
}
