// A rule nobody listed never runs, and one without texts shows its key to the user. Both are silent: hence this.

import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleIds } from "../../src/engine/model/rule-id.js";
import { rules } from "../../src/engine/rules/index.js";
import { cases } from "../engine/saved-cases.js";
import { read, readJson, root } from "./tree.js";

const guide = new Map([
  [1, "authentication-off"],
  [2, "wrong-settings"],
  [3, "credentials-rejected"],
  [4, "sender-mismatch"],
  [5, "port-25"],
  [6, "foreign-server"],
]);
const messages = readJson("_locales/en/messages.json") as Record<string, unknown>;
/** As the folder has them: a rule that is being written is missed before git knows it. */
const causes = readdirSync(`${root}/src/engine/rules/causes`).map((name) => basename(name, ".ts"));

/** Each file's first lines say which cause of the guide it is, or that it is none. */
const numbers = rules.map(({ id }): readonly [string, number | null] => {
  const head = read(`src/engine/rules/causes/${id}.ts`).split("\n").slice(0, 2).join(" ");
  const [, number] = /^\/\/ Guide cause (\d):/.exec(head) ?? [];
  return [id, number === undefined && head.includes("Not in the guide") ? null : Number(number)];
});

describe("the list of rules", () => {
  it("names every file in causes/, once, and every name there is for a rule", () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...causes].sort());
    expect([...ruleIds].sort()).toEqual([...causes].sort());
  });

  it("has the guide's six causes under their ids", () => {
    const numbered = numbers.filter(([, number]) => number !== null);
    expect(new Map(numbered.map(([id, number]) => [number, id]))).toEqual(guide);
    expect(numbered.length).toBe(guide.size);
  });
});

describe("the table of the README", () => {
  it("has a row for every rule, with its number in the guide", () => {
    const rows = [...read("README.md").matchAll(/^\| *(\d?) *\| `([a-z0-9-]+)` *\|/gm)];
    const told = new Map(rows.map(([, number = "", id = ""]) => [id, number === "" ? null : Number(number)]));
    expect(told).toEqual(new Map(numbers));
  });
});

describe.each(rules.map(({ id }) => id))("%s", (id) => {
  it("has a title for the page and at least one sentence that says why", () => {
    const stem = `rule_${id.replaceAll("-", "_")}`;
    expect(Object.keys(messages)).toContain(`${stem}_title`);
    expect(Object.keys(messages).filter((key) => key.startsWith(`${stem}_why`))).not.toEqual([]);
  });

  it("is the problem in one saved case, and not the problem in another", () => {
    const problems = cases.map(({ expected }) => expected.problems.includes(id));
    expect(problems).toContain(true);
    expect(problems).toContain(false);
  });
});
