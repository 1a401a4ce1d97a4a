// Texts: every key that is used exists, every key that exists is used and described, and placeholders fit.
// A missing text shows its key to the user; a forgotten one costs every translator an hour.

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { labelLanguageOf, languages } from "../../src/build/languages.mjs";
import { faultsOf } from "../../src/build/text-faults.mjs";
import { catalogues, standingOf, textsAt } from "../../src/build/translation.mjs";
import { matters, reasons, subReasons } from "../../src/engine/model/reason.js";
import { english as labels, labelled } from "../../src/ui/kit/labels.js";
import { rules } from "../../src/engine/rules/index.js";
import { spokenIn } from "../../src/ui/kit/spoken-language.js";
import { parse, stringsIn } from "./syntax.js";
import { files, read, readJson, root } from "./tree.js";

interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}
type Messages = Readonly<Record<string, Message>>;
const valuesIn = (text: Message | undefined): readonly string[] =>
  Object.values(text?.placeholders ?? {}).flatMap(({ content }) =>
    content.startsWith("$") ? [content] : [],
  );

const english = readJson("_locales/en/messages.json") as Messages;
const keys = Object.keys(english);
const stems = new Set(keys.map((key) => key.split("_")[0]));
const looksLikeKey = (word: string): boolean =>
  /^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(word) && stems.has(word.split("_")[0]);

const sources = files("src", ".ts")
  .filter((path) => !path.startsWith("src/experiment/"))
  .map(parse);
const snake = (name: string): string => name.replaceAll("-", "_");

/** Keys the page builds from names (src/ui/case/render-reason.ts, render-findings.ts). */
const built = [
  ...rules.map(({ id }) => `rule_${snake(id)}_title`),
  ...[
    ...reasons
      .filter((reason) => reason !== "not-a-client-config-problem")
      .map((name) => `reason_${snake(name)}`),
    ...subReasons.map((name) => `subreason_${snake(name)}`),
  ]
    .flatMap((stem) => ["title", "why", "do", "provider", "leave"].map((part) => `${stem}_${part}`))
    .filter((key) => key !== "subreason_mailbox_full_provider"),
  // What is told more closely has advice of its own, or leaves it to the next step (engine/rules/next-step.ts).
  ...matters.flatMap((name) =>
    ["title", "why", "do", "provider", "leave"]
      .map((part) => `matter_${snake(name)}_${part}`)
      .filter((key) => keys.includes(key)),
  ),
  ...["title", "why", "do", "provider"].map((part) => `elsewhere_${part}`),
  ...["backscatter", "sendas"].flatMap((stem) => ["title", "why", "do"].map((part) => `${stem}_${part}`)),
];
const inManifests = ["manifest.json", ...files("src/editions", ".manifest.json")].flatMap((path) =>
  [...read(path).matchAll(/__MSG_(\w+)__/g)].map(([, key = ""]) => key),
);
const inPages = files("src/ui", ".html").flatMap((path) =>
  [...read(path).matchAll(/data-i18n(?:-[a-z]+)?="([^"]*)"/g)].map(([, key = ""]) => key),
);
const inCode = sources.flatMap(stringsIn).filter(looksLikeKey);
const used = new Set([...built, ...inManifests, ...inPages, ...inCode]);

describe("English", () => {
  it("has every text that is used", () => {
    expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has no text that nothing uses", () => {
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  it.each(keys)("%s is described for translators", (key) => {
    expect(english[key]?.message.trim()).not.toBe("");
    expect(english[key]?.description?.length ?? 0).toBeGreaterThanOrEqual(8);
  });

  it.each(keys.filter((key) => english[key]?.message.includes("$")))("%s names its placeholders", (key) => {
    const { message = "", placeholders = {} } = english[key] ?? {};
    const named = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = ""]) => name.toLowerCase());
    expect([...new Set(named)].sort()).toEqual(Object.keys(placeholders).sort());
    expect(message.replaceAll(/\$\w+\$/g, "")).not.toContain("$");
    const filled = valuesIn(english[key]);
    expect(filled).toEqual(filled.map((_, index) => `$${String(index + 1)}`));
    // What is no value is one of Thunderbird's labels, and the example is the label.
    for (const [name, { content, example }] of Object.entries(placeholders)) {
      expect(name.startsWith("tb_")).toBe(!filled.includes(content));
      if (!filled.includes(content)) expect(labelled(content, labels)).toBe(example);
    }
    expect(Object.values(placeholders).filter(({ example = "" }) => example === "")).toEqual([]);
  });
});

