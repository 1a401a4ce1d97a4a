// Which buttons a case offers. The first is what most people want; changing a setting is only ever offered with a plan.

import type { CaseView } from "../../protocol.js";
import { button, copyButton, settingsButton, type Action, type Rank } from "../kit/buttons.js";
import { element } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import type { Scene } from "../kit/scene.js";
import { busyStates } from "../kit/states.js";
import { wordsForProvider } from "./render-reason.js";
import { asksToWait, mayFixYet, verdictAsksToWait, waitOf } from "./waits.js";
import { hasWordsForProvider, isForSomebodyElse } from "./who-helps.js";

/** Whether the button is among the case's own, and so not among the details once more. */
export function isMain(action: Action, view: CaseView, scene: Scene): boolean {
  return mainButtons(view, scene).some(({ dataset }) => dataset["action"] === action);
}

export function renderActions(view: CaseView, scene: Scene): HTMLElement {
  const { texts } = scene;
  if (view.state === "sending") {
    const key = view.unsent === null ? "ui_sending_is_thunderbirds" : "ui_sending_unsent";
    return element("p", { class: "hint" }, texts.text(key));
  }
  if (busyStates.has(view.state)) {
    return element("div", { class: "actions" }, button("cancel", texts.text("ui_action_cancel")));
  }
  return element(
    "div",
    { class: "actions" },
    ...mainButtons(view, scene),
    ...testButton(view, texts),
    view.canUndo ? button("undo", texts.text("ui_action_undo")) : null,
    // Together, so that neither is left alone on a second line.
    element(
      "div",
      { class: "beside" },
      view.diagnosis === null ? null : detailsButton(view, scene),
      scene.manner === "full" && !finished(view) ? dismissButton(view, texts) : null,
    ),
  );
}

/** First where nothing better is to be done. */
function testButton(view: CaseView, texts: Texts): readonly HTMLButtonElement[] {
  return view.canTest ? [button("test-sending", texts.text("ui_action_test_sending"))] : [];
}

/** Nothing is left to do: closing is the main thing. */
function finished(view: CaseView): boolean {
  return view.state === "sent" || (view.state === "fixed" && !view.canSend);
}

function mainButtons(view: CaseView, { texts, manner }: Scene): readonly HTMLButtonElement[] {
  switch (view.state) {
    case "problem":
      if (view.mending.kind === "guided" && view.diagnosis?.plan != null) {
        return afterGuide(view, texts, manner);
      }
      return view.diagnosis?.plan
        ? [fixButton(view, texts), ...getMailButton(view, texts, "plain")]
        : withoutPlan(view, texts);
    case "settings-fine": {
      const wait = waitOf(view);
      const words = wordsButton(view, texts, "plain");
      if (hasJustWorked(view) || wait === "minutes") {
        return [...again(view, texts, "plain"), ...words];
      }
      // What cannot work for hours does not stand where one presses first.
      return [...words, ...(wait === "hours" ? again(view, texts, "plain") : [])];
    }
    case "need-input":
      if (view.asks !== null) {
        return [];
      }
      if (view.asksPassword !== null) {
        return [fixButton(view, texts)];
      }
      return [
        ...checkButton(texts, manner),
        // Otherwise it is among the details.
        ...(view.diagnosis === null ? [settingsButton(view, texts)] : []),
      ];
    case "failed":
      return isForSomebodyElse(view)
        ? [...askButtons(view, texts), ...checkButton(texts, manner, "plain")]
        : afterFailure(view, texts, manner);
    case "fixed":
    case "sent":
      return finished(view) && manner === "full"
        ? [button("dismiss", texts.text("ui_action_done"), "primary")]
        : again(view, texts, "primary");
    default:
      return [];
  }
}

/** The server has just taken the sender and this very recipient. */
function hasJustWorked({ outcome }: CaseView): boolean {
  return outcome?.kind === "tested" && typeof outcome.came !== "string" && outcome.came.kind === "accepted";
}

/** Mended by hand: the message is the proof; a fresh look needs the settings told anew. */
function afterGuide(view: CaseView, texts: Texts, manner: Scene["manner"]): readonly HTMLButtonElement[] {
  return canSend(view)
    ? [
        button("send-again", texts.text("ui_action_done_send_again"), "primary"),
        ...checkButton(texts, manner, "plain"),
      ]
    : checkButton(texts, manner);
}

/** A list of accounts has one button for all of them (render-page.ts). */
function checkButton(
  texts: Texts,
  manner: Scene["manner"],
  rank: Rank = "primary",
): readonly HTMLButtonElement[] {
  return manner === "full" ? [button("check", texts.text("ui_action_check"), rank)] : [];
}

