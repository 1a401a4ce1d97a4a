// @vitest-environment happy-dom
// A server can write anything; the page shows it as the text it is.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bounded,
  maximumCharacters,
  maximumLines,
  visible,
  withoutControls,
} from "../../src/ui/kit/server-text.js";
import { openPage } from "./open-page.js";
import { caseView, pageOf, relayDenied } from "./sample-pages.js";

async function shown(...lines: string[]): Promise<HTMLElement> {
  const { find } = await openPage(pageOf(caseView("problem", { refusal: { ...relayDenied, lines } })));
  const block = find("[data-server-text]");
  if (block === null) {
    throw new Error("no server text");
  }
  return block;
}

describe("server text", () => {
  it("keeps the exact words of every line", async () => {
    expect((await shown("relay not permitted", "see below")).textContent).toBe(
      "relay not permitted\nsee below",
    );
  });

  it("stays text when it looks like markup", async () => {
    const block = await shown('<img src=x onerror="alert(1)"><script>alert(2)</script>&lt;b&gt;');
    expect(block.textContent).toBe('<img src=x onerror="alert(1)"><script>alert(2)</script>&lt;b&gt;');
    expect(block.querySelectorAll("*:not(bdi)").length).toBe(0);
  });

  it("makes no links", async () => {
    await shown("https://evil.example/fix-your-account");
    expect(document.querySelectorAll("a").length).toBe(0);
  });

  it("gives every line its own direction", async () => {
    const block = await shown("مرفوض", "denied");
    expect([...block.querySelectorAll("bdi")].map((line) => line.getAttribute("dir"))).toEqual([
      "auto",
      "auto",
    ]);
  });

  it("is cut, and says so, when it is longer than anybody reads", async () => {
    const block = await shown(...Array.from({ length: 500 }, () => "x".repeat(500)));
    expect(block.textContent.length).toBeLessThan(maximumCharacters + maximumLines + 10);
    expect(block.textContent.endsWith("…")).toBe(true);
  });

  it("is not said to be cut when it fits exactly", () => {
    expect(bounded(["x".repeat(maximumCharacters)]).cut).toBe(false);
    expect(bounded(["x".repeat(maximumCharacters + 1)]).cut).toBe(true);
  });

  it("leaves nothing invisible or turning, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        expect(visible(line)).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it.each([
    ["\u0000\u001b\u007f", "␀␛␡"],
    ["\u0085", "⟨U+0085⟩"],
    ["\u202egpj.exe", "⟨U+202E⟩gpj.exe"],
    ["re\u200blay", "re⟨U+200B⟩lay"],
    ["\ud800", "⟨U+D800⟩"],
    ["\u{e0041}", "⟨U+E0041⟩"],
  ])("writes out %j", (raw, written) => {
    expect(visible(raw)).toBe(written);
  });

  it("leaves emoji and joined letters in account names whole, but not their direction marks", () => {
    expect(withoutControls("👩‍👧 نامه‌ها\u202e")).toBe("👩‍👧 نامه‌ها⟨U+202E⟩");
  });
});
