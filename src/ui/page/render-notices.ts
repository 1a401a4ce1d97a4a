// What is told once: a crash cut a change off, and what became of it; what does not work in this Thunderbird.

import { ownChanges } from "#own-changes";
import type { Notice } from "../../protocol.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";

export function renderNotices(notices: readonly Notice[], texts: Texts): readonly HTMLElement[] {
  return notices.map((notice) =>
    element(
      "p",
      { class: "outcome", "data-notice": notice.kind },
      icon("info"),
      notice.kind === "more-returned"
        ? texts.text("ui_notice_more_returned", String(notice.count))
        : ownChanges.notice(notice, texts),
    ),
  );
}
