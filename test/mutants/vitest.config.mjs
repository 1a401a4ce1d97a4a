// The tests that try the mutants of one area ($MUTANTS_AREA), for Stryker's runner.
import { configDefaults, defineConfig } from "vitest/config";
import { areas } from "./areas.mjs";

const area = areas[process.env.MUTANTS_AREA ?? "engine"];

export default defineConfig({
  test: {
    include: area.tests,
    exclude: [...configDefaults.exclude, ...(area.but ?? [])],
    setupFiles: ["test/mutants/clocks.ts"],
    isolate: area.isolate,
    // Instrumented code is slow; who never ends is ended by Stryker.
    testTimeout: 600_000,
  },
});
