// What the server said, word for word, under the sentence that says who said it.

import { isOnlySaid, isOwnServersWord } from "../../engine/model/reported.js";
import type { CaseView } from "../../protocol.js";
import { element } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import type { Scene } from "../kit/scene.js";
import { refusalMeta } from "./refusal-lead.js";
import { serverText } from "../kit/server-text.js";

/** The refusal that matters now: the one after a fix, if there was one. Null where nothing was refused. */
export function refusalOf(view: CaseView): CaseView["refusal"] {
  return (view.outcome?.kind === "refused-again" ? view.outcome.refusal : null) ?? view.refusal;
}

export function renderRefusal(view: CaseView, { texts }: Scene): HTMLElement | null {
  const refusal = refusalOf(view);
  // What was chosen from a list is our own wording: nothing to quote.
  if (refusal === null || view.reported?.found === "remembered") {
    return null;
  }
  const meta = refusalMeta(refusal, texts);
  const { lines } = refusal;
  const said = lines.length === 0 ? null : serverText(lines, texts.text("ui_server_words"));
  const words = said && foldedIfLuring(view, lines, said, texts);
  return words === null && meta === null
    ? null
    : element(
        "div",
        { class: "refusal" },
        words,
        meta === null ? null : element("p", { class: "meta" }, meta),
      );
}

/** A link, or a run of digits as long as a telephone number. */
const lures = /https?:|www\.|\S@\S|(?:\d[ ()./-]{0,3}){7,}/i;

/** What anybody may have written is not put before the user's eyes where it asks to be called or opened. */
export function foldedIfLuring(
  { reported }: CaseView,
  lines: readonly string[],
  words: HTMLElement,
  texts: Texts,
): HTMLElement {
  const isAnybodys = reported !== null && isOnlySaid(reported) && !isOwnServersWord(reported);
  return isAnybodys && lures.test(lines.join(" "))
    ? element("details", {}, element("summary", {}, texts.text("ui_said_words")), words)
    : words;
}
