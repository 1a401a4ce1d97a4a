// @vitest-environment happy-dom
// Every word of the page comes from _locales, and every word of _locales for the page is used.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTexts, translatePage } from "../../src/ui/kit/i18n.js";
import { labelsIn } from "../../src/ui/kit/labels.js";
import type { PageState } from "../../src/protocol.js";
import { createFakeHost } from "./fake-host.js";
import { english, openPage } from "./open-page.js";
import { caseView, pageOf, samples } from "./sample-pages.js";

const folder = join(import.meta.dirname, "../../src/ui");
const sources = readdirSync(folder, { encoding: "utf8", recursive: true })
  .filter((name) => /\.(ts|html)$/.test(name))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");
const used = new Set([...sources.matchAll(/"(ui_[a-z0-9_]+)"/g)].map((match) => match[1] ?? ""));
const present = Object.keys(english).filter((key) => key.startsWith("ui_"));

describe("texts", () => {
  it("exist for every key the page names", () => {
    expect([...used].filter((key) => !present.includes(key))).toEqual([]);
  });

  it("are all used by the page", () => {
    expect(present.filter((key) => !used.has(key))).toEqual([]);
  });

  it.each(present)("%s is described for translators, and its placeholders are all defined", (key) => {
    const entry = english[key];
    expect(entry?.description ?? "").not.toBe("");
    const named = [...(entry?.message ?? "").matchAll(/\$(\w+)\$/g)].map((match) => match[1]?.toLowerCase());
    expect(Object.keys(entry?.placeholders ?? {}).sort()).toEqual([...new Set(named)].sort());
  });

  it("a missing one shows its key instead of nothing", () => {
    const texts = createTexts(createFakeHost({}, () => undefined));
    expect(texts.text("ui_why")).toBe("ui_why");
    expect(texts.optional("reason_gone_do")).toBeNull();
  });

  it("a key that is not there, and a placeholder without its value, do not compile", () => {
    const { text } = createTexts(createFakeHost({}, () => undefined));
    // @ts-expect-error -- no such text
    text("ui_gone");
    // @ts-expect-error -- its label and value are missing
    text("ui_fact_line");
    // @ts-expect-error -- nothing to fill in
    text("ui_why", "mail.example.com");
    expect(text("ui_fact_line", "Server", "mail.example.com")).toBe("ui_fact_line");
  });

  it("keep a foreign value in one piece in a right-to-left sentence", () => {
    const messages = { ui_undone: { message: "$HOST$ سيرفر", placeholders: { host: { content: "$1" } } } };
    const texts = createTexts(createFakeHost(messages, () => undefined, "rtl"));
    expect(texts.said({ key: "ui_undone", values: ["mail.example.com"] })).toBe(
      "\u2068mail.example.com\u2069 سيرفر",
    );
  });

  it("may stand in one another, also where labels run the other way; what a stranger wrote never passes for ours", () => {
    const messages = { ui_fact_line: { message: "$1: $2" }, ui_field_host: { message: "[[server-name]]" } };
    const labels = { ...labelsIn("en", {}), "server-name": "اسم" };
    for (const direction of ["rtl", "ltr"] as const) {
      const texts = createTexts({ ...createFakeHost(messages, () => undefined, direction), labels });
      const line = (value: string): string => texts.text("ui_fact_line", texts.text("ui_field_host"), value);
      expect(line("a.example").replaceAll(/[\u2067-\u2069]/g, "")).toBe("اسم: a.example");
      expect(
        texts.text("ui_fact_line", texts.list([line("a.example"), line("b.example")]), ""),
      ).not.toContain("U+");
      // First in the line by the direction of the page, though every letter of it is in a piece of its own.
      if (direction === "rtl") {
        expect(texts.list([line("a.example")])).toBe(
          "\u2067\u2067\u2068اسم\u2069\u2069: \u2068a.example\u2069\u2069",
        );
      }
      expect(line("\u2068a.example\u2069")).toContain("⟨U+2068⟩a.example⟨U+2069⟩");
      expect(texts.list(["\u202ea", "b"])).toContain("⟨U+202E⟩a");
    }
  });

  it("joins names as the language does by how they begin, whatever stands around them", () => {
    const server = { ui_field_server: { message: "[[outgoing-server]]" } };
    const fake = createFakeHost(server, () => undefined, "rtl");
    const host = { ...fake, locale: "he", labels: { ...fake.labels, "outgoing-server": "שרת" } };
    const bare = (names: string): string => names.replaceAll(/[\u2066-\u2069]/g, "");
    const texts = createTexts(host);
    expect(bare(texts.list(["שם", "חשבונות"]))).toBe("שם וחשבונות");
    expect(bare(texts.list(["שם", texts.text("ui_field_server")]))).toBe("שם ושרת");
    expect(bare(texts.list(["שם", "IMAP"]))).toBe("שם ו-IMAP");
  });

  it("give the page its language and direction", () => {
    const host = { ...createFakeHost({}, () => undefined, "rtl"), locale: "ar_EG" };
    translatePage(document, createTexts(host), host);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ar-EG", "rtl"]);
  });
});

const states: readonly PageState[] = [
  "checking",
  "problem",
  "settings-fine",
  "need-input",
  "healthy",
  "fixing",
  "fixed",
  "sending",
  "sent",
  "failed",
];

describe.each(["compose", "toolbar"] as const)("in the %s popup", (place) => {
  it.each(states)("%s has a title of its own words, with and without a refused message", async (state) => {
    for (const refused of [{}, { refusal: null, diagnosis: null, canSend: false, asksPassword: null }]) {
      const { find, host } = await openPage(pageOf(caseView(state, refused)), place);
      expect(find("h1")?.textContent ?? "").not.toMatch(/^(ui_|$)/);
      expect([...host.missing].filter((key) => key.startsWith("ui_"))).toEqual([]);
    }
  });
});

it.each(samples)("$name misses no text of the page", async ({ page, place }) => {
  const { host } = await openPage(page, place);
  expect([...host.missing].filter((key) => key.startsWith("ui_"))).toEqual([]);
});
