// Prints the figures and writes them to bench/results.json, with what the machine was and how busy it was.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { rounded } from "./median.js";

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  /** Of the last minute. Well above the number of cores, a figure in milliseconds says little; ratios hold longer. */
  readonly loadAverage: number;
  readonly versions: Readonly<Record<string, string>>;
}

export function machine(): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "",
    loadAverage: loadAverage(),
    versions: {
      node: process.version,
      ...Object.fromEntries(
        ["thunderbird", "exim4-daemon-light", "swaks"].map((name) => [name, packaged(name)]),
      ),
    },
  };
}

export function loadAverage(): number {
  return rounded(loadavg()[0] ?? 0, 2);
}

function packaged(name: string): string {
  try {
    return execFileSync("dpkg-query", ["--show", "--showformat=${Version}", name], { encoding: "utf8" });
  } catch {
    return "unknown";
  }
}

export function writeResults(results: unknown): string {
  mkdirSync("bench", { recursive: true });
  const file = join("bench", "results.json");
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}
