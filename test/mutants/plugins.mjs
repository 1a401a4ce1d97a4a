// Stryker's plugins for a random sample: a checker that lets only the sampled mutants of Stryker's own list through, and a
// reporter that keeps what became of each as soon as it is known (a line of JSON, for table.mjs).
// A mutant is in the sample when the hash of the seed and of what it is (file, place, change) falls below the share that
// is asked for: the same seed takes the same mutants of the same code, and a change in one file moves none in or out
// elsewhere. The others get Stryker's status "CompileError", which counts nowhere.

import { createHash } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { areas, resultsOf } from "./areas.mjs";

const { MUTANTS_AREA: area = "engine", MUTANTS_SEED: seed = "20261128" } = process.env;
const share = process.env.MUTANTS_SHARE ?? areas[area].share;

/** What tells a mutant from every other, as long as its lines are not moved. */
function nameOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const place = [start.line, start.column, end.line, end.column];
  return [relative(process.cwd(), fileName), ...place, mutatorName, replacement].join(" ");
}

function isSampled(mutant) {
  const hash = createHash("sha256")
    .update(`${seed} ${nameOf(mutant)}`)
    .digest();
  return hash.readUInt32BE() / 2 ** 32 < Number(share);
}

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
    const left = mutantPlans.filter(({ mutant }) => mutant.status === "Ignored").length;
    const run = { seed, share, started: new Date().toISOString(), all: mutantPlans.length, static: left };
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
