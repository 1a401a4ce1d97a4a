// What the page says of settings that the add-on itself tries, changes and takes back. The store edition does none of it:
// its pages are built with no-own-changes.ts in this place (`#own-changes`), and so without these texts in any language.

import type { Tested } from "../../engine/model/trial.js";
import type { CaseView, Notice, Outcome, Tried } from "../../protocol.js";
import type { Texts } from "../kit/i18n.js";
import { changeSentence, noticeSentence, type CutOff, type OfChanges } from "./change-sentence.js";
import { undoHint } from "./render-hints.js";
import { renderPassword } from "./render-password.js";
import { renderTested } from "./render-tested.js";
import { renderAskProvider, renderFurtherTried, renderNotProven, triedLine } from "./render-tried.js";

/** Null: nothing is to be said. */
export interface OwnChanges {
  sentence(outcome: OfChanges, texts: Texts): string | null;
  notice(notice: Extract<Notice, { kind: CutOff }>, texts: Texts): string | null;
  undoHint(view: CaseView, texts: Texts): HTMLElement | null;
  password(view: CaseView, texts: Texts): HTMLElement | null;
  tested(tested: Tested, recipients: readonly string[], texts: Texts): HTMLElement | null;
  notProven(outcome: Extract<Outcome, { kind: "not-proven" }>, texts: Texts): HTMLElement | null;
  furtherTried(view: CaseView, texts: Texts): HTMLElement | null;
  triedLine(tried: Tried, texts: Texts): string | null;
  /** After settings that were proven, and a refusal all the same. */
  askProvider(texts: Texts): HTMLElement | null;
}

export const ownChanges: OwnChanges = {
  sentence: changeSentence,
  notice: noticeSentence,
  undoHint,
  password: renderPassword,
  tested: renderTested,
  notProven: renderNotProven,
  furtherTried: renderFurtherTried,
  triedLine,
  askProvider: renderAskProvider,
};
