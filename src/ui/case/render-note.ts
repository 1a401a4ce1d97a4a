// What the provider asks of mail programs: its rule in sentences, and the button that opens its own page, with the name
// of the site beside it. A provider's own words are shown as text, whatever they hold.

import type { NoteShown } from "../../engine/model/provider-note.js";
import type { CaseView } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { element, icon, section } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { visible } from "../kit/server-text.js";
import { whyHeadings } from "./render-findings.js";

const headings = { ...whyHeadings, possible: "ui_note_beside" } as const;

/** Null where there is nothing to tell at that place. */
export function renderNote(view: CaseView, place: NoteShown["place"], texts: Texts): HTMLElement | null {
  const { note } = view;
  if (note?.place !== place) {
    return null;
  }
  return section(
    { class: "why", "data-note": note.id ?? "published" },
    texts.text(place === "cause" ? headings[note.certainty] : "ui_note_beside"),
    ...note.sentences.map((sentence) => element("p", {}, texts.said(sentence))),
    note.published === null ? null : element("blockquote", { dir: "auto" }, visible(note.published)),
    note.page === null ? null : pageLine(note, note.page, texts),
  );
}

function pageLine({ provider }: NoteShown, page: string, texts: Texts): HTMLElement {
  const label = texts.text("ui_action_open_provider_page", provider);
  return element(
    "p",
    { class: "provider-page" },
    button("open-provider-page", label, "plain", { "data-page": page }),
    " ",
    element("span", { class: "note" }, texts.text("ui_opens_in_browser", new URL(page).hostname)),
  );
}

/** The other way to sign in, where there is one; below the box for a password. */
export function renderOAuth2Choice({ canUseOAuth2, note }: CaseView, texts: Texts): HTMLElement | null {
  return !canUseOAuth2 || note?.id == null
    ? null
    : element(
        "p",
        { class: "note" },
        icon("info"),
        element("span", {}, texts.text("ui_use_oauth2", note.provider)),
        button("use-oauth2", texts.text("ui_action_use_oauth2"), "quiet"),
      );
}

/** Where Thunderbird itself asks for the password, the new one is entered there. */
export function renderWhenAsked({ mending, note, diagnosis }: CaseView, texts: Texts): HTMLElement | null {
  const isTyped = diagnosis?.plan?.changes.some(({ field, to }) => field === "password" && to === "typed");
  return mending.kind === "guided" && note?.id != null && isTyped === true
    ? element("p", {}, texts.text("ui_note_when_asked"))
    : null;
}
