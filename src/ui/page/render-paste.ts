// The box for a text the user has: an error message, a returned mail, a line of a log. Drawn by the page itself, in the
// state need-input; what is typed lives in the field alone until the button hands it over.

import type { KnownIdentity } from "../../engine/model/evidence.js";
import type { RequestOf } from "../../protocol.js";
import { choice, withLabel, textBox } from "../kit/asked-fields.js";
import { button } from "../kit/buttons.js";
import { element, icon, pageHeader } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { withoutControls } from "../kit/server-text.js";

const id = "error-text";

/** More than is read of it (maximum-length.ts), and less than would make the page slow. */
const maximumTyped = 200_000;

/** `addresses`: what the user can send from; one alone needs no choice. */
export function renderPaste(addresses: readonly KnownIdentity[], texts: Texts): HTMLElement {
  return element(
    "div",
    { class: "page paste" },
    pageHeader(icon("question"), texts.text("ui_paste_title")),
    withLabel(
      "asked",
      texts.text("ui_paste_label"),
      textBox(id, id, { rows: "7", maxlength: String(maximumTyped), required: true }),
      element("p", { class: "note", id: `${id}-hint` }, texts.text("ui_paste_hint")),
    ),
    addresses.length > 1 ? renderChoice(addresses, texts) : null,
    element("p", { class: "field-error", id: `${id}-error`, role: "alert" }),
    element(
      "div",
      { class: "actions" },
      button("check", texts.text("ui_action_check_text"), "primary"),
      button("cancel", texts.text("ui_action_cancel"), "quiet"),
    ),
  );
}

function renderChoice(addresses: readonly KnownIdentity[], texts: Texts): HTMLElement {
  return withLabel(
    "asked",
    texts.text("ui_paste_address"),
    choice(`${id}-address`, "sender-address", [
      ["", texts.text("ui_paste_address_in_text")],
      ...addresses.map(({ identityId, address }) => [identityId, withoutControls(address)] as const),
    ]),
  );
}

/** Asked once the text did not tell by itself. */
function renderSource(texts: Texts): HTMLElement {
  return withLabel(
    "asked",
    texts.text("ui_paste_source"),
    choice(`${id}-source`, "text-source", [
      ["", texts.text("ui_paste_source_choose")],
      ["smtp-reply", texts.text("ui_paste_source_sending")],
      ["dsn", texts.text("ui_paste_source_returned")],
    ]),
  );
}

const complaints = {
  empty: "ui_paste_empty",
  "not-understood": "ui_paste_not_understood",
  "address-unclear": "ui_paste_address_unclear",
  "source-unclear": "ui_paste_source_unclear",
  "no-answer": "ui_no_answer",
} as const;

/** Says beside the field why there is no verdict, and puts the keyboard where the answer goes. */
export function complain(content: HTMLElement, about: keyof typeof complaints, texts: Texts): void {
  const field = content.querySelector<HTMLTextAreaElement>("textarea");
  const address = content.querySelector<HTMLSelectElement>(`#${id}-address`);
  const error = content.querySelector<HTMLElement>(".field-error");
  if (about === "source-unclear" && content.querySelector(`#${id}-source`) === null) {
    error?.before(renderSource(texts));
  }
  const source = content.querySelector<HTMLSelectElement>(`#${id}-source`);
  const concerned =
    about === "address-unclear" ? (address ?? field) : about === "source-unclear" ? source : field;
  error?.replaceChildren(texts.text(complaints[about]));
  for (const one of [field, address, source]) {
    one?.setAttribute("aria-invalid", String(one === concerned));
  }
  concerned?.focus();
}

/** What was typed and chosen; null where there is no box on the page. */
export function pasteIn(content: HTMLElement): Omit<RequestOf<"judgeText">, "place"> | null {
  const field = content.querySelector<HTMLTextAreaElement>(`textarea[data-input="${id}"]`);
  const chosen = content.querySelector<HTMLSelectElement>(`#${id}-address`)?.value ?? "";
  const source = content.querySelector<HTMLSelectElement>(`#${id}-source`)?.value;
  return field === null
    ? null
    : {
        text: field.value,
        identityId: chosen === "" ? null : chosen,
        ...((source === "smtp-reply" || source === "dsn") && { cameAs: source }),
      };
}
