// The lab: one Thunderbird at a time on one screen, so cases run in a row. Started by `run`, not directly.
import { defineConfig } from "vitest/config";

/** Where `npm test` wants the figures, as JSON. */
const report = process.env["VITEST_REPORT"];

export default defineConfig({
  test: {
    include: ["test/e2e/*.test.ts"],
    globalSetup: ["test/e2e/global-setup.ts"],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    ...(report === undefined
      ? { reporters: ["default"] }
      : { reporters: ["default", "json"], outputFile: { json: report } }),
  },
});
