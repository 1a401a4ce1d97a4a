// The quiet lines: under the title where the message is, under the buttons what Undo does, which line of Thunderbird's own
// alert to ignore, and that servers are still being asked.

import type { CaseView } from "../../protocol.js";
import { element, spinner } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";

/** What Undo would do now; null where it is not offered. */
export function undoHint({ canUndo, state }: CaseView, texts: Texts): HTMLElement | null {
  if (!canUndo || (state !== "fixed" && state !== "sent")) {
    return null;
  }
  return element("p", { class: "hint" }, texts.text(state === "sent" ? "ui_undo_sent" : "ui_undo_fixed"));
}

/** Thunderbird sends the Outbox as a whole: said before the click. */
export function unsentHint({ state, unsent }: CaseView, texts: Texts): HTMLElement | null {
  return unsent === null || unsent < 2 || ["sending", "sent", "settings-fine"].includes(state)
    ? null
    : element("p", { class: "hint" }, texts.text("ui_unsent", String(unsent)));
}

/** Whether it is lost, one asks first of a message whose window is gone: where it was when that failed. Where all of them would be sent, that says it. */
export function outboxHint(view: CaseView, texts: Texts): HTMLElement | null {
  const { state, unsent, refusal, outcome } = view;
  const isLeft = ["problem", "settings-fine", "need-input", "failed"].includes(state);
  const isSaid = outcome?.kind === "not-sent" || unsentHint(view, texts) !== null;
  return unsent === null || unsent < 1 || refusal === null || !isLeft || isSaid
    ? null
    : element("p", { class: "hint", "data-in-outbox": true }, texts.text("ui_message_in_outbox"));
}

/** A message that nothing here holds (any more) is sent again by hand; one that came back has a copy of its own. */
export function sendByHandHint(view: CaseView, texts: Texts): HTMLElement | null {
  const { state, refusal, reported, canSend } = view;
  if (state !== "fixed" || refusal === null || canSend) {
    return null;
  }
  const key = reported?.found === "returned-mail" ? "ui_send_returned_by_hand" : "ui_send_by_hand";
  return element("p", { class: "hint" }, texts.text(key));
}

/** Thunderbird's own alert blames the recipient's or the sender's address, by the step alone (USERS §4); a returned mail has none. */
export function ignoreHint(
  { diagnosis, state, refusal, reported }: CaseView,
  texts: Texts,
): HTMLElement | null {
  const { reason, confidence } = diagnosis?.classification ?? {};
  const ours =
    confidence !== "guess" &&
    state === "problem" &&
    reason !== undefined &&
    reason !== "not-a-client-config-problem";
  const cameBack = reported?.found === "returned-mail" || reported?.notice !== undefined;
  if (!ours || cameBack || refusal === null) {
    return null;
  }
  if (refusal.stage === "rcpt") {
    return element("p", { class: "hint" }, texts.text("ui_ignore_recipient_line"));
  }
  const sender = refusal.stage === "mail" && (reason === "relay-denied" || reason === "auth-required");
  return sender ? element("p", { class: "hint" }, texts.text("ui_ignore_sender_line")) : null;
}

/** Its room is kept while nothing is asked, so that the page stays still when the last server has answered. */
export function gatheringLine({ state, gathering }: CaseView, texts: Texts): HTMLElement | null {
  if (state !== "problem" && state !== "need-input") {
    return null;
  }
  return gathering
    ? element("p", { class: "gathering", "data-gathering": true }, spinner(), texts.text("ui_still_asking"))
    : element("p", { class: "gathering", "aria-hidden": "true" });
}
