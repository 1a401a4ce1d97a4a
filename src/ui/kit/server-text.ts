// Hostile text (a server's reply, a name someone chose) made safe to look at: bounded, and what would be invisible
// or would turn the line round is written out. It stays text: nothing here makes markup or links.

import { element } from "./elements.js";

/** More than any honest reply (RFC 5321 §4.5.3.1.5: 512 octets a line), and quick to lay out. */
export const maximumLines = 40;
export const maximumCharacters = 4000;

/** Controls other than tab, line separators, halves of a surrogate pair, and what turns a line round (UAX #9 §2). */
const unruly = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u206a-\u206f\ufff9-\ufffb]/gu;
/** Characters without looks of their own, which can hide words or split one for a pattern. */
const hidden = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A value inside one of our own sentences: controls shown, joiners left alone (emoji and Persian names need them). */
export function withoutControls(text: string): string {
  return text.replace(unruly, nameOf);
}

/** One line of a server's reply with everything invisible written out. */
export function visible(line: string): string {
  return line.replace(unruly, nameOf).replace(hidden, nameOf);
}

/** The reply's lines, cut to what anybody would read; `cut` says that something is missing. */
export function bounded(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly cut: boolean;
} {
  const kept: string[] = [];
  let left = maximumCharacters;
  for (const line of lines.slice(0, maximumLines)) {
    if (left <= 0) {
      break;
    }
    kept.push(line.slice(0, left));
    left -= line.length;
  }
  return { lines: kept, cut: left < 0 || kept.length < lines.length };
}

/** The server's words as a block: a line of its own for each line, its direction its own affair. */
export function serverText(lines: readonly string[], label: string): HTMLElement {
  const { lines: kept, cut } = bounded(lines);
  const block = element("blockquote", { class: "server-text", "data-server-text": "", "aria-label": label });
  for (const [index, line] of kept.entries()) {
    block.append(index === 0 ? "" : "\n", element("bdi", { dir: "auto" }, visible(line)));
  }
  if (cut) {
    block.append(" …");
  }
  return block;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) {
    return String.fromCodePoint(0x2400 + code);
  }
  return code === 0x7f ? "␡" : `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
