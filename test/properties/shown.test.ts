// Hostile text on the screen.

import fc from "fast-check";
import { Window } from "happy-dom";
import { afterAll, expect, vi } from "vitest";
import {
  bounded,
  maximumCharacters,
  maximumLines,
  serverText,
  visible,
  withoutControls,
} from "../../src/ui/server-text.js";
import { growsWithItsInput } from "./growth.js";
import { hostileText } from "./hostile-text.js";
import { property } from "./property.js";

const lines = fc.array(hostileText("550 <b>no</b> https://a.test", "a\u202Eb"), { maxLength: 60 });

property("server text", "nothing in it is invisible or turns it round", hostileText(), (line) => {
  const shown = visible(line);
  expect(shown).not.toMatch(
    /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u,
  );
  expect(visible(shown)).toBe(shown);
  expect(shown.length).toBeLessThanOrEqual(10 * line.length);
  expect(withoutControls(withoutControls(line))).toBe(withoutControls(line));
});

property("server text", "is cut to what anybody would read", lines, (given) => {
  const { lines: kept, cut } = bounded(given);
  expect(kept.length).toBeLessThanOrEqual(maximumLines);
  expect(kept.join("").length).toBeLessThanOrEqual(maximumCharacters);
  expect(cut).toBe(kept.join("\n") !== given.join("\n"));
});

// A window keeps every element that was ever made in it: a new one from time to time, or the memory runs out.
let made = 0;
let window = new Window();

function shownAsBlock(given: readonly string[]): HTMLElement {
  made += 1;
  if (made % 500 === 0) {
    window.close();
    window = new Window();
  }
  vi.stubGlobal("document", window.document);
  return serverText(given, "the server said");
}

afterAll(() => {
  window.close();
  vi.unstubAllGlobals();
});

property("server text", "is text on the page, never an element", lines, (given) => {
  const block = shownAsBlock(given);
  expect([...block.querySelectorAll("*")].filter(({ tagName }) => tagName !== "BDI")).toEqual([]);
  expect(block.textContent.length).toBeLessThanOrEqual(10 * maximumCharacters + 2 * maximumLines);
});

growsWithItsInput("server text", (text) => [visible(text), withoutControls(text), shownAsBlock([text])]);
