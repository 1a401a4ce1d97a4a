// The drift watch: every internal that the Experiment's code touches is on its list, and what a Thunderbird changes there
// is seen in its omni.ja. With an installed Thunderbird: its version is one the lab has run on, and nothing is gone.
import { existsSync, readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { drift, pathOf, shapesIn, type Internal, type Shapes } from "../../src/build/shapes.mjs";
import { parse, visit } from "../repo/syntax.js";
import { files, readJson } from "../repo/tree.js";

const internals = readJson("src/experiment/internals.json") as Internal[];
const known = readJson("src/experiment/known-shapes.json") as Record<string, Shapes>;
const sources = files("src/experiment/outgoingServers/parent", ".ts").map(parse);

describe("the list", () => {
  it("has every module that the Experiment imports from Thunderbird", () => {
    const imported = new Set<string>();
    for (const source of sources) {
      visit(source, (node) => {
        if (ts.isStringLiteral(node) && node.text.startsWith("resource:")) imported.add(node.text);
      });
    }
    expect(imported.size).toBeGreaterThan(5);
    const listed = internals.map(({ module }) => module);
    expect([...imported].filter((module) => !listed.includes(module))).toEqual([]);
  });

  it("has every member that Thunderbird calls its own, by an underscore", () => {
    const touched = new Set<string>();
    for (const source of sources) {
      visit(source, (node) => {
        const name = ts.isPropertyAccessExpression(node)
          ? node.name.text
          : ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)
            ? node.name.text
            : "";
        if (/^_[a-zA-Z]/.test(name)) touched.add(name);
      });
    }
    expect(touched.size).toBeGreaterThan(15);
    const listed = internals.flatMap(({ functions, fields }) => [...functions, ...fields]);
    expect([...touched].filter((name) => !listed.includes(name))).toEqual([]);
  });

  it("is known from the lowest and the highest version that the full edition is declared for", () => {
    const { strict_max_version: highest } = (
      readJson("src/editions/full.manifest.json") as {
        browser_specific_settings: { gecko: { strict_max_version: string } };
      }
    ).browser_specific_settings.gecko;
    const majors = Object.keys(known).map((version) => version.split(".")[0]);
    expect(majors).toContain("153");
    expect(`${majors.at(-1) ?? ""}.*`).toBe(highest);
  });
});

describe("a changed Thunderbird", () => {
  const one: Internal = {
    part: "notice",
    module: "resource:///modules/Sender.sys.mjs",
    name: "Sender",
    functions: ["fail", "kind"],
    fields: ["_fields"],
  };
  const omni = (text: string): Uint8Array => zipSync({ "modules/Sender.sys.mjs": strToU8(text) });
  const text =
    "export class Sender {\n  fail(code) {\n    return this._fields[code];\n  }\n  get kind() { return 1; }\n}\n";
  const before = { "1.0": shapesIn(omni(text), [one]) };
  const against = (changed: string) => drift(shapesIn(omni(changed), [one]), before);

  it("is the same by its words, whatever its comments and spaces", () => {
    expect(against(text)).toEqual({ gone: [], changed: [] });
    const laidOut = text.replace("fail(code) {", "/** Shows it. */\n  fail( code ) { // at once");
    expect(against(laidOut)).toEqual({ gone: [], changed: [] });
  });

  it.each([
    ["another body", text.replace("[code]", "[code + 1]"), { gone: [], changed: ["Sender.fail"] }],
    ["another name", text.replace("fail(", "failed("), { gone: ["Sender.fail"], changed: [] }],
    [
      "an accessor that is a field now",
      text.replace("get kind() { return 1; }", "kind = 1;"),
      { gone: ["Sender.kind"], changed: [] },
    ],
    [
      "a field of another name",
      text.replace("_fields", "#fields"),
      { gone: ["Sender._fields"], changed: ["Sender.fail"] },
    ],
    ["no such module", "", { gone: ["Sender.fail", "Sender.kind", "Sender._fields"], changed: [] }],
  ])("is told by %s", (_, changed, expected) => {
    expect(against(changed)).toEqual(expected);
  });
});

it("a module's address leads to its place in omni.ja", () => {
  expect(pathOf("resource:///modules/SmtpClient.sys.mjs")).toBe("modules/SmtpClient.sys.mjs");
  expect(pathOf("resource://gre/modules/Timer.sys.mjs")).toBe("modules/Timer.sys.mjs");
  expect(pathOf("resource://passwordmgr/passwordstorage.sys.mjs")).toBe(
    "chrome/toolkit/passwordmgr/passwordstorage.sys.mjs",
  );
});

const installed = "/usr/lib/thunderbird/omni.ja";
it.skipIf(!existsSync(installed))("in the Thunderbird that is installed here nothing is gone or new", () => {
  expect(drift(shapesIn(readFileSync(installed), internals), known)).toEqual({ gone: [], changed: [] });
});
