// The first phrase of several that a reply matches, and the words of it that users are shown.

import { describe, expect, it } from "vitest";
import { firstMatchOf } from "../../../src/engine/replies/first-match.js";
import { indexOf } from "../../../src/engine/replies/phrase-index.js";
import { sentences } from "../../../src/engine/replies/phrase.js";

const phrases = sentences("policy", [
  { pattern: /relay(?:ing)? denied[ .:;,)<]*/, said: "", by: "" },
  { pattern: /[(>:]? ?spam found/, said: "", by: "" },
  { pattern: /denied/, said: "", by: "" },
]);
const firstMatch = firstMatchOf(phrases, () => indexOf(phrases));

describe("the words that decided", () => {
  it.each([
    ["550 relay denied.", "relay denied"],
    ["relaying denied: <@>", "relaying denied"],
    ["relay denied) ..,", "relay denied)"],
    ["@: spam found", "spam found"],
    ["(spam found", "spam found"],
    ["access denied", "denied"],
  ])("of %s", (text, words) => {
    expect(firstMatch(text)?.words).toBe(words);
  });
});

it("the phrase that stands first is the one, wherever its words stand", () => {
  expect(firstMatch("denied; spam found; relay denied")?.phrase).toBe(phrases[0]);
  expect(firstMatch("denied; spam found")?.phrase).toBe(phrases[1]);
});

it("words that no phrase has match none", () => {
  expect(firstMatch("")).toBeNull();
  expect(firstMatch("relay accepted")).toBeNull();
});
