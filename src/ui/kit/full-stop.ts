// Titles bear no full stop. Where one stands as a sentence, it ends as the sentences of its language do.

import type { Texts } from "./i18n.js";

export function asSentence(title: string, texts: Texts): string {
  return title.endsWith("…") ? title : `${title}${fullStop(texts)}`;
}

/** A title, and what else there is to say. */
export function followedBy(title: string, more: string | null, texts: Texts): string {
  // The wide one has its space within it.
  const space = fullStop(texts) === "。" ? "" : " ";
  return more === null ? title : `${asSentence(title, texts)}${space}${more}`;
}

/** Of a plain sentence that every edition has. */
function fullStop(texts: Texts): string {
  return /[.。]$/.exec(texts.text("ui_tried_broken"))?.[0] ?? ".";
}
