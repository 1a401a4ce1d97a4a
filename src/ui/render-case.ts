// One case from title to buttons, the way DESIGN §2 draws it.

import type { CaseView } from "../protocol.js";
import { element, type Child } from "./elements.js";
import { refusalLead } from "./refusal-lead.js";
import { renderActions } from "./render-actions.js";
import { renderDetails } from "./render-details.js";
import { renderWhy } from "./render-findings.js";
import { renderOutcome } from "./render-outcome.js";
import { renderPlan } from "./render-plan.js";
import { renderSettingsFine } from "./render-reason.js";
import { refusalOf, renderRefusal } from "./render-refusal.js";
import type { Scene } from "./scene.js";
import { signOf, titleOf } from "./states.js";

export function renderCase(view: CaseView, scene: Scene): HTMLElement {
  return element(
    "article",
    { class: `case ${scene.manner}`, "data-case": view.caseId, "data-state": view.state },
    renderHeading(view, scene),
    element("div", { class: "body" }, ...bodyOf(view, scene)),
    view.state === "healthy" && scene.manner === "listed" ? null : renderActions(view, scene),
    ignoreHint(view, scene),
    renderDetails(view, scene),
  );
}

function renderHeading(view: CaseView, { texts, manner }: Scene): HTMLElement {
  const refusal = refusalOf(view);
  const lead = refusal !== null && view.state !== "sent" ? refusalLead(refusal, view.serverHost, texts) : null;
  const title = texts.text(titleOf(view));
  const sign = signOf(view.state);
  if (manner === "full") {
    return element(
      "header",
      {},
      sign,
      element("h1", { tabindex: "-1" }, title),
      lead === null ? null : element("p", { class: "lead" }, lead),
    );
  }
  return element(
    "header",
    {},
    sign,
    element("h2", {}, element("bdi", {}, view.accountName)),
    element("p", { class: "address" }, element("bdi", {}, view.from)),
    element("p", { class: "lead" }, lead === null ? title : `${title}. ${lead}`),
  );
}

function bodyOf(view: CaseView, scene: Scene): readonly Child[] {
  const { diagnosis, state } = view;
  const outcome = renderOutcome(view.outcome, scene);
  const refusal = renderRefusal(view, scene);
  const plan = diagnosis?.plan ? renderPlan(diagnosis.plan, state, scene) : null;
  switch (state) {
    case "checking":
      return [refusal, element("p", { class: "progress" }, scene.texts.text("ui_looking_for_reason"))];
    case "problem":
      return [outcome, refusal, diagnosis && renderWhy(diagnosis.findings, scene), plan];
    case "fixing":
      return [diagnosis && renderWhy(diagnosis.findings, scene), plan];
    case "settings-fine":
      return [outcome, refusal, renderSettingsFine(diagnosis?.classification ?? null, scene)];
    case "need-input":
      return [outcome, refusal, nextStep(view, scene)];
    case "fixed":
    case "sending":
    case "sent":
      return [outcome, plan];
    case "failed":
      return [outcome, refusal];
    case "healthy":
      return [outcome];
  }
}

function nextStep({ diagnosis }: CaseView, { texts }: Scene): HTMLElement | null {
  const conclusion = diagnosis?.conclusion;
  return conclusion?.kind === "not-enough-evidence"
    ? element(
        "section",
        { class: "why" },
        element("h3", {}, texts.text("ui_next_step")),
        element("p", {}, texts.text(conclusion.next.key, ...conclusion.next.values)),
      )
    : null;
}

/** Thunderbird's own alert blames the recipient's or the sender's address, by the step alone (USERS §4). */
function ignoreHint(view: CaseView, { texts }: Scene): HTMLElement | null {
  const reason = view.diagnosis?.classification?.reason;
  const ours = view.state === "problem" && reason !== undefined && reason !== "not-a-client-config-problem";
  if (!ours || view.refusal === null) {
    return null;
  }
  if (view.refusal.stage === "rcpt") {
    return element("p", { class: "hint" }, texts.text("ui_ignore_recipient_line"));
  }
  const sender = view.refusal.stage === "mail" && (reason === "relay-denied" || reason === "auth-required");
  return sender ? element("p", { class: "hint" }, texts.text("ui_ignore_sender_line")) : null;
}
