// Whether a name stands in a text.

/** As a whole word: "ann@example.com" is not in "joann@example.com". */
export function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); name !== "" && at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) {
      return true;
    }
  }
  return false;
}

function isPart(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9_@-]/.test(character);
}
