// Whether a name stands in a text.

/** As a whole word: "ann@example.com" is not in "joann@example.com", nor "mail" in "Gmail". */
export function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); name !== "" && at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) {
      return true;
    }
  }
  return false;
}

/** Of a name: languages that put no space between words write it beside letters of theirs. */
function isPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}0-9_@-]/u.test(character);
}
