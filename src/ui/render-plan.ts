// The plan as a small table, old value beside new value, and who else it touches or leaves alone.

import type { Plan } from "../engine/model/finding.js";
import type { CaseView } from "../protocol.js";
import { breakable, element, icon } from "./elements.js";
import { renderSource } from "./plan-source.js";
import type { Scene } from "./scene.js";
import { shownChanges, type ShownChange } from "./values.js";

export function renderPlan(plan: Plan, { state, from }: CaseView, { texts }: Scene): HTMLElement {
  const done = state === "fixed" || state === "sent" || state === "sending";
  const head = [
    "ui_column_setting",
    done ? "ui_column_before" : "ui_column_now",
    done ? "ui_column_now" : "ui_column_new",
  ];
  const changes = shownChanges(plan.changes, plan.settings.security, texts);
  const table = element(
    "table",
    { class: "changes" },
    element("caption", { class: "visually-hidden" }, texts.text("ui_changes_caption")),
    element(
      "thead",
      {},
      element("tr", {}, ...head.map((key) => element("th", { scope: "col" }, texts.text(key)))),
    ),
    element("tbody", {}, ...changes.map(renderChange)),
  );
  const notes = scopeNotes(plan, done, texts).map((note) =>
    element("p", { class: "note" }, icon("info"), note),
  );
  return element(
    "div",
    { class: "plan" },
    changes.length > 0 ? table : null,
    done ? null : renderSource(plan, from, texts),
    ...notes,
  );
}

function renderChange(change: ShownChange): HTMLElement {
  return element(
    "tr",
    { "data-change": change.name, "data-from": change.from, "data-to": change.to },
    element("th", { scope: "row" }, change.label),
    element("td", { class: "from" }, breakable(change.from)),
    element("td", { class: "to" }, icon("arrow"), breakable(change.to)),
  );
}

function scopeNotes(plan: Plan, done: boolean, texts: Scene["texts"]): readonly string[] {
  if (plan.kind === "in-place") {
    return plan.identityIds.length > 1 ? [texts.text("ui_scope_whole_account")] : [];
  }
  const own = texts.text(done ? "ui_scope_own_server_made" : "ui_scope_own_server");
  const kept =
    plan.untouchedAccounts.length > 0
      ? texts.text("ui_scope_untouched", texts.list(plan.untouchedAccounts))
      : texts.text("ui_scope_old_server_stays");
  return [`${own} ${plan.serverId === null ? "" : kept}`.trimEnd()];
}
