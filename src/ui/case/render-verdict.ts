// The verdict in sentences: what is wrong, or that the settings are fine and what it was instead, or what to do next.

import type { Diagnosis, Text } from "../../engine/model/finding.js";
import type { CaseView } from "../../protocol.js";
import { element, icon, section, type Child } from "../kit/elements.js";
import { renderWhy } from "./render-findings.js";
import { renderLeave, renderProviderText, renderSettingsFine } from "./render-reason.js";
import type { Scene } from "../kit/scene.js";
import { isForSomebodyElse } from "./who-helps.js";

export function renderVerdict(view: CaseView, diagnosis: Diagnosis, scene: Scene): readonly Child[] {
  const { conclusion, classification, findings, noPlan } = diagnosis;
  // Where there is something to do oneself, to wait for one, the provider comes after.
  const forProvider = isForSomebodyElse(view) ? "ui_for_provider" : "ui_for_provider_then";
  switch (conclusion.kind) {
    case "settings-wrong":
      return [
        renderWhy(findings, scene, view.note),
        noPlan && renderNextStep(noPlan, scene),
        renderProviderText(view, scene.texts, forProvider),
      ];
    case "settings-fine":
      return [renderSettingsFine(view, classification, scene)];
    case "not-enough-evidence":
      return [
        renderWhy(findings, scene, view.note),
        renderNextStep(conclusion.next, scene),
        classification && renderLeave(view, classification, scene.texts),
        renderProviderText(view, scene.texts, forProvider),
      ];
    case "left-alone":
      return [element("p", { class: "outcome" }, icon("info"), scene.texts.said(conclusion.why))];
    case "healthy":
      return [];
  }
}

function renderNextStep(next: Text, { texts }: Scene): HTMLElement {
  return section({ class: "why" }, texts.text("ui_next_step"), element("p", {}, texts.said(next)));
}
