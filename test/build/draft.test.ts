// The drafts for Thunderbird: readable as source, whole, and saying nothing that is not there. Their lint is that of another
// repository: `npm run test:long draft`.

import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { draftNames, filesOf } from "../../src/build/draft-files.mjs";
import { readJson } from "../repo/tree.js";

interface Named {
  readonly name?: string;
}
interface Schema {
  readonly functions: readonly Named[];
  readonly events: readonly Named[];
}
const place = "experiments/outgoingServers";
const namesIn = ([schema]: readonly Schema[]): string[] =>
  [...(schema?.functions ?? []), ...(schema?.events ?? [])].map(({ name = "" }) => name).sort();
const whole = namesIn(readJson("src/experiment/outgoingServers/schema/outgoing-servers.json") as Schema[]);

const isLong = process.env["TEST_LONG"] !== undefined;

describe
  .skipIf(!isLong)
  .each(
    !isLong ? [] : await Promise.all(draftNames.map(async (name) => ({ name, files: await filesOf(name) }))),
  )("$name", ({ files }) => {
  const text = (path: string): string => files.get(path) ?? "";
  const schema = text(`${place}/schema/outgoing-servers.json`);
  const names = namesIn(JSON.parse(schema) as Schema[]);
  const script = text(`${place}/parent/ext-outgoing-servers.js`);
  const code = [...files].filter(([path]) => /\.m?js$/.test(path));

  it("has no file that is too long to read, and the licence above every script", () => {
    const long = [...files].filter(([, one]) => one.split("\n").length >= 900);
    const bare = code.filter(([, one]) => !one.startsWith("/* This Source Code Form"));
    expect([...long, ...bare].map(([path]) => path)).toEqual([]);
  });

  it("has every module that one of its scripts names", () => {
    const asked = code.flatMap(([path, one]) => [
      ...[...one.matchAll(/ from "(\.[^"]+)"/g)].map(([, way = ""]) => join(dirname(path), way)),
      ...[...one.matchAll(/this\.load\(\s*"([\w-]+)"/g)].map(
        ([, module = ""]) => `${place}/modules/${module}.sys.mjs`,
      ),
    ]);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((path) => !files.has(path))).toEqual([]);
  });

  it("tells in comments and page only of files that are there, or Thunderbird's own", () => {
    const comments = code.flatMap(([, one]) => one.match(/^\s*(?:\/\/|\/?\*).*$/gm) ?? []);
    const told = [...comments, text("README.md")].flatMap(
      (one) => one.match(/[\w./-]+\.(?:ts|mjs|md)\b/g) ?? [],
    );
    const isThere = (path: string): boolean =>
      /^(?:[A-Z]\w*|storage-json)\.sys\.mjs$/.test(path) ||
      [...files.keys()].some((one) => `/${one}`.endsWith(`/${path}`));
    expect([...new Set(told)].filter((path) => !isThere(path))).toEqual([]);
  });

  it("binds what its schema has, and its page has a heading for each", () => {
    expect(names.filter((name) => !new RegExp(`^ +${name}:`, "m").test(script))).toEqual([]);
    const headings = [...text("README.md").matchAll(/^### (\w+)/gm)].map(([, name = ""]) => name);
    expect(headings.sort()).toEqual(names);
  });

  it("speaks of no function or event that it does not have", () => {
    const others = whole.filter((name) => !names.includes(name) && !["list", "get"].includes(name));
    expect(others.filter((name) => `${schema}${text("README.md")}`.includes(`\`${name}\``))).toEqual([]);
  });

  it("uses each of them in its sample add-on", () => {
    const sample = code
      .filter(([path]) => !path.startsWith(place))
      .map(([, one]) => one)
      .join("\n");
    expect(names.filter((name) => !sample.includes(`.${name}`))).toEqual([]);
  });
});

it.skipIf(!isLong)("the second has the modules of the first", async () => {
  const [first, second] = await Promise.all(draftNames.map(filesOf));
  expect([...(first?.keys() ?? [])].filter((path) => second?.has(path) !== true)).toEqual([]);
});
