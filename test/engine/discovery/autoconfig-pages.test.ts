// Pages that an autoconfig file points to: which are taken, in which language, and how little a hostile file gets in.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostOfPage, pageLimits } from "../../../src/engine/discovery/autoconfig-pages.js";
import { readAutoconfig } from "../../../src/engine/discovery/autoconfig-xml.js";
import { ownPages } from "../../../src/engine/discovery/own-pages.js";
import type { PublishedPage } from "../../../src/engine/model/published-page.js";
import { notes } from "../../../src/engine/providers/notes/index.js";
import { autoconfig, minimalServer } from "./sample.js";

function pagesIn(within: string, beside = "", language?: string): readonly PublishedPage[] {
  const file = autoconfig(minimalServer)
    .replace("</emailProvider>", `${within}</emailProvider>`)
    .replace("</clientConfig>", `${beside}</clientConfig>`);
  const read = readAutoconfig(file, language);
  return read?.pages ?? [];
}

const enable = `<enable visiturl="https://help.example.test/enable">
  <instruction>Switch IMAP on.</instruction>
  <instruction lang="de">IMAP einschalten.</instruction>
  <instruction lang="pt-BR">Ative o IMAP.</instruction></enable>`;

describe("pages", () => {
  it.each([
    ["in English", "en-US", "Switch IMAP on."],
    ["in the user's language", "de", "IMAP einschalten."],
    ["in the wider language", "de-AT", "IMAP einschalten."],
    ["in the very dialect", "pt-BR", "Ative o IMAP."],
    ["in the language that is not said, where the user's is missing", "fr", "Switch IMAP on."],
  ])("%s", (_name, language, words) => {
    expect(pagesIn(enable, "", language)).toEqual([
      { is: "enable", url: "https://help.example.test/enable", words },
    ]);
  });

  it("of the provider and of the whole file, the one that lets in first, with or without words", () => {
    const documentation = `<documentation url="https://help.example.test/"><descr lang="en"> Server
      settings </descr></documentation><documentation url="https://help.example.test/old"/>`;
    expect(pagesIn(documentation, enable).map(({ is, words }) => [is, words])).toEqual([
      ["enable", "Switch IMAP on."],
      ["documentation", "Server settings"],
      ["documentation", null],
    ]);
  });

  it("are few and short", () => {
    const many = `<documentation url="https://help.example.test/"><descr>${"x".repeat(9000)}</descr></documentation>`;
    const pages = pagesIn(many.repeat(12));
    expect(pages).toHaveLength(pageLimits.pages);
    expect(pages[0]?.words).toHaveLength(pageLimits.words);
    expect(pages[0]?.words).toMatch(/x…$/);
    const just = `<documentation url="https://help.example.test/"><descr>${"x".repeat(pageLimits.words)}</descr></documentation>`;
    expect(pagesIn(just)[0]?.words).toBe("x".repeat(pageLimits.words));
  });
});

describe("an address is taken", () => {
  it.each(notes.map(({ page }) => page))("where a note has it: %s", (page) => {
    expect(hostOfPage(page)).toBe(new URL(page).hostname);
  });

  it.each([
    "http://help.example.test/",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://help.example.test@evil.test/",
    "https://help.example.test:8443/",
    "https://localhost/",
    "https://192.0.2.1/",
    "https://[2001:db8::1]/",
    "https://help.example.test\\@evil.test/",
    "https://help.example.test/\u202Etxt",
    "https://help.exampl\u0435.test/",
    " https://help.example.test/",
    "https://help.example.test/ x",
    "https://help.example.test/<script>",
    `https://help.example.test/${"a".repeat(400)}`,
    "https:help.example.test",
    // No browser takes these for addresses.
    "https://xn--a.example.test/",
    "https://help.example.0x1/",
    "https://1.0x7f/",
    "",
  ])("but not %j", (url) => {
    expect(hostOfPage(url)).toBeNull();
    expect(pagesIn(`<enable visiturl="${url.replaceAll("<", "&lt;")}"/>`)).toEqual([]);
  });
});

describe("the provider's own", () => {
  const page = (url: string): PublishedPage => ({ is: "enable", url, words: null });
  const own = page("https://help.example.co.uk/");
  const strange = page("https://elsewhere.test/");
  const said = (vouched: boolean) => ({ pages: [strange, own], vouched });

  it("are those of the mail domain's owner, where the domain's page names them", () => {
    expect(ownPages(new Map([["isp", said(true)]]), "mail.example.co.uk")).toEqual([{ ...own, by: "isp" }]);
    expect(ownPages(new Map([["isp", said(true)]]), "other.co.uk")).toEqual([]);
  });

  it("are those the ISP database names for the domain, each once", () => {
    const answers = new Map([
      ["database", said(true)],
      ["isp", said(true)],
    ] as const);
    expect(ownPages(answers, "example.co.uk")).toEqual([
      { ...own, by: "isp" },
      { ...strange, by: "ispdb" },
    ]);
  });

  it("are none that nobody vouches for, or that DNS has led to", () => {
    expect(ownPages(new Map([["isp", said(false)]]), "example.co.uk")).toEqual([]);
    expect(ownPages(new Map([["mx", said(true)]]), "example.co.uk")).toEqual([]);
  });
});

const ispdb = join(import.meta.dirname, "../../../../shared/data/ispdb");
it.skipIf(!existsSync(ispdb))("files of the ISP database at hand give pages that can be opened", () => {
  const all = readdirSync(ispdb).map((name) => readAutoconfig(readFileSync(join(ispdb, name), "utf8")));
  const pages = all.flatMap((read) => read?.pages ?? []);
  expect(pages.filter(({ is }) => is === "enable").length).toBeGreaterThan(4);
  expect(pages.filter(({ is }) => is === "documentation").length).toBeGreaterThan(30);
});
