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
} from "../../src/ui/kit/server-text.js";
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

let window = new Window();
let made = 0;

/**
 * A window keeps what was ever made in it, and the engine keeps what happy-dom holds weakly until a task of its own
 * ends: a new window and a new task from time to time, or the memory runs out.
 */
async function freshNowAndThen(): Promise<void> {
  made += 1;
  if (made % 200 === 0) {
    await window.happyDOM.close();
    window = new Window();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function shownAsBlock(given: readonly string[]): HTMLElement {
  vi.stubGlobal("document", window.document);
  return serverText(given, "the server said");
}

afterAll(() => {
  vi.unstubAllGlobals();
});

property("server text", "is text on the page, never an element", lines, async (given) => {
  await freshNowAndThen();
  const block = shownAsBlock(given);
  expect([...block.querySelectorAll("*")].filter(({ tagName }) => tagName !== "BDI")).toEqual([]);
  expect(block.textContent.length).toBeLessThanOrEqual(10 * maximumCharacters + 2 * maximumLines);
});

growsWithItsInput("server text", (text) => [visible(text), withoutControls(text), shownAsBlock([text])]);
