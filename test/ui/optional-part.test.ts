// What is known of the texts that only some reasons have agrees with the texts themselves: none that is there is left
// unsaid, and none is asked for that is not.

import { expect, it } from "vitest";
import english from "../../_locales/en/messages.json" with { type: "json" };
import { optionalPart } from "../../src/ui/case/optional-part.js";
import type { Texts } from "../../src/ui/kit/i18n.js";

const ofReasons = Object.keys(english).flatMap(
  (key) => /^((?:reason|subreason|matter)_.+)_why$/.exec(key)?.[1] ?? [],
);
const texts = { optional: (key: string) => key } as Texts;

it.each([
  ["leave", ofReasons],
  ["provider", [...ofReasons, "elsewhere", "backscatter", "sendas"]],
] as const)("of the words of a reason, “%s”", (part, stems) => {
  const asked = stems.filter((stem) => optionalPart(texts, stem, part) !== null);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked).toEqual(stems.filter((stem) => `${stem}_${part}` in english));
});
