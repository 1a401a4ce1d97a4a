// The foot of the page: ways on that have nothing to do with what was found. Left out where there is nothing behind them.

import type { Page, PagePlace } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { element } from "../kit/elements.js";
import { busyStates } from "../kit/states.js";
import type { PageScene } from "../kit/scene.js";

export function renderFoot(
  page: Page,
  { kind }: PagePlace,
  { texts, hasHomePage }: PageScene,
): HTMLElement | null {
  // In the main window, while nothing is under way there; without an account there is nothing to compare a text with.
  const isMain = (kind === "toolbar" || kind === "case") && !busyStates.has(page.state);
  const ways = [
    isMain && page.empty === null ? button("paste", texts.text("ui_action_paste"), "quiet") : null,
    isMain && page.hasChanges === true ? button("history", texts.text("ui_action_history"), "quiet") : null,
    (isMain || kind === "welcome") && hasHomePage
      ? button("home-page", texts.text("ui_action_home_page"), "quiet")
      : null,
  ].filter((way) => way !== null);
  return ways.length === 0 ? null : element("div", { class: "foot" }, ...ways);
}
