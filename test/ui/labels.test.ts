// Thunderbird's labels in our texts: as the installed program and its language packs write them, in the language it runs in.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { labelsOf } from "../../src/build/thunderbird-labels.mjs";
import { english, labelled, labelsIn } from "../../src/ui/kit/labels.js";
import all from "../../src/ui/kit/thunderbird-labels.json" with { type: "json" };
import { createTexts } from "../../src/ui/kit/i18n.js";
import { createFakeHost } from "./fake-host.js";
import { english as messages } from "./open-page.js";

const program = "/usr/lib/thunderbird";

describe.skipIf(!existsSync(`${program}/omni.ja`))("in the installed Thunderbird", () => {
  it("the English ones", () => {
    expect(labelsOf(readFileSync(`${program}/omni.ja`))).toEqual(english);
  });

  it.each(["de", "ja"])("%s", (language) => {
    const pack = readFileSync(`${program}/extensions/langpack-${language}@thunderbird.mozilla.org.xpi`);
    expect(labelsIn(language, all)).toEqual(labelsOf(pack));
  });
});

describe.each(Object.entries(all))("%s", (_, labels) => {
  it("has names that we know, and nothing in them that Thunderbird would fill in", () => {
    expect(Object.keys(labels).filter((name) => !(name in english))).toEqual([]);
    expect(Object.values(labels).filter((label) => /[{}&]\w|[:：]$|^$|%S/.test(label))).toEqual([]);
  });
});

it.each([
  ["de", "Konten-Einstellungen"],
  ["de-AT", "Konten-Einstellungen"],
  ["pt_BR", "Configurações de contas"],
  ["en-GB", "Account Settings"],
  ["tlh", "Account Settings"],
  ["constructor", "Account Settings"],
])("%s: %s", (language, label) => {
  expect(labelsIn(language, all)["account-settings"]).toBe(label);
});

it("a text names them as the running Thunderbird does; somebody's words in brackets stay", () => {
  const host = { ...createFakeHost(messages, () => undefined), labels: labelsIn("de", all) };
  expect(createTexts(host).text("ui_guide_open_list")).toMatch(
    /Einstellungen.*Konten-Einstellungen.*Postausgangs-Server/,
  );
  expect(labelled("[[toString]] [[no such label]] [[unknown]]", english)).toBe(
    "[[toString]] [[no such label]] [[unknown]]",
  );
});
