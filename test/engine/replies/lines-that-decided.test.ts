// What is shown of a longer text that was refused: the lines that tell of it, and no more of the letter.

import { describe, expect, it } from "vitest";
import { linesThatDecided } from "../../../src/engine/replies/lines-that-decided.js";

describe("of a longer text", () => {
  it("the line with a code is kept, the letter is not", () => {
    const text = "Dear Alice,\nwe are sorry.\n\n  550 5.1.1 no such user here\nYours\nThe postmaster";
    expect(linesThatDecided(text)).toEqual(["550 5.1.1 no such user here"]);
  });

  it("also where there are few lines", () => {
    expect(linesThatDecided("Dear Alice,\n550 no such user here")).toEqual(["550 no such user here"]);
  });

  it("else the line with the words that decided", () => {
    const text = "Dear Alice,\nwe are sorry.\nThe  Mailbox is FULL today.\nYours\nThe postmaster";
    expect(linesThatDecided(text, "mailbox is full")).toEqual(["The  Mailbox is FULL today."]);
  });

  it("is nothing kept where no line tells of a refusal", () => {
    expect(linesThatDecided("Dear Alice,\nI live at 550 Main Street.\nCome\nsoon", "")).toEqual([]);
    expect(linesThatDecided("Dear Alice,\nan ab\nc\nd", "an")).toEqual([]);
  });
});

it("a text of three lines is kept whole where nothing in it decided", () => {
  expect(linesThatDecided(" one\n\ntwo \nthree\n", "")).toEqual(["one", "two", "three"]);
});

it("three lines of 500 letters are kept of any text", () => {
  const kept = linesThatDecided(`550 ${"x".repeat(1_000)}\n`.repeat(10));
  expect(kept.map(({ length }) => length)).toEqual([500, 500, 500]);
});
