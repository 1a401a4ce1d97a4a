// Reads a small XML document (XML 1.0) into elements, in one pass and within fixed limits. For settings files from
// the network: no external or own entities, no document type with an internal subset, no namespaces.
// Our own on purpose, in under 2 kB packed: saxes, the reader under jsdom, is as fast and could keep the limits, but is
// 12 kB, and its author has released nothing since 2021; @rgrove/parse-xml, which is kept, is 9 kB, reads to the end before
// a limit could be asked for, and calls itself for each level of a document that may have forty thousand.

import { resolveReferences } from "./xml-references.js";

/** `text` is the element's own text, without that of its children, as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The longest of the 163 ISP database files we know has 8.7 thousand characters, 6 levels, 200 elements. */
export const xmlLimits = { characters: 131_072, depth: 24, elements: 4_096, attributes: 4_096 } as const;

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const name = String.raw`[A-Za-z_:][\w.:-]{0,63}`;
const space = String.raw`[ \t\r\n]`;
const attribute = `${space}+${name}${space}*=${space}*(?:"[^"<]*"|'[^'<]*')`;

/** Text, or one piece of markup: what begins as none of them ends the reading, so that it takes time as the text is long. */
const pieces = new RegExp(
  [
    "(?<text>[^<]+)",
    "<!--[^]*?-->",
    String.raw`<\?[^]*?\?>`,
    String.raw`<!\[CDATA\[(?<data>[^]*?)\]\]>`,
    String.raw`(?<type><!(?!--|\[CDATA\[)[^>]*>)`,
    `</(?<end>${name})${space}*>`,
    `<(?<start>${name})(?<given>(?:${attribute})*)${space}*(?<empty>/?)>`,
  ].join("|"),
  "gy",
);

/** Null where it is not well-formed, has entities of its own, or goes beyond a limit. */
export function parseXml(source: string): XmlElement | null {
  if (source.length > xmlLimits.characters) {
    return null;
  }
  const document: OpenElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [document];
  let [read, elements, attributes] = [source.startsWith("\uFEFF") ? 1 : 0, 0, 0];
  for (const { 0: piece, groups = {} } of source.slice(read).matchAll(pieces)) {
    const { text, data, type, end, start, given = "", empty } = groups;
    const within = open.at(-1) ?? document;
    read += piece.length;
    if (text !== undefined || data !== undefined) {
      const said = data ?? resolveReferences(text ?? "");
      if (said === null || (data !== undefined && within === document)) {
        return null;
      }
      within.text += said;
    } else if (type !== undefined) {
      // One without an internal subset declares nothing we would follow.
      if (within !== document || document.children.length > 0 || type.includes("[")) {
        return null;
      }
    } else if (end !== undefined) {
      if (end !== within.name) {
        return null;
      }
      open.pop();
    } else if (start !== undefined) {
      const named = attributesIn(given);
      elements += 1;
      attributes += named?.size ?? 0;
      const isTooMany = elements > xmlLimits.elements || attributes > xmlLimits.attributes;
      if (named === null || isTooMany || open.length > xmlLimits.depth) {
        return null;
      }
      const element: OpenElement = { name: start, attributes: named, children: [], text: "" };
      within.children.push(element);
      if (empty === "") {
        open.push(element);
      }
    }
  }
  const [root = null, ...others] = document.children;
  const isWhole = read === source.length && open.length === 1 && others.length === 0;
  return isWhole && document.text.trim() === "" ? root : null;
}

/** Null where one is given twice, or names an entity. */
function attributesIn(given: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, key = "", double, single] of given.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = resolveReferences(double ?? single ?? "");
    if (value === null || attributes.has(key)) {
      return null;
    }
    attributes.set(key, value);
  }
  return attributes;
}
