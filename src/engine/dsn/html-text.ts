// The words of an HTML text, for notices that have no other: no markup, no style sheets, a line for each block. Only
// good for searching; nothing of it is shown as HTML.

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

const blocks = /^\/?(?:p|div|br|tr|td|th|li|ul|ol|h[1-6]|table|blockquote|pre|hr)\b/i;

/** One pass; linear in the length of `html`. */
export function wordsOfHtml(html: string): string {
  const lower = letterByLetter(html);
  let text = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    text += html.slice(at, open < 0 ? undefined : open).replaceAll(/\s+/g, " ");
    if (open < 0) break;
    const silent = /^<(style|script|head)\b/i.exec(html.slice(open, open + 8))?.[1];
    const end = silent === undefined ? html.indexOf(">", open) : endOf(lower, silent.toLowerCase(), open);
    if (end < 0) break;
    if (blocks.test(html.slice(open + 1, open + 14))) text += "\n";
    at = end + 1;
  }
  return text
    .replaceAll(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, number: string | undefined, name = "") =>
      number === undefined
        ? (entities.get(String(name).toLowerCase()) ?? whole)
        : String.fromCharCode(Number(number)),
    )
    .replaceAll(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** In lower case, made once for a text of thousands of elements; places stay what they are ("İ" becomes two letters). */
function letterByLetter(html: string): string {
  return html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The end of an element whose content is not for people. */
function endOf(lower: string, name: string, from: number): number {
  const close = lower.indexOf(`</${name}`, from);
  return close < 0 ? -1 : lower.indexOf(">", close);
}
