// `npm run --silent notes`: what has to be checked anew.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { notes } from "../../src/engine/providers/notes/index.js";

function run(...day: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ["src/build/run.mjs", "src/cli/notes.ts", ...day];
  return spawnSync("node", command, { cwd: join(import.meta.dirname, "../.."), encoding: "utf8" });
}

it("lists every note that is older than a year, the oldest first, with its facts and its file", () => {
  const lines = run("2099-01-01").stdout.trim().split("\n");
  expect(lines.length).toBe(notes.length);
  expect(lines).toEqual([...lines].sort());
  expect(
    lines.filter(
      (line) =>
        !/^20\d\d-\d\d-\d\d .+: \w+ \((?:certain|likely|possible)\).*, src\/engine\/providers\/notes\/[a-z0-9-]+\.ts$/.test(
          line,
        ),
    ),
  ).toEqual([]);
});

it("lists a note from the day after its year is over", () => {
  const days = notes.map(({ checked }) => checked).sort();
  const oldest = days[0] ?? "";
  const due = new Date(`${String(Number(oldest.slice(0, 4)) + 1)}${oldest.slice(4)}T12:00:00Z`);
  expect(run(due.toISOString().slice(0, 10)).stdout).toMatch(/^None of /);
  due.setUTCDate(due.getUTCDate() + 1);
  const lines = run(due.toISOString().slice(0, 10)).stdout.trim().split("\n");
  expect(lines.length).toBe(days.filter((day) => day === oldest).length);
  expect(lines.filter((line) => !line.startsWith(oldest))).toEqual([]);
});

it("says so where none is", () => {
  expect(run("2026-11-28").stdout).toBe(`None of ${String(notes.length)} notes is older than a year.\n`);
});

it("explains its use when it is given no day", () => {
  expect(run("yesterday")).toMatchObject({ status: 2, stdout: "" });
});
