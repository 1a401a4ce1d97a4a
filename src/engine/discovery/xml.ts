// Reads a small XML document (XML 1.0) into elements, in one pass and within fixed limits. For settings files from
// the network: no external or own entities, no document type with an internal subset, no namespaces.

import { resolveReferences } from "./xml-references.js";

/** `text` is the element's own text, without that of its children, as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

export type ParsedXml =
  | { readonly kind: "document"; readonly root: XmlElement }
  | { readonly kind: "refused"; readonly because: XmlFault };
export type XmlFault = "too-long" | "too-deep" | "too-many" | "entities" | "malformed";

/** The longest of the 163 ISP database files we know has 8.7 thousand characters, 6 levels, 200 elements. */
export const xmlLimits = { characters: 131_072, depth: 24, elements: 4_096, attributes: 4_096 } as const;

export function parseXml(source: string): ParsedXml {
  if (source.length > xmlLimits.characters) {
    return { kind: "refused", because: "too-long" };
  }
  const read = new XmlReader(source.startsWith("\uFEFF") ? source.slice(1) : source).document();
  return typeof read === "string" ? { kind: "refused", because: read } : { kind: "document", root: read };
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const tagName = /[A-Za-z_:][\w.:-]{0,63}/y;
const attribute = /[ \t\r\n]+([A-Za-z_:][\w.:-]{0,63})[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /[ \t\r\n]*(\/?)>/y;

class XmlReader {
  readonly #source: string;
  readonly #open: OpenElement[] = [];
  #at = 0;
  #elements = 0;
  #attributes = 0;
  #root: XmlElement | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  document(): XmlElement | XmlFault {
    while (this.#at < this.#source.length) {
      const fault = this.#text() ?? this.#markup();
      if (fault !== null) {
        return fault;
      }
    }
    return this.#open.length === 0 && this.#root !== null ? this.#root : "malformed";
  }

  /** Up to the next tag. Outside the root only white space may stand. */
  #text(): XmlFault | null {
    const next = this.#source.indexOf("<", this.#at);
    const end = next === -1 ? this.#source.length : next;
    const raw = this.#source.slice(this.#at, end);
    this.#at = end;
    return this.#addText(resolveReferences(raw));
  }

  #addText(text: string | null): XmlFault | null {
    if (text === null) {
      return "entities";
    }
    const element = this.#open.at(-1);
    if (element === undefined) {
      return text.trim() === "" ? null : "malformed";
    }
    element.text += text;
    return null;
  }

  #markup(): XmlFault | null {
    const source = this.#source;
    const at = this.#at;
    if (at >= source.length) {
      return null;
    }
    if (source.startsWith("<!--", at)) {
      return this.#skip("-->", 4);
    }
    if (source.startsWith("<?", at)) {
      return this.#skip("?>", 2);
    }
    if (source.startsWith("<![CDATA[", at)) {
      const from = at + 9;
      return this.#open.length === 0
        ? "malformed"
        : (this.#skip("]]>", 9) ?? this.#addText(source.slice(from, this.#at - 3)));
    }
    if (source.startsWith("<!", at)) {
      return this.#documentType();
    }
    return source.startsWith("</", at) ? this.#endTag() : this.#startTag();
  }

  #skip(terminator: string, opening: number): XmlFault | null {
    const end = this.#source.indexOf(terminator, this.#at + opening);
    this.#at = end + terminator.length;
    return end === -1 ? "malformed" : null;
  }

  /** One without an internal subset declares nothing we would follow. */
  #documentType(): XmlFault | null {
    const start = this.#at;
    const fault = this.#skip(">", 2);
    if (fault !== null || this.#root !== null || this.#open.length > 0) {
      return "malformed";
    }
    return this.#source.slice(start, this.#at).includes("[") ? "entities" : null;
  }

  #startTag(): XmlFault | null {
    this.#at += 1;
    const name = this.#match(tagName)?.[0];
    if (name === undefined || (this.#open.length === 0 && this.#root !== null)) {
      return "malformed";
    }
    this.#elements += 1;
    if (this.#elements > xmlLimits.elements) {
      return "too-many";
    }
    const attributes = this.#readAttributes();
    if (typeof attributes === "string") {
      return attributes;
    }
    const end = this.#match(tagEnd);
    if (end === null) {
      return "malformed";
    }
    this.#open.push({ name, attributes, children: [], text: "" });
    if (this.#open.length > xmlLimits.depth) {
      return "too-deep";
    }
    return end[1] === "/" ? this.#close() : null;
  }

  #readAttributes(): Map<string, string> | XmlFault {
    const attributes = new Map<string, string>();
    for (let found = this.#match(attribute); found !== null; found = this.#match(attribute)) {
      const [, name = "", double, single] = found;
      const value = resolveReferences(double ?? single ?? "");
      this.#attributes += 1;
      if (value === null) {
        return "entities";
      }
      if (attributes.has(name) || this.#attributes > xmlLimits.attributes) {
        return attributes.has(name) ? "malformed" : "too-many";
      }
      attributes.set(name, value);
    }
    return attributes;
  }

  #endTag(): XmlFault | null {
    this.#at += 2;
    const name = this.#match(tagName)?.[0];
    const end = this.#match(tagEnd);
    return name === undefined || end?.[1] !== "" || this.#open.at(-1)?.name !== name
      ? "malformed"
      : this.#close();
  }

  #close(): null {
    const element = this.#open.pop();
    const parent = this.#open.at(-1);
    if (element !== undefined) {
      if (parent === undefined) {
        this.#root = element;
      } else {
        parent.children.push(element);
      }
    }
    return null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found !== null) {
      this.#at = pattern.lastIndex;
    }
    return found;
  }
}
