// What became of a message, by a notice of delivery: for each of several recipients fate, reason and words; one alone is
// named.

import type { DeliveryEvent, RecipientFate } from "../../engine/model/delivery.js";
import type { CaseView } from "../../protocol.js";
import { isOnlySaid } from "../../engine/model/reported.js";
import { element, section } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import type { Scene } from "../kit/scene.js";
import { visible } from "../kit/server-text.js";
import { reasonTitle } from "./render-reason.js";
import { foldedIfLuring } from "./render-refusal.js";

const keys: Readonly<Record<DeliveryEvent, TextKeyWith<[string]>>> = {
  failed: "ui_fate_failed",
  delayed: "ui_fate_delayed",
  delivered: "ui_fate_arrived",
  relayed: "ui_fate_arrived",
  expanded: "ui_fate_arrived",
};

/** Null where there is one alone: the page is about it. */
export function renderFates(view: CaseView, { texts }: Scene): HTMLElement | null {
  const fates = view.reported?.notice?.fates ?? [];
  return fates.length < 2
    ? null
    : section(
        { class: "fates" },
        texts.text("ui_fates"),
        element(
          "ul",
          {},
          ...fates.map(({ recipient, event, lines }, at) => {
            const meaning = view.fateMeanings[at] ?? null;
            const title =
              meaning === null
                ? null
                : meaning.subReason === "greylist"
                  ? texts.text("ui_delayed_lead")
                  : reasonTitle(view, meaning, texts);
            return element(
              "li",
              { "data-fate": event },
              texts.text(keys[event], recipient),
              title === null ? null : element("p", {}, title),
              meaning === null || lines.length === 0 ? null : wordsOf(view, lines, texts),
            );
          }),
        ),
      );
}

/**
 * Which message it is: the toolbar's page opens without the mail that came back or lies in the Outbox, and lists several by
 * their account alone. Null where the page is past it, and for a mail that nobody vouches for.
 */
export function recipientLine(view: CaseView, texts: Texts): HTMLElement | null {
  const isPast = ["fixing", "fixed", "sending", "sent"].includes(view.state);
  const [fate, another] = fatesOf(view);
  return isPast || fate === undefined || another !== undefined || fate.recipient === ""
    ? null
    : element("p", { class: "hint", "data-recipient": true }, texts.text(keys[fate.event], fate.recipient));
}

function fatesOf({
  reported,
  refusal,
  unsent,
}: CaseView): readonly Pick<RecipientFate, "event" | "recipient">[] {
  if (reported !== null) {
    return isOnlySaid(reported) ? [] : (reported.notice?.fates ?? []);
  }
  return unsent === null
    ? []
    : (refusal?.recipients ?? []).map((recipient) => ({ event: "failed", recipient }));
}

function wordsOf(view: CaseView, lines: readonly string[], texts: Scene["texts"]): HTMLElement {
  const words = element("p", { class: "meta", dir: "auto" }, visible(lines.join(" ")).slice(0, 300));
  return foldedIfLuring(view, lines, words, texts);
}
