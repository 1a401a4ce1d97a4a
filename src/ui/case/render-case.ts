// One case from title to buttons, the way DESIGN §2 draws it.

import { ownChanges } from "#own-changes";
import type { CaseView } from "../../protocol.js";
import { element, pageHeader, type Child } from "../kit/elements.js";
import { followedBy } from "../kit/full-stop.js";
import type { Texts } from "../kit/i18n.js";
import { renderAsksAbout } from "./plan-source.js";
import { leadOf } from "./lead.js";
import { detailsButton, healthyActions, renderActions } from "./render-actions.js";
import { gatheringLine, ignoreHint, outboxHint, sendByHandHint, unsentHint } from "./render-hints.js";
import { isNamedByAddress, renderDetails } from "./render-details.js";
import { recipientLine, renderFates } from "./render-fates.js";
import { renderNote, renderOAuth2Choice, renderWhenAsked } from "./render-note.js";
import { renderNotes } from "./render-findings.js";
import { renderAsked } from "./render-asked.js";
import { renderLookUp } from "./render-look-up.js";
import { renderGuide } from "./render-guide.js";
import { renderOutcome } from "./render-outcome.js";
import { renderPlan } from "./render-plan.js";
import { renderRefusal } from "./render-refusal.js";
import { supportHint } from "./who-helps.js";
import { renderVerdict } from "./render-verdict.js";
import type { Scene } from "../kit/scene.js";
import { withoutControls } from "../kit/server-text.js";
import { caseSignOf, titleOf } from "../kit/states.js";
import { mayFixYet } from "./waits.js";

export function renderCase(view: CaseView, scene: Scene): HTMLElement {
  const { texts } = scene;
  const oneLine = view.state === "healthy" && scene.manner === "listed";
  const drawn = element(
    "article",
    { class: `case ${scene.manner}`, "data-case": view.caseId, "data-state": view.state },
    scene.manner === "full"
      ? pageHeader(caseSignOf(view), texts.text(titleOf(view)), leadOf(view, texts))
      : listedHeading(view, scene),
    element(
      "div",
      { class: "body" },
      recipientLine(view, texts),
      outboxHint(view, texts),
      ...bodyOf(view, scene),
    ),
    oneLine ? healthyActions(view, scene) : renderActions(view, scene),
    supportHint(view, texts),
    unsentHint(view, texts),
    sendByHandHint(view, texts),
    ownChanges.undoHint(view, texts),
    ignoreHint(view, texts),
    gatheringLine(view, texts),
    renderDetails(view, scene),
  );
  return scene.manner === "full" ? belowTitle(drawn) : drawn;
}

/** Parts are headed as below an account's name (h2); a case that has the page to itself has its title (h1) above them. */
function belowTitle(drawn: HTMLElement): HTMLElement {
  for (const heading of drawn.querySelectorAll("h3")) {
    heading.setAttribute("aria-level", "2");
  }
  return drawn;
}

function listedHeading(view: CaseView, scene: Scene): HTMLElement {
  const { texts } = scene;
  const lead = leadOf(view, texts);
  const title = texts.text(titleOf(view));
  // Said once, where it is the title of the page too.
  const told = title === scene.titled ? lead : followedBy(title, lead, texts);
  return element(
    "header",
    {},
    caseSignOf(view),
    element("h2", {}, element("bdi", { dir: "auto" }, withoutControls(view.accountName))),
    view.state === "healthy" && view.diagnosis !== null ? detailsButton(view, scene, "quiet") : null,
    isNamedByAddress(view)
      ? null
      : element("p", { class: "address" }, element("bdi", { dir: "auto" }, withoutControls(view.from))),
    told === null ? null : element("p", { class: "lead" }, told),
  );
}

/** What "No problem found" rests on; nothing more to say once the settings were tried, or a notice was read. */
function healthyLine({ canTest, outcome, mending, reported }: CaseView, texts: Texts): HTMLElement | null {
  const untried = canTest || (mending.kind === "guided" && reported === null);
  return untried && outcome?.kind !== "tested"
    ? element("p", { class: "hint" }, texts.text("ui_healthy_not_tried"))
    : null;
}

function bodyOf(view: CaseView, scene: Scene): readonly Child[] {
  const { diagnosis, state } = view;
  const outcome = renderOutcome(view, scene);
  const refusal = renderRefusal(view, scene);
  const plan = diagnosis?.plan ? renderPlan(diagnosis.plan, view, scene) : null;
  const verdict =
    diagnosis === null
      ? []
      : [
          renderNote(view, "cause", scene.texts),
          ...renderVerdict(view, diagnosis, scene),
          renderNote(view, "beside", scene.texts),
        ];
  const asksAbout = renderAsksAbout(view, scene.texts);
  switch (state) {
    case "checking":
      return view.refusal === null
        ? []
        : [refusal, element("p", { class: "progress" }, scene.texts.text("ui_looking_for_reason"))];
    case "problem":
    case "fixing":
    case "settings-fine":
      return [
        outcome,
        refusal,
        renderFates(view, scene),
        ...verdict,
        plan,
        asksAbout,
        renderOAuth2Choice(view, scene.texts),
        renderWhenAsked(view, scene.texts),
        renderGuide(view, scene),
      ];
    case "need-input": {
      if (view.asks !== null) {
        return [
          outcome,
          refusal,
          renderLookUp(view, "ui_look_up_instead", scene.texts),
          renderAsked[view.asks](view, scene.texts),
        ];
      }
      // After a vain try the reason is known, and what the server said now is what matters.
      const why =
        view.outcome?.kind === "not-proven"
          ? [renderNote(view, "cause", scene.texts)]
          : [refusal, ...verdict];
      return [
        outcome,
        ...why,
        plan,
        asksAbout,
        ownChanges.password(view, scene.texts),
        renderOAuth2Choice(view, scene.texts),
      ];
    }
    case "fixed":
    case "sending":
    case "sent":
      return [outcome, plan];
    case "failed":
      return [refusal, outcome, mayFixYet(view) ? asksAbout : null];
    case "healthy":
      return [
        outcome,
        renderFates(view, scene),
        healthyLine(view, scene.texts),
        ...renderNotes(diagnosis?.findings ?? [], scene),
      ];
  }
}
