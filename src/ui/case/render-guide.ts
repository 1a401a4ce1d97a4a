// The guided fix: what to do in Thunderbird's own settings, step by step, with a tick for what is done and a button that
// copies each value to be typed.

import type { GuidedStep } from "../../engine/model/guided-step.js";
import type { CaseView } from "../../protocol.js";
import { copyButton, settingsButton } from "../kit/buttons.js";
import { element, section } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { renderChoices } from "./render-asked.js";
import { renderLookUp } from "./render-look-up.js";
import type { Scene } from "../kit/scene.js";
import { fieldName, shownChanges, valueName } from "../kit/values.js";

/** Null where there is nothing to do by hand. */
export function renderGuide(view: CaseView, { texts }: Scene): HTMLElement | null {
  const { mending, state } = view;
  if (mending.kind !== "guided" || mending.steps.length === 0 || state !== "problem") {
    return null;
  }
  return section(
    { class: "guide" },
    texts.text("ui_guide_title"),
    element(
      "ol",
      {},
      ...mending.steps.map((step, index) =>
        renderStep(step, String(index), mending.done.includes(index), view, texts),
      ),
    ),
    mending.steps.some(({ kind }) => kind === "add")
      ? element("p", { class: "note" }, texts.text("ui_guide_password"))
      : null,
    renderLookUp(view, "ui_look_up_values", texts),
    view.outcome?.kind === "refused-again" ? renderOtherAlert(view, texts) : null,
  );
}

function renderStep(
  step: GuidedStep,
  index: string,
  done: boolean,
  view: CaseView,
  texts: Texts,
): HTMLElement {
  const security = view.diagnosis?.plan?.settings.security ?? "none";
  const id = `step-${index}-${view.caseId}`;
  return element(
    "li",
    {
      class: done ? "done" : "",
      "data-guided": step.kind,
      "data-field": step.kind === "set" && fieldName(step.change.field),
    },
    element("input", { type: "checkbox", id, "data-step": index, checked: done }),
    element("label", { for: id }, sentence(step, security, texts)),
    step.kind === "open-list" ? settingsButton(view, texts) : null,
    step.kind === "set" && ["host", "port", "userName"].includes(step.change.field)
      ? copyButton(
          valueName(step.change.field, step.change.to, security, texts),
          texts.text("ui_action_copy"),
        )
      : null,
  );
}

function sentence(step: GuidedStep, security: string, texts: Texts): string {
  switch (step.kind) {
    case "open-list":
      return texts.text("ui_guide_open_list");
    case "edit":
      return texts.text("ui_guide_edit", step.host);
    case "add":
      return texts.text("ui_guide_add");
    case "set": {
      const [shown] = shownChanges([step.change], security, texts);
      return texts.text("ui_guide_set", shown?.label ?? "", shown?.to ?? "");
    }
    case "confirm": {
      const there = shownChanges(step.already, security, texts).map(({ label, to }) =>
        texts.text("ui_guide_set", label, to),
      );
      return there.length === 0
        ? texts.text("ui_guide_confirm")
        : texts.text("ui_guide_confirm_rest", texts.list(there));
    }
    case "choose":
      return texts.text("ui_guide_choose", step.host);
    case "choose-for-identity":
      return texts.text("ui_guide_choose_for_identity", step.address, step.host);
  }
}

/** A second refusal may be for another reason. */
function renderOtherAlert(view: CaseView, texts: Texts): HTMLElement {
  return element(
    "details",
    { class: "questions" },
    element("summary", {}, texts.text("ui_ask_other_alert")),
    renderChoices(view, texts),
  );
}
