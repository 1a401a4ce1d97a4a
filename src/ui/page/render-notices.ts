// What is told once: a crash cut a change off, and what became of it; what does not work in this Thunderbird.

import type { Notice } from "../../protocol.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";

const sentences: Readonly<Record<Notice["kind"], TextKeyWith<[string]>>> = {
  "taken-back": "ui_notice_taken_back",
  kept: "ui_notice_kept",
  left: "ui_notice_left",
  "more-returned": "ui_notice_more_returned",
  "not-noticed": "ui_notice_not_noticed",
  "by-hand": "ui_notice_by_hand",
};

export function renderNotices(notices: readonly Notice[], texts: Texts): readonly HTMLElement[] {
  return notices.map((notice) =>
    element(
      "p",
      { class: "outcome", "data-notice": notice.kind },
      icon("info"),
      texts.text(sentences[notice.kind], namedIn(notice)),
    ),
  );
}

function namedIn(notice: Notice): string {
  switch (notice.kind) {
    case "more-returned":
      return String(notice.count);
    case "not-noticed":
    case "by-hand":
      return notice.version;
    default:
      return notice.accountName;
  }
}
