// Which buttons a case offers. The first is what most people want; changing a setting is only ever offered with a plan.

import type { CaseView } from "../protocol.js";
import { button } from "./buttons.js";
import { element } from "./elements.js";
import type { Scene } from "./scene.js";
import { busyStates } from "./states.js";

/** Refusals that pass by themselves: the same message may go through later. */
const passing: ReadonlySet<string> = new Set(["greylist", "rate-limit"]);

export function renderActions(view: CaseView, scene: Scene): HTMLElement {
  const { texts } = scene;
  if (busyStates.has(view.state)) {
    return element("div", { class: "actions" }, button("cancel", texts.text("ui_action_cancel")));
  }
  return element(
    "div",
    { class: "actions" },
    ...mainButtons(view, texts),
    view.canUndo ? button("undo", texts.text("ui_action_undo")) : null,
    view.diagnosis === null ? null : detailsButton(view, scene),
    scene.manner === "full" ? dismissButton(view, texts) : null,
  );
}

function mainButtons(view: CaseView, texts: Scene["texts"]): readonly HTMLButtonElement[] {
  const sendAgain = button("send-again", texts.text("ui_action_send_again"), "primary");
  switch (view.state) {
    case "problem":
      return view.diagnosis?.plan
        ? [fixButton(view, texts)]
        : [button("open-settings", texts.text("ui_action_open_settings"), "primary"), ...again(view, texts)];
    case "settings-fine":
      return view.canSend && passing.has(view.diagnosis?.classification?.subReason ?? "")
        ? [button("send-again", texts.text("ui_action_send_again"))]
        : [];
    case "need-input":
      return [
        button("check", texts.text("ui_action_check"), "primary"),
        button("open-settings", texts.text("ui_action_open_settings")),
      ];
    case "fixed":
      return view.canSend ? [sendAgain] : [];
    case "failed":
      return [button("check", texts.text("ui_action_check"), "primary"), ...again(view, texts)];
    default:
      return [];
  }
}

function fixButton(view: CaseView, texts: Scene["texts"]): HTMLButtonElement {
  return view.canSend
    ? button("fix-and-send", texts.text("ui_action_fix_and_send"), "primary")
    : button("fix", texts.text("ui_action_fix"), "primary");
}

function again(view: CaseView, texts: Scene["texts"]): readonly HTMLButtonElement[] {
  return view.canSend ? [button("send-again", texts.text("ui_action_send_again"))] : [];
}

function detailsButton(view: CaseView, { texts, opened }: Scene): HTMLButtonElement {
  const made = button("details", texts.text("ui_action_details"));
  made.setAttribute("aria-expanded", String(opened.has(view.caseId)));
  made.setAttribute("aria-controls", `details-${view.caseId}`);
  return made;
}

function dismissButton(view: CaseView, texts: Scene["texts"]): HTMLButtonElement {
  const finished = view.state === "sent" || (view.state === "fixed" && !view.canSend);
  if (finished) {
    return button("dismiss", texts.text("ui_action_done"), "primary");
  }
  return button("dismiss", texts.text(view.state === "problem" ? "ui_action_not_now" : "ui_action_close"), "quiet");
}
