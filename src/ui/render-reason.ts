// "Your settings are fine": what the refusal meant, what helps, and words to send to the provider. No fix is offered.

import type { Diagnosis } from "../engine/model/finding.js";
import type { CaseView } from "../protocol.js";
import { copyButton } from "./buttons.js";
import { element, icon } from "./elements.js";
import type { Texts } from "./i18n.js";
import type { Scene } from "./scene.js";
import { bounded } from "./server-text.js";

type Classification = NonNullable<Diagnosis["classification"]>;

export function renderSettingsFine(
  view: CaseView,
  classification: Classification | null,
  scene: Scene,
): HTMLElement {
  const { texts } = scene;
  return element(
    "div",
    { class: "settings-fine" },
    element(
      "p",
      { class: "callout" },
      icon("check"),
      element(
        "span",
        {},
        element("strong", {}, texts.text("ui_settings_fine")),
        " ",
        texts.text("ui_settings_fine_leave"),
      ),
    ),
    ...(classification === null
      ? [element("p", {}, texts.text("ui_no_reason_known"))]
      : reasonParts(view, classification, scene)),
  );
}

function reasonParts(
  view: CaseView,
  classification: Classification,
  { texts }: Scene,
): readonly (HTMLElement | null)[] {
  const stem = stemOf(classification);
  const values = valuesOf(view);
  const title = texts.optional(`${stem}_title`, ...values);
  const why = texts.optional(`${stem}_why`, ...values);
  const advice = texts.optional(`${stem}_do`, ...values);
  return [
    element(
      "section",
      { class: "why" },
      title === null ? null : element("h3", {}, title),
      why === null && title === null ? texts.text("ui_no_reason_known") : why && element("p", {}, why),
    ),
    advice === null
      ? null
      : element("section", {}, element("h3", {}, texts.text("ui_what_to_do")), element("p", {}, advice)),
    renderProviderText(view, classification, texts),
  ];
}

/** Words to send to the provider, with a button that copies them; null where there are none for this reason. */
export function renderProviderText(
  view: CaseView,
  classification: Classification,
  texts: Texts,
): HTMLElement | null {
  const words = texts.optional(`${stemOf(classification)}_provider`, ...valuesOf(view));
  return words === null
    ? null
    : element(
        "section",
        { class: "provider" },
        element("h3", {}, texts.text("ui_for_provider")),
        element("p", { class: "provider-text", dir: "auto" }, words),
        copyButton(words, texts),
      );
}

/** What the texts of a reason may name, in this order: server, sender, recipients, the server's words. */
function valuesOf({ serverHost, from, refusal }: CaseView): readonly string[] {
  const words = bounded(refusal?.lines ?? []).lines.join(" ");
  return [serverHost ?? "", from, (refusal?.recipients ?? []).join(", "), words];
}

/** Keys of the texts of a reason: `reason_relay_denied`, or of why settings cannot help: `subreason_spam`. */
function stemOf({ reason, subReason }: Classification): string {
  return (subReason === null ? `reason_${reason}` : `subreason_${subReason}`).replaceAll("-", "_");
}
