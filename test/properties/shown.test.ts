// @vitest-environment happy-dom
// Hostile text on the screen, and reports that somebody else wrote.

import fc from "fast-check";
import { expect } from "vitest";
import { readEvidence } from "../../src/cli/evidence-file.js";
import { diagnose } from "../../src/engine/rules/diagnose.js";
import {
  bounded,
  maximumCharacters,
  maximumLines,
  serverText,
  visible,
  withoutControls,
} from "../../src/ui/server-text.js";
import { anyEvidence } from "../engine/any-evidence.js";
import { growsWithItsInput } from "./growth.js";
import { hostileText } from "./hostile-text.js";
import { property } from "./property.js";

const lines = fc.array(hostileText("550 <b>no</b> https://a.test", "a\u202Eb"), { maxLength: 60 });

property("server text", "nothing in it is invisible or turns it round", hostileText(), (line) => {
  const shown = visible(line);
  expect(shown).not.toMatch(
    /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u,
  );
  expect(visible(shown)).toBe(shown);
  expect(shown.length).toBeLessThanOrEqual(10 * line.length);
  expect(withoutControls(withoutControls(line))).toBe(withoutControls(line));
});

property("server text", "is cut to what anybody would read", lines, (given) => {
  const { lines: kept, cut } = bounded(given);
  expect(kept.length).toBeLessThanOrEqual(maximumLines);
  expect(kept.join("").length).toBeLessThanOrEqual(maximumCharacters);
  expect(cut).toBe(kept.join("\n") !== given.join("\n"));
});

property("server text", "is text on the page, never an element", lines, (given) => {
  const block = serverText(given, "the server said");
  expect([...block.querySelectorAll("*")].filter(({ tagName }) => tagName !== "BDI")).toEqual([]);
  expect(block.textContent.length).toBeLessThanOrEqual(10 * maximumCharacters + 2 * maximumLines);
});

property(
  "evidence file",
  "anything at all is read or refused",
  hostileText('{"sender":{"identityId":"id1"}}', "Relay Doctor\n\n{}"),
  (text) => {
    expect(["evidence", "unusable"]).toContain(readEvidence(text).kind);
  },
);

property("evidence file", "comes back as it was written", anyEvidence, (evidence) => {
  const written = JSON.stringify(evidence);
  expect(readEvidence(`A head.\nTwo lines {x}.\n\n${written}\n`)).toEqual({ kind: "evidence", evidence });
});

/** Every place in a value of JSON, as the keys that lead there. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, one]) => places(one, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) {
    return by;
  }
  const inner = (value as Record<string, unknown>)[key];
  return Array.isArray(value)
    ? (value as readonly unknown[]).map((one, index) =>
        String(index) === key ? replaced(one, rest, by) : one,
      )
    : { ...(value as object), [key]: replaced(inner, rest, by) };
}

property(
  "evidence file",
  "whatever is accepted can be judged",
  fc.tuple(
    anyEvidence,
    fc.nat(),
    fc.oneof(fc.jsonValue(), hostileText(), fc.constantFrom(0, -1, 1e308, "", null)),
  ),
  ([evidence, at, value]) => {
    const all = places(evidence);
    const read = readEvidence(JSON.stringify(replaced(evidence, all[at % all.length] ?? [], value)));
    if (read.kind === "evidence") {
      const failed = diagnose(read.evidence).findings.filter(
        (finding) => finding.verdict === "skipped" && finding.missing === "rule-failed",
      );
      expect(failed).toEqual([]);
    }
  },
);

growsWithItsInput("server text", (text) => [visible(text), withoutControls(text), serverText([text], "x")]);
growsWithItsInput("evidence file", readEvidence);
