// What the server said, word for word, under the sentence that says who said it.

import type { CaseView } from "../../protocol.js";
import { element } from "../kit/elements.js";
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
  const words = refusal.lines.length > 0 ? serverText(refusal.lines, texts.text("ui_server_words")) : null;
  return words === null && meta === null
    ? null
    : element(
        "div",
        { class: "refusal" },
        words,
        meta === null ? null : element("p", { class: "meta" }, meta),
      );
}
