// Thunderbird's alerts in its own words: what is brought along is what the installed program and its packs say.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import known from "../../src/adapters/alert-sentences.json" with { type: "json" };
import { sentencesIn, translated } from "../../src/build/alert-sentences.mjs";

const program = "/usr/lib/thunderbird";
const version = existsSync(`${program}/application.ini`)
  ? /^Version=(.*)$/m.exec(readFileSync(`${program}/application.ini`, "utf8"))?.[1]
  : undefined;
const { en } = known.languages;

describe.skipIf(version !== known.thunderbird)("of the Thunderbird they were taken from", () => {
  it("English", () => {
    expect(sentencesIn(readFileSync(`${program}/omni.ja`))).toEqual(en);
  });

  it.each(["de", "ja"] as const)("%s, from its language pack", (language) => {
    const pack = readFileSync(`${program}/extensions/langpack-${language}@thunderbird.mozilla.org.xpi`);
    expect(translated(sentencesIn(pack), en)).toEqual(known.languages[language]);
  });
});

it("every language that Thunderbird ships is there, each with sentences of its own", () => {
  expect(Object.keys(known.languages).length).toBeGreaterThanOrEqual(60);
  for (const sentences of Object.values(known.languages)) {
    expect(Object.keys(sentences)).not.toEqual([]);
  }
});
