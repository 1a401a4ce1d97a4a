// Draws every change: when, which account, each value old and new, how it stands, and what can still be done with it.

import type { HistoryEntry, OldEntry } from "../../engine/model/history.js";
import type { History, HistoryOutcome } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { breakable, element, icon, type IconName } from "../kit/elements.js";
import { languageTag, type Texts } from "../kit/i18n.js";
import { changeSentence } from "../case/change-sentence.js";
import { renderChangeTable } from "../case/render-plan.js";
import { withoutControls } from "../kit/server-text.js";
import { namesOf, securityName, shownChanges } from "../kit/values.js";

/** `confirming`: the change whose old entry the user has asked to remove, and has not yet confirmed. */
export function renderHistory(
  history: History | null,
  confirming: string | null,
  texts: Texts,
  locale: string,
): HTMLElement {
  if (history === null || history.entries.length === 0) {
    return element("p", {}, texts.text(history === null ? "ui_no_answer" : "history_empty"));
  }
  const when = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: "medium", timeStyle: "short" });
  return element(
    "ol",
    { class: "entries" },
    ...history.entries.map((entry) => {
      const { outcome } = history;
      const own = outcome?.changeId === entry.changeId ? outcome.outcome : null;
      return element("li", {}, renderEntry(entry, own, confirming === entry.changeId, texts, when));
    }),
  );
}

function renderEntry(
  entry: HistoryEntry,
  outcome: HistoryOutcome | null,
  isConfirming: boolean,
  texts: Texts,
  when: Intl.DateTimeFormat,
): HTMLElement {
  const changes = shownChanges(entry.changes, entry.security, texts);
  const { sign, label } = looks[entry.status];
  return element(
    "article",
    { class: "case listed", "data-case": entry.changeId, "data-status": entry.status },
    element(
      "header",
      {},
      icon(sign),
      element("h2", {}, element("bdi", { dir: "auto" }, withoutControls(entry.accountName))),
      element("time", { datetime: new Date(entry.at).toISOString() }, when.format(entry.at)),
    ),
    changes.length === 0 ? null : renderChangeTable(changes, "done", texts),
    element("p", { class: "status" }, texts.text(label, namesOf(entry.changedSince, texts))),
    outcome === null
      ? null
      : element(
          "p",
          { class: "outcome", "data-outcome": outcome.kind },
          icon("info"),
          sentenceOf(outcome, texts),
        ),
    isConfirming && entry.oldEntry !== null
      ? renderConfirmation(entry.oldEntry, texts)
      : renderButtons(entry, texts),
  );
}

const looks: Readonly<
  Record<HistoryEntry["status"], { readonly sign: IconName; readonly label: TextKeyWith<[] | [string]> }>
> = {
  "in-use": { sign: "check", label: "history_in_use" },
  "under-way": { sign: "info", label: "history_under_way" },
  undone: { sign: "undo", label: "history_undone" },
  "as-before": { sign: "undo", label: "history_as_before" },
  "partly-back": { sign: "info", label: "history_partly_back" },
  "changed-since": { sign: "info", label: "history_changed_since" },
  left: { sign: "alert", label: "history_left" },
};

/** What came of the last click. */
export function sentenceOf(outcome: HistoryOutcome, texts: Texts): string {
  switch (outcome.kind) {
    case "removed":
      return texts.text("history_removed", outcome.host);
    case "not-removed":
      return texts.text(
        outcome.because === "locked" ? "history_not_removed_locked" : "history_not_removed_in_use",
      );
    default:
      return changeSentence(outcome, texts);
  }
}

function renderButtons({ status, oldEntry }: HistoryEntry, texts: Texts): HTMLElement | null {
  const canUndo = status === "in-use" || status === "partly-back";
  const undo = canUndo ? button("undo", texts.text("ui_action_undo")) : null;
  const remove =
    oldEntry === null ? null : button("remove-old-entry", texts.text("history_action_remove"), "quiet");
  return undo === null && remove === null ? null : element("div", { class: "actions" }, undo, remove);
}

function renderConfirmation(old: OldEntry, texts: Texts): HTMLElement {
  const facts: readonly (readonly [TextKeyWith<[]>, string])[] = [
    ["history_fact_name", old.description],
    ["ui_field_host", old.host],
    ["ui_field_port", old.port === 0 ? "" : String(old.port)],
    ["ui_field_security", securityName(old.security, texts)],
    ["ui_field_user_name", old.userName],
  ];
  return element(
    "div",
    { class: "confirm", role: "group", "aria-label": texts.text("history_action_remove") },
    element("p", {}, texts.text("history_confirm", old.host)),
    element(
      "dl",
      { class: "facts" },
      ...facts
        .filter(([, value]) => value !== "")
        .flatMap(([label, value]) => [
          element("dt", {}, texts.text(label)),
          element("dd", {}, breakable(withoutControls(value))),
        ]),
    ),
    element("p", { class: "hint" }, texts.text("history_confirm_stays")),
    element(
      "div",
      { class: "actions" },
      button("remove-for-good", texts.text("history_action_remove_for_good")),
      button("keep-old-entry", texts.text("ui_action_cancel")),
    ),
  );
}
