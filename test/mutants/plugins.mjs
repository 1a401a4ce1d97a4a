// Stryker's plugins for a random sample: a checker that lets only the sampled mutants (sample.mjs) through, since a place that
// is mutated has several, and holds others; they get its status "CompileError", which counts nowhere. And a reporter that
// keeps what became of each as soon as it is known (a line of JSON, for table.mjs).

import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { cache, resultsOf } from "./areas.mjs";
import { area, isSampled, seed, share } from "./sample.mjs";

class Sample {
  async init() {}

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isSampled(mutant) ? { status: "passed" } : { status: "compileError", reason: "not in the sample" },
      ]),
    );
  }

  /** All at once: one call for what would be one for each of many thousand mutants. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

class Results {
  onMutationTestingPlanReady({ mutantPlans }) {
    const sample = mutantPlans.filter(
      ({ mutant }) => mutant.status !== "Ignored" && isSampled(mutant),
    ).length;
    const all = Number(process.env.MUTANTS_ALL);
    const run = { seed, share, started: new Date().toISOString(), all, sample };
    mkdirSync(cache, { recursive: true });
    writeFileSync(resultsOf(area), `${JSON.stringify(run)}\n`);
  }

  onMutantTested({ fileName, location, mutatorName, replacement, status }) {
    if (status !== "CompileError" && status !== "Ignored") {
      const file = relative(process.cwd(), fileName);
      appendFileSync(
        resultsOf(area),
        `${JSON.stringify({ file, location, mutatorName, replacement, status })}\n`,
      );
    }
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, "sample", Sample),
  declareClassPlugin(PluginKind.Reporter, "results", Results),
];
