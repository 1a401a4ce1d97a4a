// How Stryker tries the mutants of one area ($MUTANTS_AREA): `test/long mutants` runs one area after the other.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { areas, cache } from "./areas.mjs";
import { area, sampleOf, seed, share } from "./sample.mjs";

const { all, places } = await sampleOf(areas[area]);
// For the table, which the reporter's process leads.
process.env.MUTANTS_ALL = String(all);
console.log(`${area}: ${places.length} of ${all} mutants, seed ${seed}`);

export default {
  mutate: places,
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutants/plugins.mjs"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutants/vitest.config.mjs", related: false },
  checkers: ["sample"],
  coverageAnalysis: "perTest",
  // What is evaluated while modules load (tables of phrases, patterns) would need every test for every mutant.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTANTS_WORKERS ?? 1),
  // What was outside one sample must not be taken for outside another.
  incremental: true,
  incrementalFile: `${cache}/${area}-${seed}-${share}.json`,
  reporters: ["results", "dots"],
  tempDirName: join(tmpdir(), `relay-doctor-mutants-${area}`),
  ignorePatterns: ["dist", "test/e2e", "test/bench", "test/results"],
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  disableTypeChecks: false,
  allowConsoleColors: false,
};
