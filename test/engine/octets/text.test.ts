import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "../../../src/engine/octets/base64.js";
import { decodeText, encodeText } from "../../../src/engine/octets/text.js";

const octets = fc.uint8Array({ maxLength: 200 });

describe("text", () => {
  it("encodes as the platform does, lone surrogates included", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(encodeText(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
      }),
    );
    expect(encodeText("\ud800")).toEqual(new Uint8Array([0xef, 0xbf, 0xbd]));
  });

  it("decodes what it encoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeText(encodeText(text))).toBe(text);
      }),
    );
  });

  it("decodes valid UTF-8 as the platform does and marks what is not", () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
        let valid: string | null = null;
        try {
          valid = strict.decode(bytes);
        } catch {
          // Not UTF-8.
        }
        const decoded = decodeText(bytes);
        if (valid === null) {
          expect(decoded).toContain("\ufffd");
        } else {
          expect(decoded).toBe(valid);
        }
      }),
    );
  });

  it.each([
    ["an overlong slash", [0xc0, 0xaf]],
    ["the first surrogate", [0xed, 0xa0, 0x80]],
    ["the last surrogate", [0xed, 0xbf, 0xbf]],
    ["a point beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
    ["a character cut short", [0xe2, 0x82]],
  ])("replaces every octet of %s", (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe("\ufffd".repeat(bytes.length));
  });
});

it.each(["\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"])(
  "the characters where lengths and rules change come back as they were: %j",
  (character) => {
    expect(decodeText(encodeText(character))).toBe(character);
  },
);

describe("base 64", () => {
  it("encodes and decodes as the platform does", () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(["a", "abc", "ab=c", "a===", "ab c", "ä§$%"])("refuses %j", (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
