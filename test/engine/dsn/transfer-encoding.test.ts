// Transfer encodings and encoded words, as mails have them.

import { describe, expect, it } from "vitest";
import { decoded, withEncodedWords } from "../../../src/engine/dsn/transfer-encoding.js";

describe("a part", () => {
  it.each([
    ["base64", "bm8gc3VjaCB1c2Vy", "no such user"],
    [" Base64\t", "bm8gc3Vj\naCB1c2Vy", "no such user"],
    ["base64", "w7w=", "ü"],
    ["base64", "/A==", "ü"],
    ["quoted-printable", "f=C3=BCr =\ndich", "für dich"],
    ["QUOTED-PRINTABLE ", "f=FCr", "für"],
    ["8bit", "f=C3=BCr", "f=C3=BCr"],
    ["", "bm8=", "bm8="],
    ["x-unknown", "bm8=", "bm8="],
  ])("%j: %s", (encoding, text, read) => {
    expect(decoded(text, encoding)).toBe(read);
  });
});

describe("a header", () => {
  it.each([
    ["=?utf-8?B?w7w=?=", "ü"],
    ["=?iso-8859-1?q?=FCber_all?= the rest", "über all the rest"],
    ["=?utf-8?q?one?= =?utf-8?q?_two?=", "one two"],
    ["=?utf-8*de?q?=C3=BC?=", "ü"],
    ["2 =? 3", "2 =? 3"],
    ["plain =FC", "plain =FC"],
  ])("%s", (value, read) => {
    expect(withEncodedWords(value)).toBe(read);
  });
});
