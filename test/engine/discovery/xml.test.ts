// The XML reader on well-formed, broken and hostile documents.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml, xmlLimits, type XmlElement } from "../../../src/engine/discovery/xml.js";

function root(source: string): XmlElement {
  const read = parseXml(source);
  if (read === null) {
    throw new Error("refused");
  }
  return read;
}

function isRead(source: string): boolean {
  return parseXml(source) !== null;
}

describe("a well-formed document", () => {
  it("gives elements, attributes and own text", () => {
    const read = root(`<a one="1" two='"2"'>x<b/>y<b c="d">z</b ></a>`);
    expect([read.name, read.text, [...read.attributes]]).toEqual([
      "a",
      "xy",
      [
        ["one", "1"],
        ["two", '"2"'],
      ],
    ]);
    expect(read.children.map(({ name, text, attributes }) => [name, text, attributes.get("c")])).toEqual([
      ["b", "", undefined],
      ["b", "z", "d"],
    ]);
  });

  it("may name a document type beside square brackets of its own", () => {
    expect(root("<!DOCTYPE a><a>[1]</a>").text).toBe("[1]");
  });

  it("may start with a byte order mark, a declaration, a document type, comments and white space", () => {
    const before = `\uFEFF<?xml version="1.0"?>\n<!DOCTYPE clientConfig>\n<!-- <b> & -->\n<?php ?>`;
    expect(root(`${before}<a/>\n<!-- after -->\n`).name).toBe("a");
  });

  it("has comments and processing instructions left out of its text, and CDATA taken as it is", () => {
    expect(root("<a>1<!-- 2 -->3<?x 4?><![CDATA[<&]]>5</a>").text).toBe("13<&5");
  });

  it("has the five predefined entities and numbered characters resolved, once", () => {
    expect(root("<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;&amp;lt;</a>").text).toBe(`<&>"'AB&lt;`);
    expect(root(`<a b="&amp;amp;"/>`).attributes.get("b")).toBe("&amp;");
  });
});

describe("a broken document is refused", () => {
  it.each([
    ["&#9;", "\t"],
    ["&#32;", " "],
    ["&#xD7FF;", "\uD7FF"],
    ["&#xE000;", "\uE000"],
    ["&#xFFFD;", "\uFFFD"],
    ["&#x10000;", "\u{10000}"],
    ["&#x10FFFF;", "\u{10FFFF}"],
  ])("the character %s, at the edge of what XML takes", (reference, character) => {
    expect(root(`<a>.${reference}.</a>`).text).toBe(`.${character}.`);
  });

  it.each(["&#8;", "&#31;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#x110000;"])(
    "no character beyond it: %s",
    (reference) => {
      expect(() => root(`<a>.${reference}.</a>`)).toThrow();
    },
  );

  it.each([
    ["nothing at all", ""],
    ["text only", "hello"],
    ["an unclosed element", "<a><b></a>"],
    ["an element left open", "<a>"],
    ["a tag cut off", "<a"],
    ["an attribute without quotes", "<a b=c/>"],
    ["an attribute given twice", `<a b="1" b="2"/>`],
    ["attributes that touch", `<a b="1"c="2"/>`],
    ["a second root", "<a/><b/>"],
    ["text after the root", "<a/>text"],
    ["an unclosed comment", "<a><!-- </a>"],
    ["unclosed CDATA", "<a><![CDATA[ </a>"],
    ["CDATA outside the root", "<![CDATA[x]]><a/>"],
    ["an end tag alone", "</a>"],
    ["an end tag with a slash", "<a></a/>"],
    ["a document type inside", "<a><!DOCTYPE a></a>"],
    ["a page of HTML", "<!DOCTYPE html><html><head><meta charset=utf-8></head></html>"],
  ])("%s", (_, source) => {
    expect(isRead(source)).toBe(false);
  });
});

describe("a hostile document is refused", () => {
  it("entities of its own", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]><a>&y;</a>`;
    expect(isRead(bomb)).toBe(false);
  });

  it.each([
    "<a>&nbsp;</a>",
    "<a>a & b</a>",
    `<a b="&x;"/>`,
    "<a>&#0;</a>",
    "<a>&#xD800;</a>",
    "<a>&#1114112;</a>",
  ])("an unknown reference: %s", (source) => {
    expect(isRead(source)).toBe(false);
  });

  it("a file of ten megabytes, at once, and one character more than allowed", () => {
    const ofLength = (length: number): string => `<a>${" ".repeat(length - "<a></a>".length)}</a>`;
    expect(isRead(ofLength(xmlLimits.characters))).toBe(true);
    expect(isRead(ofLength(xmlLimits.characters + 1))).toBe(false);
    expect(isRead(`<a>${" ".repeat(10_000_000)}</a>`)).toBe(false);
  });

  it("deep nesting, but not as deep as allowed", () => {
    const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(isRead(nested(xmlLimits.depth))).toBe(true);
    expect(isRead(nested(xmlLimits.depth + 1))).toBe(false);
  });

  it("more elements or attributes than any provider needs", () => {
    const inside = (count: number): string => `<a>${"<b/>".repeat(count)}</a>`;
    expect(isRead(inside(xmlLimits.elements - 1))).toBe(true);
    expect(isRead(inside(xmlLimits.elements))).toBe(false);
    const among = (count: number): string =>
      `<a>${"<b c='d'/>".repeat(100)}<b${Array.from({ length: count - 100 }, (_, index) => ` a${String(index)}=""`).join("")}/></a>`;
    expect(isRead(among(xmlLimits.attributes))).toBe(true);
    expect(isRead(among(xmlLimits.attributes + 1))).toBe(false);
  });

  it("names that JavaScript objects inherit are attributes like others", () => {
    expect(root(`<a __proto__="x" constructor="y"/>`).attributes.get("__proto__")).toBe("x");
  });
});

describe("any text", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "</",
        "/>",
        "<a",
        "<a>",
        "</a>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!",
        "[",
        "<?",
        "?>",
      ),
      fc.constantFrom("&", "&lt;", "&#", ";", '"', "'", "=", " ", "\n", 'b="c"', "\uFEFF", "\0"),
      fc.string(),
    ),
    { maxLength: 60 },
  );

  it("is read or refused, never thrown on", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const read = parseXml(parts.join(""));
        return read?.name !== "";
      }),
    );
  });

  it.each([
    ["comment openings", "<!--"],
    ["tag openings", "<a "],
    ["attribute openings", ' b="'],
    ["white space", " \n"],
    ["ampersands", "&"],
    ["CDATA openings", "<![CDATA["],
    ["declarations", "<!x"],
    ["pieces of text and comments", "x<!---->"],
  ])("takes time in proportion to its length: %s", (_, piece) => {
    const time = (length: number): number => {
      const source = `<a>${piece.repeat(Math.floor(length / piece.length))}`.slice(0, length);
      const started = performance.now();
      for (let round = 0; round < 5; round++) {
        parseXml(source);
      }
      return performance.now() - started;
    };
    time(xmlLimits.characters);
    // Quadratic work on 131 thousand characters would take minutes; the room is for a busy machine.
    expect(time(xmlLimits.characters)).toBeLessThan(2500);
  });
});
