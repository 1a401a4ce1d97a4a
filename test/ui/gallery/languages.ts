// The texts as they ship, in every language, for pages without Thunderbird (build.mjs writes them into texts.js).

import { createFakeHost, type FakeHost } from "../fake-host.js";
import { labelsIn } from "../../../src/ui/kit/labels.js";
import all from "../../../src/ui/kit/thunderbird-labels.json" with { type: "json" };
import { spokenIn } from "../../../src/ui/kit/spoken-language.js";
import type { Envelope } from "../../../src/protocol.js";

type Shipped = Readonly<Record<string, { readonly message: string }>>;
const shipped = (
  globalThis as unknown as {
    readonly shippedTexts: Readonly<
      Record<string, { readonly messages: Shipped; readonly labels: string } | undefined>
    >;
  }
).shippedTexts;

/** As their folders are named. */
export const languages = Object.keys(shipped);

export function createHostIn(language: string, answer: (envelope: Envelope) => unknown): FakeHost {
  const { messages = {}, labels = "en" } = shipped[language] ?? {};
  const { messages: english = {} } = shipped["en"] ?? {};
  const { locale, direction } = spokenIn(language, labels);
  return Object.assign(createFakeHost({}, answer, direction), {
    locale,
    labels: labelsIn(labels, all),
    message: (key: string, values: readonly string[]) =>
      (messages[key] ?? english[key])?.message.replace(
        /\$(\d)/g,
        (_, index: string) => values[Number(index) - 1] ?? "",
      ) ?? "",
  });
}
