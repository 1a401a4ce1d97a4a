// The tests that try the mutants of one area ($MUTANTS_AREA), for Stryker's runner.
import { statSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { areas } from "./areas.mjs";

const area = areas[process.env.MUTANTS_AREA ?? "engine"];

/** The smallest files first: a mutant is tried until the first test fails. */
class SmallestFirst extends BaseSequencer {
  async sort(files) {
    const sizes = new Map(files.map((file) => [file, statSync(file.moduleId).size]));
    return [...files].sort((one, other) => sizes.get(one) - sizes.get(other));
  }
}

export default defineConfig({
  test: {
    include: area.tests,
    exclude: [...configDefaults.exclude, ...(area.but ?? [])],
    setupFiles: ["test/mutants/setup.ts"],
    sequence: { sequencer: SmallestFirst },
    isolate: area.isolate,
    // Instrumented code is slow; who never ends is ended by Stryker.
    testTimeout: 600_000,
  },
});
