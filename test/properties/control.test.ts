// That the properties can fail: a parser with a fault is found out.

import fc from "fast-check";
import { expect, it } from "vitest";
import { growsTooFast } from "./growth.js";
import { hostileText } from "./hostile-text.js";
import { cases, seed } from "./property.js";

it("a pattern that tries everything twice is found to grow too fast", () => {
  expect(growsTooFast((text) => /\s+$/.exec(text), { opening: "", pump: " ", ending: "!" })).toBe(true);
  expect(growsTooFast((text) => text.trimEnd(), { opening: "", pump: " ", ending: "!" })).toBe(false);
});

it.each([
  ["half a character", /[\ud800-\udfff]/u],
  ["a direction character", /\u202e/],
  ["a zero", /\0/],
  ["a letter that grows in lower case", /İ/],
  ["a run of 500", /(?<word>.)\k<word>{400}/s],
])("the texts hold %s", (_, sign) => {
  const texts = fc.sample(hostileText("550 relay not permitted"), { numRuns: Math.min(cases, 1000), seed });
  expect(texts.some((text) => sign.test(text))).toBe(true);
});
