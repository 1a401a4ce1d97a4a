// The few lines of a longer text that tell of a refusal: those with a server's code, else those with the words that
// decided what it means.

import { classify } from "./classify.js";

/** A code of a refusal at the start of something a server says, or with its enhanced code: never a house number. */
export const codeInLine = /(?:^|[:;("'>] ?)[45]\d\d[ -]\S|\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b/;

const maximumLines = 3;
const maximumLength = 500;

/** @param basis the words that decided; absent: those of a returned mail */
export function linesThatDecided(
  text: string,
  basis: string = classify({ text, kind: "dsn" }, null).basis,
): readonly string[] {
  const lines = linesOf(text);
  const words = basis.toLowerCase().split("@")[0]?.trim() ?? "";
  const chosen = lines.filter(
    (line) =>
      codeInLine.test(line) ||
      (words.length > 3 && line.toLowerCase().replaceAll(/\s+/g, " ").includes(words)),
  );
  const told = chosen.length > 0 || lines.length > maximumLines ? chosen : lines;
  return told.slice(0, maximumLines).map((line) => line.slice(0, maximumLength));
}

export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
