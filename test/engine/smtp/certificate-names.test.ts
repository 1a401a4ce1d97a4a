import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certificateNames } from "../../../src/engine/smtp/certificate-names.js";

/** A length that fits in seven bits is one octet; another one says first how many octets it takes (X.690 §8.1.3). */
const lengthOf = (length: number): readonly number[] =>
  length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
const element = (tag: number, ...content: readonly number[]): readonly number[] => [
  tag,
  ...lengthOf(content.length),
  ...content,
];
const name = (text: string): readonly number[] => element(0x82, ...Buffer.from(text));
const identifier = [0x06, 0x03, 0x55, 0x1d, 0x11];
const before = [0x30, 0x10, 0x06, 0x03, 0x55, 0x04, 0x03];
const names = [...name("mail.example.com"), ...element(0x87, 192, 0, 2, 1), ...name("*.example.net")];

describe("the names of a certificate", () => {
  it("are its DNS names, in order, and no addresses", () => {
    const list = element(0x04, ...element(0x30, ...names));
    expect(certificateNames(Uint8Array.from([...before, ...identifier, ...list, 0x30]))).toEqual([
      "mail.example.com",
      "*.example.net",
    ]);
  });

  it.each([2, 10, 40])("are all found where there are many: %i times", (times) => {
    const all = Array.from({ length: times }, (_, at) => `mail-${String(at)}.shared.example.com`);
    const list = element(0x04, ...element(0x30, ...all.flatMap(name)));
    for (const critical of [[], element(0x01, 0xff)]) {
      expect(certificateNames(Uint8Array.from([...before, ...identifier, ...critical, ...list]))).toEqual(
        all,
      );
    }
  });

  it("are found also where the extension is marked critical", () => {
    const list = [...element(0x01, 0xff), ...element(0x04, ...element(0x30, ...names))];
    expect(certificateNames(Uint8Array.from([...identifier, ...list]))).toHaveLength(2);
  });

  it("are none where there is no such extension, or it is cut short", () => {
    const whole = [...identifier, ...element(0x04, ...element(0x30, ...names))];
    for (let length = 0; length < whole.length; length++) {
      expect(certificateNames(Uint8Array.from(whole.slice(0, length)))).toEqual([]);
    }
  });

  it("never throw, whatever the octets are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rubbish) => {
        expect(Array.isArray(certificateNames(Uint8Array.from([...identifier, ...rubbish])))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
