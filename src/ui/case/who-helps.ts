// Who can help where nothing here mends it: then the main button is what that person needs, not a way into the settings.

import type { CaseView } from "../../protocol.js";
import { copyButton } from "../kit/buttons.js";
import { element } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { wordsForProvider } from "./render-reason.js";

/** What to do next is somebody else's: the provider's, or the organization's that has locked the settings. */
const theirs: ReadonlySet<TextKey> = new Set([
  "next_certificate",
  "next_starttls_not_offered",
  "next_sign_in_not_offered",
  "next_ask_provider",
  "next_words_unknown",
  "next_account_disabled",
  "no_plan_ask_provider",
  "no_plan_nothing_answers",
  "no_plan_locked",
  "reason_sender_not_allowed_do",
]);

/** Refused once more with changed settings, or not changeable from here: trying again leads nowhere. */
function isAtItsEnd({ state, outcome }: CaseView): boolean {
  return (
    state === "failed" &&
    ((outcome?.kind === "refused-again" && outcome.settings !== "none") ||
      (outcome?.kind === "not-changed" && ["locked", "other"].includes(outcome.because)))
  );
}

export function isForSomebodyElse(view: CaseView): boolean {
  const { conclusion, noPlan, plan } = view.diagnosis ?? {};
  if (view.state !== "problem" || plan != null) {
    return isAtItsEnd(view);
  }
  const next = conclusion?.kind === "not-enough-evidence" ? conclusion.next : noPlan;
  return next != null && theirs.has(next.key);
}

/** Whom the user has to ask is told in words of the page where there are any; else by the report. */
export function hasWordsForProvider(view: CaseView, texts: Texts): boolean {
  return view.state !== "failed" && wordsForProvider(view, texts) !== null;
}

/** Whom the organization names, wherever somebody else is to be asked. */
export function supportHint(view: CaseView, texts: Texts): HTMLElement | null {
  const { outcome, supportAddress } = view;
  const isLocked = outcome?.kind === "not-undone" && outcome.because === "locked";
  const isToBeAsked = isForSomebodyElse(view) || hasWordsForProvider(view, texts) || isLocked;
  return supportAddress === null || !isToBeAsked
    ? null
    : element(
        "p",
        { class: "hint", "data-support": true },
        texts.text("ui_support", supportAddress),
        " ",
        copyButton(supportAddress, texts.text("ui_action_copy"), "quiet"),
      );
}
