// What became of a message for each of several recipients, by a notice of delivery.

import type { DeliveryEvent } from "../../engine/model/delivery.js";
import type { CaseView } from "../../protocol.js";
import { element } from "../kit/elements.js";
import type { Scene } from "../kit/scene.js";
import { visible } from "../kit/server-text.js";

const keys: Readonly<Record<DeliveryEvent, TextKeyWith<[string]>>> = {
  failed: "ui_fate_failed",
  delayed: "ui_fate_delayed",
  delivered: "ui_fate_arrived",
  relayed: "ui_fate_arrived",
  expanded: "ui_fate_arrived",
};

/** Null where there is one alone: the page is about it. */
export function renderFates({ reported }: CaseView, { texts }: Scene): HTMLElement | null {
  const fates = reported?.notice?.fates ?? [];
  return fates.length < 2
    ? null
    : element(
        "section",
        { class: "fates" },
        element("h3", {}, texts.text("ui_fates")),
        element(
          "ul",
          {},
          ...fates.map(({ recipient, event, lines }) =>
            element(
              "li",
              { "data-fate": event },
              texts.text(keys[event], recipient),
              lines.length === 0 || event === "delivered"
                ? null
                : element("p", { class: "meta", dir: "auto" }, visible(lines.join(" ")).slice(0, 300)),
            ),
          ),
        ),
      );
}
