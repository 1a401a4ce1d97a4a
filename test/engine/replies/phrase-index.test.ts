// The index may offer a phrase too many, never one too few: what it leaves out cannot match.

import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/engine/replies/catalogue.js";
import { fold } from "../../../src/engine/replies/fold.js";
import { coverOf, indexOf } from "../../../src/engine/replies/phrase-index.js";
import { phrasesIn } from "../../../src/engine/replies/phrases-in.js";
import { rows } from "./collection.js";
import { quoted } from "./quoted.js";

const firstAnswer = phrasesIn(indexOf(catalogue));

function mayMatch(folded: string): readonly number[] {
  const asked: number[] = [];
  firstAnswer(folded, (at) => {
    asked.push(at);
    return null;
  });
  return asked;
}

describe("the index of phrases", () => {
  it("offers every phrase that matches, of all the sentences patterns were written for", () => {
    const missed = [...quoted.map(({ said }) => said), ...rows.map(({ text }) => text)].flatMap((text) => {
      const folded = fold(text);
      const may = mayMatch(folded);
      return catalogue.filter(({ pattern }, at) => !may.includes(at) && pattern.test(folded));
    });
    expect(missed.map(({ pattern }) => pattern.source)).toEqual([]);
  });

  it("leaves most of them out", () => {
    expect(mayMatch(fold("550 5.7.1 Relay access denied")).length).toBeLessThan(catalogue.length / 8);
  });

  it("offers each once, in the catalogue's order", () => {
    const offered = mayMatch(fold("authentication required, relay denied; relay denied, no authentication"));
    expect(offered.length).toBeGreaterThan(3);
    expect(offered).toEqual([...new Set(offered)].sort((left, right) => left - right));
  });
});

it("an index leaves most out of a text in other letters too, and nothing that matches", () => {
  const answer = phrasesIn(indexOf(catalogue));
  for (const text of [
    "550 5.7.1 Relay access denied",
    "550 отправитель: authentication required",
    "535 用户不存在",
  ]) {
    const folded = fold(text);
    const asked: number[] = [];
    answer(folded, (at) => {
      asked.push(at);
      return null;
    });
    const matching = catalogue.flatMap(({ pattern }, at) => (pattern.test(folded) ? [at] : []));
    expect(matching.length).toBeGreaterThan(0);
    expect(asked).toEqual(expect.arrayContaining(matching));
    expect(asked.length).toBeLessThan(catalogue.length / 8);
  }
});

describe("what a pattern cannot match without", () => {
  it.each([
    [/relay access denied/, ["relay access denied"]],
    [/relay(?:ing)? denied/, [" denied"]],
    [/(?:unable|cannot) to relay/, [" to relay"]],
    [/(?:quota|limit)/, ["quota", "limit"]],
    [/spam|virus/, ["spam", "virus"]],
    [/relays? x/, ["relay"]],
    [/rela{1,2}ying/, ["ying"]],
    [/a\.b\.com/, ["a.b.com"]],
    [/(?<!not )allowed/, ["allowed"]],
    [/(?:规则|验证码)x?/, ["规则", "验证码"]],
    [/denied[()] (?:\(?here|\S{3}there)/, ["denied"]],
  ])("%s: one of %j", (pattern, wanted) => {
    expect(coverOf(pattern.source)).toEqual(wanted);
  });

  it.each([[/x?y/], [/(?:quota)?/], [/(?:quota){0,2}/], [/spam|\w{3}/], [/[abc]{3}/], [/(?!spam)no/]])(
    "%s: nothing is certain",
    (pattern) => {
      expect(coverOf(pattern.source)).toBeNull();
    },
  );
});
