// A translation as it ships: one text of `_locales`, with a line for each of the English texts and in their order. Written by
// `inLines` of build/translation.mjs; the keys, once in the English file, would be a fifth of what every language takes.

import type { Messages } from "./messages.js";

/** By their keys. An empty line is none: Thunderbird has that text under its key, or in English alone. */
export function translatedTexts(english: Messages, lines: string): Messages {
  const texts = lines.split("\n");
  return Object.fromEntries(
    Object.keys(english).flatMap((key, index) => {
      const message = texts[index] ?? "";
      return message === "" ? [] : [[key, { message }]];
    }),
  );
}