/** Written the same in every language, our own button (Undo), and a folder that each language has a common word for. */
const properNames =
  /^(?:Thunderbird|Relay|Doctor|STARTTLS|SSL|TLS|VPN|DNS|SPF|DKIM|DMARC|SMTP|OAuth|IP|MX|Gmail|Exchange|From|Undo|Trash|I)$/;

it("what stands on Thunderbird's screen is named by its label: no other word inside a sentence has a capital letter", () => {
  const named = Object.entries(english).flatMap(([key, { message }]) =>
    [...message.replaceAll(/‘[^’]*’ in Gmail/g, "").matchAll(/(?<=[\p{Ll}\d,:$]["“‘]? ["“‘]?)\p{Lu}\p{L}*/gu)]
      .map(([word]) => word)
      .filter((word) => !properNames.test(word) && !message.includes(`$${word}$`))
      .map((word) => `${key}: ${word}`),
  );
  expect(named).toEqual([]);
});

/** As the folder has them: one that is being written is checked before git knows it. */
const translations = readdirSync(`${root}/_locales`).filter((name) => name !== "en" && !name.includes("."));
const thunderbirdsLabels = readJson("src/ui/kit/thunderbird-labels.json") as Readonly<
  Record<string, unknown>
>;
describe.skipIf(translations.length === 0).each(translations)("%s", (language) => {
  describe.each(catalogues)("$name", ({ path }) => {
    const original = textsAt(path("en"));
    const translated = textsAt(path(language));

    it("has every text, of what English says today", () => {
      expect(standingOf(original, translated)).toEqual({ missing: [], superfluous: [], changed: [] });
    });

    it("keeps placeholders, and the punctuation, script and plural forms of the language", () => {
      const faults = Object.entries(translated).flatMap(([key, { message }]) =>
        faultsOf(language, original[key] ?? { message: "" }, message).map((fault) => `${key}: ${fault}`),
      );
      expect(faults).toEqual([]);
    });
  });

  it("says it in its own words: a long sentence that many files share was copied, and is not translated yet", () => {
    const own = Object.entries(textsAt(`_locales/${language}/messages.json`));
    for (const other of translations.filter((name) => name !== language)) {
      const theirs = textsAt(`_locales/${other}/messages.json`);
      const shared = own.filter(
        ([key, { message }]) => message.length > 40 && theirs[key]?.message === message,
      );
      // Those of Portugal and Brazil are 20.
      expect(shared.length > 30 ? shared.map(([key]) => key) : [], `as in ${other}`).toEqual([]);
    }
  });

  it("has a label that fits beside Thunderbird's own: with a longer one the page did not open in the lab", () => {
    const { compose_action_title: title } = textsAt(`_locales/${language}/messages.json`);
    expect(title?.message.length).toBeLessThanOrEqual(22);
  });

  it("is a language that Thunderbird has, by the name it has there, written in its script's direction", () => {
    expect(Object.keys(thunderbirdsLabels)).toContain(labelLanguageOf(language));
    const isRightToLeft = ["Arabic", "Hebrew"].includes(languages[language]?.script ?? "");
    expect(spokenIn(language, labelLanguageOf(language)).direction).toBe(isRightToLeft ? "rtl" : "ltr");
  });

  it("is listed for readers and its page at the store fits", () => {
    const listed = [...read("_locales/README.md").matchAll(/^\| `(\w+)` /gm)].map(([, folder]) => folder);
    expect(listed, "the table of _locales/README.md").toContain(language);
    const { store_summary: summary } = textsAt(`src/store/${language}/listing.json`);
    expect(summary?.message.length).toBeLessThanOrEqual(250);
    const { extension_description: short, extension_description_full: full } = textsAt(
      `_locales/${language}/messages.json`,
    );
    expect(Math.max(short?.message.length ?? 999, full?.message.length ?? 999)).toBeLessThanOrEqual(250);
  });
});
