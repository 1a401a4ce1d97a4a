// The whole page: one failed send in full, or every account of the toolbar's check in a list.

import type { Page, PagePlace } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { element, icon, pageHeader } from "../kit/elements.js";
import { renderCase } from "../case/render-case.js";
import { renderFoot } from "./render-foot.js";
import { renderNotices } from "./render-notices.js";
import type { PageScene } from "../kit/scene.js";
import { busyStates, pageTitleOf, pageSignOf } from "../kit/states.js";

/** What is said in place of cases. */
const empties: Readonly<
  Record<NonNullable<Page["empty"]>, { readonly title: TextKeyWith<[]>; readonly sentence: TextKeyWith<[]> }>
> = {
  "no-accounts": { title: "ui_no_accounts_title", sentence: "ui_no_accounts" },
  "no-refusal-in-mail": { title: "ui_no_refusal_title", sentence: "ui_no_refusal" },
  sibling: { title: "ui_other_edition_title", sentence: "ui_other_edition" },
  installed: { title: "ui_welcome_title", sentence: "ui_welcome" },
};

export function renderPage(page: Page, place: PagePlace, scene: PageScene): HTMLElement {
  const only = page.cases[0];
  const foot = renderFoot(page, place, scene);
  const notices = renderNotices(page.notices, scene.texts);
  const alone =
    notices.length === 0 &&
    page.cases.length === 1 &&
    (place.kind !== "toolbar" || only?.refusal != null || only?.reported?.notice !== undefined);
  if (only !== undefined && alone) {
    const drawn = renderCase(only, { ...scene, manner: "full" });
    return foot === null ? drawn : element("div", { class: "page" }, drawn, foot);
  }
  const nothing = page.empty === null ? null : empties[page.empty];
  const title = scene.texts.text(nothing === null ? pageTitleOf(page) : nothing.title);
  return element(
    "div",
    { class: "page" },
    pageHeader(page.empty === "sibling" ? icon("info") : pageSignOf(page.state, page.cases), title),
    ...notices,
    nothing === null ? null : element("p", {}, scene.texts.text(nothing.sentence)),
    element(
      "div",
      { class: "cases" },
      ...shownOf(page, scene).map((view) =>
        renderCase(view, { ...scene, manner: "listed", ...(page.cases.length === 1 && { titled: title }) }),
      ),
    ),
    showAll(page, scene),
    actionsOf(page, scene),
    foot,
  );
}

/** So many accounts are shown at once; they come with the worst first. */
const shownAtOnce = 12;
/** Among the cases that are opened: all of them are shown. No case is called so. */
export const everyCase = "*";

function shownOf({ cases }: Page, { opened }: PageScene): Page["cases"] {
  return opened.has(everyCase) ? cases : cases.slice(0, shownAtOnce);
}

function showAll(page: Page, scene: PageScene): HTMLElement | null {
  const { length } = page.cases;
  return shownOf(page, scene).length === length
    ? null
    : button("show-all", scene.texts.text("ui_action_show_all", String(length)), "quiet");
}

function actionsOf({ state, empty }: Page, { texts }: PageScene): HTMLElement | null {
  if (empty === "installed") {
    return element("div", { class: "actions" }, button("dismiss", texts.text("ui_action_close"), "primary"));
  }
  return busyStates.has(state) || empty === "no-refusal-in-mail" || empty === "sibling"
    ? null
    : element("div", { class: "actions" }, button("check", texts.text("ui_action_check")));
}

/** In place of the page when the background does not answer. */
export function renderNoAnswer({ texts }: PageScene): HTMLElement {
  return element(
    "div",
    { class: "page" },
    pageHeader(pageSignOf("failed"), texts.text("ui_no_answer_title")),
    element("p", {}, texts.text("ui_no_answer")),
    element("div", { class: "actions" }, button("check", texts.text("ui_action_check"), "primary")),
  );
}
