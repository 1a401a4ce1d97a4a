// What the page says of settings that the add-on itself tries, changes and takes back. The store edition does none of it:
// its pages are built with no-own-changes.ts in this place (`#own-changes`), and so without these texts in any language.

import { changeSentence, noticeSentence } from "./change-sentence.js";
import { undoHint } from "./render-hints.js";
import { renderPassword } from "./render-password.js";
import { renderTested } from "./render-tested.js";
import { renderAskProvider, renderFurtherTried, renderNotProven, triedLine } from "./render-tried.js";

const told = {
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

/** Null: nothing is to be said. */
export type OwnChanges = {
  readonly [Part in keyof typeof told]: (
    ...about: Parameters<(typeof told)[Part]>
  ) => ReturnType<(typeof told)[Part]> | null;
};

export const ownChanges: OwnChanges = told;
