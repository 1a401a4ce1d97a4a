// The plan as a small table, old value beside new value, and who else it touches or leaves alone.

import type { Plan } from "../../engine/model/finding.js";
import type { CaseView } from "../../protocol.js";
import { breakable, element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { renderSource } from "./plan-source.js";
import type { Scene } from "../kit/scene.js";
import { shownChanges, type ShownChange } from "../kit/values.js";

export function renderPlan(plan: Plan, { state, domain }: CaseView, { texts }: Scene): HTMLElement {
  const done = state === "fixed" || state === "sent" || state === "sending";
  const changes = shownChanges(plan.changes, plan.settings.security, texts);
  const notes = scopeNotes(plan, done, texts).map((note) =>
    element("p", { class: "note" }, icon("info"), note),
  );
  return element(
    "div",
    { class: "plan" },
    changes.length > 0 ? renderChangeTable(changes, done ? "done" : "offered", texts) : null,
    done ? null : renderSource(plan, domain, texts),
    ...notes,
  );
}

/** Each setting with its old and its new value; what is `done` is called before and now. */
export function renderChangeTable(
  changes: readonly ShownChange[],
  when: "offered" | "done",
  texts: Texts,
): HTMLElement {
  const head: readonly TextKeyWith<[]>[] =
    when === "done"
      ? ["ui_column_setting", "ui_column_before", "ui_column_now"]
      : ["ui_column_setting", "ui_column_now", "ui_column_new"];
  return element(
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
  const untouched = [...plan.untouchedAccounts, ...plan.untouchedAddresses];
  const kept =
    untouched.length > 0
      ? texts.text("ui_scope_untouched", texts.list(untouched))
      : texts.text("ui_scope_old_server_stays");
  return [`${own} ${plan.serverId === null ? "" : kept}`.trimEnd()];
}
