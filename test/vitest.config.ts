// Everything that needs no Thunderbird: engine, app, pages, drivers, repository. The lab (test/e2e) and the
// measurements (test/bench) have their own configuration.
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/e2e/**", "test/bench/**"],
    testTimeout: 30_000,
  },
});
