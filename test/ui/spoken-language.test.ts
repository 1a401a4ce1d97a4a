// In which language and direction a page is, beside Thunderbird's own.

import { expect, it } from "vitest";
import { spokenIn } from "../../src/ui/kit/spoken-language.js";

it.each([
  ["de", "de", { locale: "de", direction: "ltr" }],
  ["es", "es-MX", { locale: "es-MX", direction: "ltr" }],
  ["pt_BR", "pt-BR", { locale: "pt-BR", direction: "ltr" }],
  ["ar", "ar", { locale: "ar", direction: "rtl" }],
  ["en", "fa", { locale: "en", direction: "ltr" }],
  ["en", "en-US", { locale: "en-US", direction: "ltr" }],
  ["", "en-US", { locale: "en-US", direction: "ltr" }],
])("texts in %j, Thunderbird in %s", (texts, thunderbird, expected) => {
  expect(spokenIn(texts, thunderbird)).toEqual(expected);
});
