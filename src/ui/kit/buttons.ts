// Buttons of the page. They carry their meaning as data (`data-action`, and the case around them); one listener
// (pressed.ts) hears them all.

import type { CaseView } from "../../protocol.js";
import { element } from "./elements.js";
import type { DraftedMessage } from "./host.js";
import type { Texts } from "./i18n.js";

/** The contract's actions (DESIGN §6), and what is ours: details, the account settings, text for
 * the provider, reading what one types, the box for a pasted text. */
export type Action =
  | "fix-and-send"
  | "fix"
  | "send-again"
  | "get-mail-and-send"
  | "test-sending"
  | "undo"
  | "check"
  | "copy-report"
  | "save-report"
  | "write-provider"
  | "cancel"
  | "dismiss"
  | "details"
  | "open-settings"
  | "copy-text"
  | "show-password"
  | "tell-alert"
  | "choose-alert"
  | "tell-settings"
  | "answer-settings"
  | "look-up"
  | "history"
  | "home-page"
  | "paste"
  | "open-provider-page"
  | "use-oauth2"
  | "show-all";

/** Of the history: removing an entry asks twice. */
export type HistoryAction = "undo" | "remove-old-entry" | "remove-for-good" | "keep-old-entry";

export type Rank = "primary" | "plain" | "quiet";

/** `more`: attributes, what travels with it among them. */
export function button(
  action: Action | HistoryAction,
  label: string,
  rank: Rank = "plain",
  more: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  return element("button", { type: "button", class: rank, "data-action": action, ...more }, label);
}

/** Called what opens: Account Settings, or, where no add-on may go there, Thunderbird's Settings one click before. */
export function settingsButton(
  { mending }: Pick<CaseView, "mending">,
  texts: Texts,
  rank: Rank = "plain",
): HTMLButtonElement {
  const key = mending.kind === "guided" ? "ui_action_open_general_settings" : "ui_action_open_settings";
  return button("open-settings", texts.text(key), rank);
}

/** Begins a message, which travels with the button. */
export function writeButton({ to, subject, body }: DraftedMessage, label: string): HTMLButtonElement {
  const message = { "data-to": to ?? "", "data-subject": subject, "data-text": body };
  return button("write-provider", label, "plain", message);
}

/** Copies `text`, which travels with the button. */
export function copyButton(text: string, label: string, rank: Rank = "plain"): HTMLButtonElement {
  return button("copy-text", label, rank, { "data-text": text });
}
