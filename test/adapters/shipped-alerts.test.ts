// Which of the sentences that are brought along is Thunderbird's language.

import { expect, it, vi } from "vitest";
import known from "../../src/adapters/alert-sentences.json" with { type: "json" };

vi.mock("../../src/adapters/browser.js", () => ({
  browser: {
    runtime: { getURL: (path: string) => `moz-extension://lab/${path}` },
    i18n: { getUILanguage: () => "de" },
  },
}));
const { sentencesIn, shippedAlerts } = await import("../../src/adapters/shipped-alerts.js");

it.each([
  ["de", "Postausgangs-Server"],
  ["zh-TW", "無法"],
  ["zh-CN", "无法"],
  ["pt-PT", "Não"],
  ["es-AR", "No se"],
  ["en-GB", "Unable to authenticate"],
  ["hu", "SMTP"],
  ["nb-NO", "Klarte ikke"],
  ["tlh", "Unable to authenticate"],
  ["constructor", "Unable to authenticate"],
])("%s", (language, words) => {
  expect(sentencesIn(language, known.languages)["smtpAuthFailure"]).toContain(words);
});

it("is that of a neighbour where there is no other, and English for what is not translated", () => {
  const languages = { en: { a: "en a", b: "en b" }, "pt-br": { a: "br a" }, ptx: { a: "x" } };
  expect(sentencesIn("pt_AO", languages)).toEqual({ a: "br a", b: "en b" });
  expect(sentencesIn("fr", languages)).toEqual(languages.en);
  expect(sentencesIn("pt", { en: languages.en, pt: { a: "pt a" } })).toEqual({ a: "pt a", b: "en b" });
});

it("is the file that the store edition brings along, in Thunderbird's language", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return Promise.resolve(Response.json(known));
  });
  const sentences = await shippedAlerts.sentences();
  vi.unstubAllGlobals();
  expect(asked).toEqual(["moz-extension://lab/alert-sentences.json"]);
  expect(sentences["smtpAuthFailure"]).toBe(known.languages.de.smtpAuthFailure);
});
