// What came of a change that the add-on itself made or took back, and of one that Thunderbird's end cut off.

import type { PasswordLeft } from "../../engine/model/attempt.js";
import type { Notice, Outcome } from "../../protocol.js";
import type { Texts } from "../kit/i18n.js";
import { namesOf } from "../kit/values.js";

/** Outcomes that nothing but such a change has. */
type OfChanges = Extract<
  Outcome,
  { kind: "not-changed" | "undone" | "not-undone" | "changed-since" | "testing" }
>;

const notChanged: Readonly<Record<Extract<Outcome, { kind: "not-changed" }>["because"], TextKeyWith<[]>>> = {
  locked: "ui_not_changed_locked",
  gone: "ui_not_changed_gone",
  busy: "ui_not_changed_busy",
  offline: "ui_nothing_changed_offline",
  "primary-password": "ui_not_changed_primary_password",
  "locked-out": "ui_not_changed_locked_out",
  unrecorded: "ui_not_changed_unrecorded",
  other: "ui_not_changed_other",
};

type NotUndone = Extract<Outcome, { kind: "not-undone" }>["because"];

const notUndone: Readonly<Record<NotUndone, TextKeyWith<[]>>> = {
  locked: "ui_not_undone_locked",
  busy: "ui_not_undone_busy",
  "primary-password": "ui_not_undone_primary_password",
  unrecorded: "ui_not_changed_unrecorded",
  forgotten: "ui_not_undone_forgotten",
};

const undoneBut: Readonly<Record<PasswordLeft, TextKeyWith<[]>>> = {
  "changed-since": "ui_undone_password_changed",
  "used-elsewhere": "ui_undone_password_used",
  gone: "ui_undone_password_gone",
};

export function changeSentence(outcome: OfChanges, texts: Texts): string {
  switch (outcome.kind) {
    case "not-changed":
      return texts.text(notChanged[outcome.because]);
    case "undone":
      return texts.text(outcome.password === undefined ? "ui_undone" : undoneBut[outcome.password]);
    case "not-undone":
      return texts.text(notUndone[outcome.because]);
    case "testing":
      return texts.text("ui_testing");
    case "changed-since": {
      const key = outcome.during === "fix" ? "ui_changed_since_fix" : "ui_changed_since_undo";
      return texts.text(key, namesOf(outcome.fields, texts));
    }
  }
}

/** Told at the next start, or where a part of Thunderbird is not as it was. */
type CutOff = Exclude<Notice["kind"], "more-returned">;

const notices: Readonly<Record<CutOff, TextKeyWith<[string]>>> = {
  "taken-back": "ui_notice_taken_back",
  kept: "ui_notice_kept",
  left: "ui_notice_left",
  "not-noticed": "ui_notice_not_noticed",
  "by-hand": "ui_notice_by_hand",
};

export function noticeSentence(notice: Extract<Notice, { kind: CutOff }>, texts: Texts): string {
  const named = "version" in notice ? notice.version : notice.accountName;
  return texts.text(notices[notice.kind], named);
}
