// Every phrase against the sentence it was written for: the pattern matches it, and nothing else claims it first.

import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import { fold } from "../../../src/engine/replies/fold.js";
import { reasons, subReasons } from "../../../src/engine/model/reason.js";
import { quoted } from "./quoted.js";

const withCodes = /^[245]\d\d|[245]\.\d+\.\d+/;

describe("phrases", () => {
  it.each(quoted.map((phrase) => [phrase.said, phrase.means, phrase] as const))(
    "%s means %s",
    (said, means, phrase) => {
      const folded = fold(said);
      expect(folded, "the pattern does not match its own sentence, folded (replies/fold.ts)").toMatch(
        phrase.pattern,
      );
      const { reason, subReason } = classify({ text: said, kind: "smtp-reply" });
      const first = quoted.find(({ pattern }) => pattern.test(folded)) ?? phrase;
      expect(
        subReason ?? reason,
        first === phrase
          ? ""
          : `${String(first.pattern)} is asked before (replies/catalogue.ts has the order)`,
      ).toBe(means);
    },
  );

  it.each(quoted.map((phrase) => phrase.said).filter((said) => withCodes.test(said)))(
    "%s means the same as Thunderbird shows it, without codes",
    (said) => {
      const bare = said.replace(/^[245]\d\d[- ]/gm, "").replace(/\b[245]\.\d{1,3}\.\d{1,3} ?/g, "");
      const shown = `An error occurred while sending mail. The mail server responded: ${bare}. Please check the message and try again.`;
      const full = classify({ text: said, kind: "smtp-reply" });
      const dialog = classify({ text: shown, kind: "client-dialog" });
      expect(dialog.subReason ?? dialog.reason).toBe(full.subReason ?? full.reason);
    },
  );

  it("know at least one sentence for every reason and sub-reason", () => {
    const known = new Set<string>(quoted.map((phrase) => phrase.means));
    const wanted = [...reasons.filter((reason) => reason !== "not-a-client-config-problem"), ...subReasons];
    expect(wanted.filter((meaning) => !known.has(meaning))).toEqual([]);
  });
});
