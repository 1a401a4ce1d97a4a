// `npm run bench`: all figures, or those named (proof, fix, engine). Started by test/e2e/run inside the lab; `engine`
// needs no lab. Not a test: it reports, and does not judge.

import { startPublishers } from "../e2e/world/publishers.js";
import { startWorld } from "../e2e/world/start.js";
import { makeTemplate } from "../e2e/thunderbird/template.js";
import { engineLines, measureEngine } from "./engine.js";
import { fixLines, measureFix } from "./fix.js";
import { measureProof, proofLines } from "./proof.js";
import { loadAverage, machine, writeResults } from "./results.js";

const parts = {
  async proof() {
    const figures = await measureProof();
    return { figures, lines: proofLines(figures) };
  },
  async fix() {
    await startPublishers();
    await makeTemplate();
    const figures = await measureFix();
    return { figures, lines: fixLines(figures) };
  },
  engine() {
    const figures = measureEngine();
    return Promise.resolve({ figures, lines: engineLines(figures) });
  },
} as const;
type Part = keyof typeof parts;

function asked(): readonly Part[] {
  const names = Object.keys(parts) as Part[];
  const given = process.argv.slice(2);
  const unknown = given.find((name) => !names.includes(name as Part));
  if (unknown !== undefined) throw new Error(`no figures are called ${unknown}: ${names.join(", ")}`);
  return given.length === 0 ? names : (given as Part[]);
}

async function bench(wanted: readonly Part[]): Promise<void> {
  const before = machine();
  console.log(`${String(before.cores)} cores, load ${String(before.loadAverage)} at the start`);
  if (wanted.some((part) => part !== "engine")) startWorld();
  const results: Record<string, unknown> = {};
  for (const part of wanted) {
    const { figures, lines } = await parts[part]();
    results[part] = figures;
    console.log(lines.join("\n"));
  }
  const loadAverageAfter = loadAverage();
  console.log(`load ${String(loadAverageAfter)} at the end`);
  console.log(writeResults({ machine: { ...before, loadAverageAfter }, ...results }));
}

try {
  await bench(asked());
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
