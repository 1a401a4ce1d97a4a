// One test per file in cases/; the file says what is set up, what is done and what must be true.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCaseFile, type CaseFile } from "./case-file.js";
import { addOnFile } from "./add-on-file.js";
import type { Timing } from "./run-case.js";
import { runCase } from "./run-case.js";
import { thunderbirdVersion } from "./thunderbird/version.js";
import { writeTimings } from "./timings.js";

const directory = join(import.meta.dirname, "cases");
const filters = (process.env["LAB_FILTER"] ?? "").split(" ");
/** How often in a row each case runs: what is only usually right shows. */
const repeat = Number(process.env["LAB_REPEAT"] ?? 1);
const files = readdirSync(directory).filter(
  (file) => file.endsWith(".json") && filters.some((filter) => file.includes(filter)),
);
/** A filter may name one of the lab's other test files as well, `guided`, or a part of one, `concurrency-servers`. */
const otherFiles = readdirSync(import.meta.dirname).filter((file) =>
  filters.some((filter) => filter.length > 0 && `${filter}-`.startsWith(`${file.replace(".test.ts", "")}-`)),
);
const timings: Timing[] = [];
const version = thunderbirdVersion();
const isFor = ({ thunderbird: { from = 0, to = Infinity } = {} }: CaseFile): boolean =>
  from <= version && version <= to;

test("there is something to run", () => {
  const found = [...files, ...otherFiles];
  expect(found, `neither a file in cases/ nor a test file matches ${filters.join(" ")}`).not.toEqual([]);
});

for (const file of files.sort()) {
  const read = readCaseFile(join(directory, file));
  for (let round = 1; round <= repeat; round++) {
    const which = repeat === 1 ? "" : ` (${String(round)} of ${String(repeat)})`;
    test.runIf(isFor(read))(`${read.name}: ${read.title}${which}`, async () => {
      timings.push(await runCase(read, addOnFile(read.edition)));
    });
  }
}

afterAll(() => {
  writeTimings(timings);
});
