// The offer to look up what is published for the domain, where the user has not agreed to that yet: below the usual
// values, or in place of telling the settings. Says what is sent before anything is.

import type { CaseView } from "../../protocol.js";
import { button } from "../kit/buttons.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";

/** Null where there is nobody to ask, or nothing to agree to. */
export function renderLookUp(
  { mending, domain }: CaseView,
  lead: TextKeyWith<[]>,
  texts: Texts,
): HTMLElement | null {
  if (mending.kind !== "guided" || mending.hostsToAsk.length === 0) {
    return mending.kind === "guided" && mending.foundNothing === true
      ? element("p", { class: "note" }, icon("info"), texts.text("ui_look_up_nothing", domain))
      : null;
  }
  return element(
    "div",
    { class: "look-up" },
    element("p", { class: "note" }, texts.text(lead), " ", texts.text("ui_look_up_what", domain)),
    button("look-up", texts.text("ui_action_look_up"), "plain", {
      "data-hosts": mending.hostsToAsk.join(" "),
    }),
  );
}
