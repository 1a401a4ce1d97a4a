// The one thing only the user knows. The field is answered by the case's own fix button, or by Enter in it; what is
// typed lives in the field alone: never in an attribute, and taken out of it (password-field.ts) at the click.

import type { CaseView } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { element } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";

/** Null where no password is asked for. */
export function renderPassword({ state, caseId, asksPassword }: CaseView, texts: Texts): HTMLElement | null {
  if (state !== "need-input" || asksPassword === null) {
    return null;
  }
  const { userName, host, optional } = asksPassword;
  const id = `password-${caseId}`;
  const hints = [
    ...(optional ? [texts.text("ui_password_hint_optional")] : []),
    texts.text("ui_password_hint"),
  ];
  const field = element("input", {
    type: "password",
    id,
    required: !optional,
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    dir: "auto",
    "aria-describedby": `${id}-hint ${id}-empty`,
  });
  const show = button("show-password", texts.text("ui_password_show"), "plain", {
    "aria-pressed": "false",
    "aria-controls": id,
  });
  return element(
    "div",
    { class: "password", "data-asked-for": JSON.stringify([caseId, userName, host]) },
    element("label", { for: id }, texts.text("ui_password_label", userName, host)),
    element("div", { class: "field" }, field, show),
    element("p", { class: "field-error", id: `${id}-empty`, hidden: true }, texts.text("ui_password_empty")),
    element("p", { class: "note", id: `${id}-hint` }, hints.join(" ")),
  );
}
