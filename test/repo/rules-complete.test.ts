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

describe("the list of rules", () => {
  it("names every file in causes/, once, and every name there is for a rule", () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...causes].sort());
    expect([...ruleIds].sort()).toEqual([...causes].sort());
  });

  it("has the guide's six causes under their ids", () => {
    const numbered = rules.flatMap(({ id, guideCause }) => (guideCause === null ? [] : [[guideCause, id]]));
    expect(new Map(numbered as [number, string][])).toEqual(guide);
    expect(numbered.length).toBe(guide.size);
  });
});

describe("the table of the README", () => {
  it("has a row for every rule, with its number in the guide", () => {
    const rows = [...read("README.md").matchAll(/^\| *(\d?) *\| `([a-z0-9-]+)` *\|/gm)];
    const told = new Map(rows.map(([, number = "", id = ""]) => [id, number === "" ? null : Number(number)]));
    expect(told).toEqual(new Map(rules.map(({ id, guideCause }) => [id, guideCause])));
  });
});

describe.each(rules.map(({ id, guideCause }) => ({ id, guideCause })))("$id", ({ id, guideCause }) => {
  const path = `src/engine/rules/causes/${id}.ts`;

  it("says at its head which cause of the guide it is, or that it is none", () => {
    const [head = "", second = ""] = read(path).split("\n");
    const expected = guideCause === null ? "Not in the guide" : `Guide cause ${String(guideCause)}:`;
    expect(`${head} ${second}`).toContain(expected);
  });

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
