// What only the user can tell, asked for one thing at a time: Thunderbird's alert, or its settings. Drawn in the state
// need-input where nothing built in tells; what is typed lives in the fields alone until a button hands it over.

import { rememberedAlerts, type RememberedAlert } from "../../engine/model/remembered-alert.js";
import type { CaseView } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { withLabel, textBox } from "../kit/asked-fields.js";
import { element, picture, section } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { renderQuestions } from "./render-questions.js";

/** More than is read of it, and less than would make the page slow. */
const maximumTyped = 500_000;

/** By what is to be told. */
export const renderAsked: Readonly<
  Record<NonNullable<CaseView["asks"]>, (view: CaseView, texts: Texts) => HTMLElement>
> = { alert: askForAlert, settings: askForSettings };

/** What tells it from the others; null where Thunderbird's own sentence does. */
const distinguishing: Readonly<Record<RememberedAlert, TextKeyWith<[]> | null>> = {
  relay: "ui_alert_relay",
  "sign-in-required": "ui_alert_sign_in_required",
  "sign-in-failed": "ui_alert_sign_in_failed",
  unreachable: null,
  timeout: null,
  "sender-refused": "ui_alert_sender_refused",
  "recipient-unknown": "ui_alert_recipient_unknown",
  spam: "ui_alert_spam",
  other: "ui_alert_other",
};

function askForAlert(view: CaseView, texts: Texts): HTMLElement {
  const { caseId } = view;
  return section(
    { class: "asked-for", "data-asked-for": `alert ${caseId}` },
    texts.text("ui_ask_alert_title"),
    renderChoices(view, texts),
    pasteField("error-text", texts.text("ui_ask_alert_paste"), texts.text("ui_ask_alert_hint"), caseId),
    element("div", { class: "actions" }, button("tell-alert", texts.text("ui_action_check_text"), "primary")),
  );
}

/** What tells them apart stands first; Thunderbird's words before it are the same for most. */
export function renderChoices({ mending }: CaseView, texts: Texts): HTMLElement {
  return element(
    "div",
    { class: "choices" },
    ...rememberedAlerts.map((alert) => {
      const begins = (mending.kind === "guided" ? mending.alertWords[alert] : undefined) ?? null;
      const key = distinguishing[alert];
      const made = button("choose-alert", "");
      made.dataset["alert"] = alert;
      made.append(
        element("strong", {}, key === null ? (begins ?? "…") : texts.text(key)),
        ...(key === null || begins === null ? [] : [element("span", { class: "note" }, begins)]),
      );
      return made;
    }),
  );
}

function askForSettings({ caseId }: CaseView, texts: Texts): HTMLElement {
  return section(
    { class: "asked-for", "data-asked-for": `settings ${caseId}` },
    texts.text("ui_ask_settings_title"),
    element("p", {}, texts.text("ui_ask_settings_why")),
    element(
      "ol",
      { class: "pictured" },
      element("li", {}, picture("menu"), element("span", {}, texts.text("ui_ask_settings_step_menu"))),
      element("li", {}, picture("copy"), element("span", {}, texts.text("ui_ask_settings_step_copy"))),
    ),
    pasteField(
      "troubleshooting-information",
      texts.text("ui_ask_settings_paste"),
      texts.text("ui_ask_settings_hint"),
      caseId,
    ),
    element(
      "div",
      { class: "actions" },
      button("tell-settings", texts.text("ui_action_read_settings"), "primary"),
    ),
    renderQuestions(caseId, texts),
  );
}

function pasteField(input: string, label: string, hint: string, caseId: string): HTMLElement {
  const id = `${input}-${caseId}`;
  return withLabel(
    "asked",
    label,
    textBox(id, input, { rows: "3", maxlength: String(maximumTyped) }),
    element("p", { class: "note", id: `${id}-hint` }, hint),
    element("p", { class: "field-error", id: `${id}-error`, role: "alert" }),
  );
}
