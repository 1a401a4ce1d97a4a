// What lies one click away: every check with its verdict, the bare facts a helper asks for first, and the report.
// It is part of the page while closed, so that tools and tests find it.

import { ownChanges } from "#own-changes";
import { bugSaid } from "../../engine/model/our-bug.js";
import type { CaseView } from "../../protocol.js";
import { button, settingsButton } from "../kit/buttons.js";
import { element, section } from "../kit/elements.js";
import { renderFindings } from "./render-findings.js";
import { refusalOf } from "./render-refusal.js";
import type { Scene } from "../kit/scene.js";
import { isMain } from "./render-actions.js";
import { withoutControls } from "../kit/server-text.js";

export function renderDetails(view: CaseView, scene: Scene): HTMLElement | null {
  if (view.diagnosis === null) {
    return null;
  }
  const { texts, opened } = scene;
  const facts = factsOf(view, texts);
  return section(
    { class: "details", id: `details-${view.caseId}`, hidden: !opened.has(view.caseId) },
    texts.text("ui_what_was_checked"),
    renderFindings(view.diagnosis.findings, scene),
    ownChanges.furtherTried(view, texts),
    element(
      "dl",
      { class: "facts" },
      ...facts.flatMap(([label, value]) => [
        element("dt", {}, texts.text(label)),
        element("dd", {}, element("bdi", { dir: "auto" }, withoutControls(value))),
      ]),
    ),
    element("p", { class: "meta" }, texts.text("ui_report_hint")),
    element(
      "div",
      { class: "actions" },
      isMain("copy-report", view, scene) ? null : button("copy-report", texts.text("ui_action_copy_report")),
      button("save-report", texts.text("ui_action_save_report")),
      isMain("open-settings", view, scene) ? null : settingsButton(view, texts),
      // What is mended by hand is on no record.
      view.mending.kind === "written" ? button("history", texts.text("ui_action_history")) : null,
    ),
  );
}

/** Thunderbird names an account by its address unless told otherwise: once is enough. */
export function isNamedByAddress({ accountName, from }: CaseView): boolean {
  return accountName.trim().toLowerCase() === from.toLowerCase();
}

function factsOf(
  view: CaseView,
  texts: Scene["texts"],
): readonly (readonly [label: TextKeyWith<[]>, value: string])[] {
  const refusal = refusalOf(view);
  const all: readonly (readonly [TextKeyWith<[]>, string | null | undefined])[] = [
    ["ui_fact_account", isNamedByAddress(view) ? null : view.accountName],
    ["ui_fact_from", view.from],
    ["ui_field_server", view.serverHost],
    ["ui_fact_secured", refusal?.secure == null ? null : texts.text(refusal.secure ? "ui_yes" : "ui_no")],
    ["ui_fact_bugs", view.bugs.map(bugSaid).join("; ")],
    ["ui_fact_offered", refusal?.offeredSignIn?.join(", ")],
  ];
  return all.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
