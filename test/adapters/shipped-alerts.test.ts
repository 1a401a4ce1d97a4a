// Which of the sentences that are brought along is Thunderbird's language.

import { expect, it, vi } from "vitest";

vi.mock("../../src/adapters/browser.js", () => ({ browser: {} }));
const { sentencesIn } = await import("../../src/adapters/shipped-alerts.js");

it.each([
  ["de", "Postausgangs-Server"],
  ["zh-TW", "無法"],
  ["zh-CN", "无法"],
  ["pt-PT", "Não"],
  ["es-AR", "No se"],
  ["en-GB", "Unable to authenticate"],
  ["hu", "Unable to authenticate"],
  ["constructor", "Unable to authenticate"],
])("%s", (language, words) => {
  expect(sentencesIn(language)["smtpAuthFailure"]).toContain(words);
});
