// One test per file in cases/; the file says what is set up, what is done and what must be true.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCaseFile } from "./case-file.js";
import { addOnFile } from "./add-on-file.js";
import type { Timing } from "./run-case.js";
import { runCase } from "./run-case.js";
import { writeTimings } from "./timings.js";

const directory = join(import.meta.dirname, "cases");
const filter = process.env["LAB_FILTER"] ?? "";
const files = readdirSync(directory).filter((file) => file.endsWith(".json") && file.includes(filter));
const timings: Timing[] = [];

test("there are cases to run", () => {
  expect(files, `no file in cases/ matches ${filter}`).not.toEqual([]);
});

for (const file of files.sort()) {
  const read = readCaseFile(join(directory, file));
  test(`${read.name}: ${read.title}`, async () => {
    timings.push(await runCase(read, addOnFile()));
  });
}

afterAll(() => {
  writeTimings(timings);
});