/** What to hand to whoever can help: words for the provider where there are any, else the report. */
function askButtons(view: CaseView, texts: Texts): readonly HTMLButtonElement[] {
  return hasWordsForProvider(view, texts)
    ? wordsButton(view, texts, "primary")
    : [button("copy-report", texts.text("ui_action_copy_report"), "primary")];
}

function wordsButton(view: CaseView, texts: Texts, rank: Rank): readonly HTMLButtonElement[] {
  const words = wordsForProvider(view, texts);
  return words === null ? [] : [copyButton(words.copied, texts.text("ui_action_copy_words"), rank)];
}

/** With nothing changed and nothing passing by itself, the same message fails the same way. */
function afterFailure(view: CaseView, texts: Texts, manner: Scene["manner"]): readonly HTMLButtonElement[] {
  // Where the page asks to wait first, nothing to press helps now.
  const rank = asksToWait(view) ? "plain" : "primary";
  // The report is what the provider's support wants now.
  const report =
    view.outcome?.kind === "not-proven" ? [button("copy-report", texts.text("ui_action_copy_report"))] : [];
  if (view.canGetMail) {
    return [...checkButton(texts, manner, rank), ...getMailButton(view, texts, "plain")];
  }
  return mayFixYet(view)
    ? [fixButton(view, texts, rank), ...checkButton(texts, manner, "plain"), ...report]
    : [...checkButton(texts, manner, rank), ...(report.length > 0 ? report : again(view, texts, "plain"))];
}

/** Sending again helps where Thunderbird then asks for the password, and where the cause may have passed. */
function withoutPlan(view: CaseView, texts: Texts): readonly HTMLButtonElement[] {
  if (view.canGetMail) {
    return [...getMailButton(view, texts, "primary"), ...wordsButton(view, texts, "plain")];
  }
  if (isForSomebodyElse(view)) {
    return [...askButtons(view, texts), ...again(view, texts, "plain")];
  }
  // Sending again brings a locked account no nearer to being opened, and to wait there is no button.
  if (view.diagnosis?.classification?.matter === "locked-out") {
    return wordsButton(view, texts, "plain");
  }
  const unclear = view.diagnosis?.conclusion.kind === "not-enough-evidence";
  return canSend(view) && (unclear || view.refusal?.stage === "auth")
    ? [...again(view, texts, "primary"), ...wordsButton(view, texts, "plain")]
    : [settingsButton(view, texts, "primary"), ...wordsButton(view, texts, "plain")];
}

/** Where the server asked for it; a sign-in that can be mended goes first. */
function getMailButton(view: CaseView, texts: Texts, rank: Rank): readonly HTMLButtonElement[] {
  return view.canGetMail
    ? [button("get-mail-and-send", texts.text("ui_action_get_mail_and_send"), rank)]
    : [];
}

/** A message that nobody refused (any more) has gone out: it is not sent a second time. */
function canSend(view: CaseView): boolean {
  return view.canSend && view.refusal !== null;
}

function fixButton(view: CaseView, texts: Texts, rank: Rank = "primary"): HTMLButtonElement {
  return canSend(view)
    ? button("fix-and-send", texts.text("ui_action_fix_and_send"), rank)
    : button("fix", texts.text("ui_action_fix"), rank);
}

/** Where the page asks to wait first, the button says so once more. */
function again(view: CaseView, texts: Texts, rank: Rank): readonly HTMLButtonElement[] {
  const isMended = view.state === "fixed" || view.state === "sent" || hasJustWorked(view);
  const isAfterWait = waitOf(view) !== null && verdictAsksToWait(view) && !isMended;
  const label = isAfterWait ? "ui_action_waited_send_again" : "ui_action_send_again";
  return canSend(view) ? [button("send-again", texts.text(label), rank)] : [];
}

/** An account without a problem: the one thing that was not tried. */
export function healthyActions(view: CaseView, { texts }: Scene): HTMLElement | null {
  return view.canTest ? element("div", { class: "actions" }, ...testButton(view, texts)) : null;
}

/** Shows and hides `renderDetails` of the same case. */
export function detailsButton(
  view: CaseView,
  { texts, opened }: Scene,
  rank: Rank = "plain",
): HTMLButtonElement {
  return button("details", texts.text("ui_action_details"), rank, {
    "aria-expanded": String(opened.has(view.caseId)),
    "aria-controls": `details-${view.caseId}`,
  });
}

function dismissButton({ state }: CaseView, texts: Texts): HTMLButtonElement {
  const isOpen = state === "problem" || state === "need-input";
  return button("dismiss", texts.text(isOpen ? "ui_action_not_now" : "ui_action_close"), "quiet");
}
