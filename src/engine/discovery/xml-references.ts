// References in XML text (XML 1.0 §4.1, §4.6): characters by number and the five predefined entities, and no others,
// so that text never grows by reading it.

const predefined: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Null where a reference names anything else, or an ampersand stands alone. */
export function resolveReferences(raw: string): string | null {
  const [start = "", ...rest] = raw.split("&");
  let resolved = start;
  for (const part of rest) {
    const [reference = "", name = ""] = /^([\w#]{1,10});/.exec(part) ?? [];
    const character = predefined.get(name) ?? numbered(name);
    if (character === undefined) {
      return null;
    }
    resolved += character + part.slice(reference.length);
  }
  return resolved;
}

function numbered(name: string): string | undefined {
  const [, decimal, hex] = /^#(?:(\d{1,7})|x([\da-f]{1,6}))$/i.exec(name) ?? [];
  const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? "", 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0 §2.2, production Char. */
function isCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
