// `npm run --silent diagnose -- <evidence.json>`, as people and tools use it.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { withoutDoubles } from "../../src/app/report/report-length.js";
import { Masks } from "../../src/app/report/report-masks.js";
import { reportOf } from "../../src/app/report/report.js";
import { readEvidence } from "../../src/cli/evidence-file.js";
import { openCase } from "../../src/engine/case/open-case.js";
import { cases, casesFolder } from "../engine/saved-cases.js";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "relay-doctor-diagnose-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...paths: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ["src/build/run.mjs", "src/cli/diagnose.ts", ...paths];
  return spawnSync("node", command, { cwd: root, encoding: "utf8" });
}

function fileWith(text: string): string {
  const path = join(folder, "evidence.json");
  writeFileSync(path, text);
  return path;
}

const [first] = cases;
const evidence = first?.evidence;
const path = join(casesFolder, first?.name ?? "", "evidence.json");

describe("diagnose", () => {
  it("prints the diagnosis of a saved case as JSON", () => {
    const { status, stdout, stderr } = run(path);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: { kind: first?.expected.conclusion } });
  });

  it.each([
    ["a missing file", () => join(folder, "absent.json"), "ENOENT"],
    ["a folder", () => folder, "EISDIR"],
    ["words", () => fileWith("550 relay not permitted"), "no JSON object"],
    ["JSON that is something else", () => fileWith('{"sender":{}}'), "sender.identityId: not a string"],
  ])("says what is wrong with %s, on stderr, with status 2", (_name, make, because) => {
    const { status, stdout, stderr } = run(make());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(because);
    expect(stderr.trim().split("\n").length).toBe(1);
  });

  it("explains its use when it is given no file, or two", () => {
    expect(run()).toMatchObject({ status: 2, stdout: "" });
    expect(run(path, path).stderr).toContain("usage");
  });
});

describe("an evidence file", () => {
  it("may be the text of a copied report, from Windows too", () => {
    if (evidence === undefined) throw new Error("there is no saved case");
    const entry = openCase(evidence, { caseId: "case1", windowId: 7, startedBy: "failed-send", at: 0 });
    const { tools } = reportOf(entry, { kind: "written", today: "2026-11-28" });
    const report = `What happened: {"} it was refused\n\nFor tools:\n\n${tools}\n`;
    const shown = { kind: "evidence", evidence: withoutDoubles(new Masks(evidence).evidence()) };
    expect(readEvidence(report)).toEqual(shown);
    expect(readEvidence(report.replaceAll("\n", "\r\n"))).toEqual(shown);
  });

  it.each(cases)("$name survives being written and read", ({ evidence: saved }) => {
    expect(readEvidence(JSON.stringify(saved))).toEqual({ kind: "evidence", evidence: saved });
  });

  it("is refused wherever one value is of the wrong kind, never diagnosed and never thrown at", () => {
    const text = readFileSync(path, "utf8");
    const broken = [...text.matchAll(/: (?:"[^"]*"|\d+|true|false)/g)].map(
      ({ index, 0: value }) => `${text.slice(0, index)}: {"wrong":[]}${text.slice(index + value.length)}`,
    );
    expect(broken.length).toBeGreaterThan(20);
    expect(broken.filter((one) => readEvidence(one).kind !== "unusable")).toEqual([]);
  });

  it("is refused when it is far larger than any report", () => {
    expect(readEvidence(" ".repeat(1_000_001))).toMatchObject({ kind: "unusable" });
  });
});
