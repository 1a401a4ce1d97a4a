// `npm run bench`: the figures of proof, fix and engine, or those named (also idle, start, accounts). Started by test/e2e/run
// inside the lab; `engine` needs no lab. Not a test: it reports, and does not judge.

import { join } from "node:path";
import { readCaseFile } from "../e2e/case-file.js";
import { startPublishers } from "../e2e/world/publishers.js";
import { startWorld } from "../e2e/world/start.js";
import { makeTemplate } from "../e2e/thunderbird/template.js";
import { engineLines, measureEngine } from "./engine/alone.js";
import { againstLines, measureAgainst } from "./engine/side-by-side.js";
import { fixLines, measureFix } from "./fix.js";
import { measureRead, readLines } from "./read-alert.js";
import { measureProof, proofLines } from "./proof.js";
import { accountLines, measureAccounts } from "./accounts.js";
import { builds } from "./idle/builds.js";
import { measureIdle } from "./idle/measure.js";
import { startLines, startRows } from "./idle/start-table.js";
import { starts } from "./idle/starts.js";
import { idleLines, idleRows } from "./idle/table.js";
import { wantedLines, wantedOfAccounts, wantedOfFix, wantedOfIdle, type Wanted } from "./wanted.js";
import { options } from "./options.js";
import { loadAverage, machine, writeResults, writeTable } from "./results.js";

const parts = {
  async proof() {
    const figures = await measureProof();
    return { figures, lines: proofLines(figures) };
  },
  async fix() {
    const compared = builds(options.against).filter(({ name }) => name.startsWith("full"));
    const figures = await measureFix(compared, options.rounds);
    const read = await measureRead(compared, options.rounds);
    const lines = [...fixLines(figures), ...readLines(read)];
    await writeTable("fix", "From a failed send to a proven fix", options, lines);
    return { figures: { ways: figures, read }, lines, wanted: wantedOfFix(figures, read) };
  },
  async idle() {
    const compared = builds(options.against);
    const rows = idleRows(await measureIdle(compared, options));
    await writeTable("idle", "What it costs while nothing fails", options, idleLines(rows));
    return { figures: rows, lines: idleLines(rows), wanted: wantedOfIdle(rows) };
  },
  async start() {
    const compared = builds(options.against);
    const file = readCaseFile(join("test", "e2e", "cases", "bounce-arrives.json"));
    const rows = startRows(await starts(compared, { rounds: options.rounds, perRound: 1 }, file));
    await writeTable("start", "What it costs Thunderbird's start", options, startLines(rows));
    return { figures: rows, lines: startLines(rows) };
  },
  async accounts() {
    const compared = builds(options.against).filter(({ name }) => name.startsWith("full"));
    const figures = await measureAccounts(compared, options.rounds);
    await writeTable("accounts", "The check of many accounts", options, accountLines(figures));
    return { figures, lines: accountLines(figures), wanted: wantedOfAccounts(figures) };
  },
  async engine() {
    const alone = measureEngine();
    const { against, rounds } = options;
    if (against === null) return { figures: alone, lines: engineLines(alone) };
    const compared = await measureAgainst(against, rounds);
    return {
      figures: { ...alone, against: compared },
      lines: [...engineLines(alone), ...againstLines(against, compared)],
    };
  },
} as const;
type Part = keyof typeof parts;
interface Measured {
  readonly figures: unknown;
  readonly lines: readonly string[];
  readonly wanted?: readonly Wanted[];
}
const inThunderbird: readonly Part[] = ["fix", "idle", "start", "accounts"];

function asked(): readonly Part[] {
  const names = Object.keys(parts) as Part[];
  const given = options.parts;
  const unknown = given.find((name) => !names.includes(name as Part));
  if (unknown !== undefined) throw new Error(`no figures are called ${unknown}: ${names.join(", ")}`);
  return given.length === 0 ? ["proof", "fix", "engine"] : (given as Part[]);
}

async function bench(wanted: readonly Part[]): Promise<void> {
  const before = machine();
  console.log(`${String(before.cores)} cores, load ${String(before.loadAverage)} at the start`);
  if (wanted.some((part) => part !== "engine")) startWorld();
  // Once for all parts: they stay until the end.
  if (wanted.some((part) => inThunderbird.includes(part))) {
    await startPublishers();
    await makeTemplate();
  }
  const results: Record<string, unknown> = {};
  const kept: Wanted[] = [];
  for (const part of wanted) {
    const measured: Measured = await parts[part]();
    results[part] = measured.figures;
    kept.push(...(measured.wanted ?? []));
    console.log(measured.lines.join("\n"));
  }
  if (kept.length > 0) {
    console.log(wantedLines(kept).join("\n"));
    const measured = wanted.filter((part) => inThunderbird.includes(part)).join(", ");
    await writeTable("wanted", `What is wanted, of one run (${measured})`, options, wantedLines(kept));
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
