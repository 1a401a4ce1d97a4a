// Prints the figures and writes them to bench/results.json, with what the machine was and how busy it was.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { rounded } from "./median.js";
import type { Options } from "./options.js";

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

/** As a section of test/results/idle.md, in place of what stood there under that name. */
export async function writeTable(
  name: string,
  title: string,
  { against, rounds, share }: Pick<Options, "against" | "rounds" | "share">,
  lines: readonly string[],
): Promise<void> {
  const file = join("test", "results", "idle.md");
  const old = existsSync(file)
    ? readFileSync(file, "utf8")
    : "# What an idle add-on costs, and sixty accounts\n";
  const { cores, loadAverage: load } = machine();
  const how =
    `${String(rounds)} alternating rounds, ${name === "start" ? "means" : "medians"}; ${String(cores)} cores, load ${String(load)} at the end. ` +
    (against === null ? "" : `Before: the build of ${against}. `) +
    (name === "idle"
      ? `Played: ${String(rounded(share * 100, 1))} % of the day and at least five of each event, multiplied up.`
      : "");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const section = [begin, "", `## ${title}`, "", how.trim(), "", ...lines, "", end].join("\n");
  const [at, until] = [old.indexOf(begin), old.indexOf(end)];
  const text = at < 0 ? `${old}\n${section}\n` : old.slice(0, at) + section + old.slice(until + end.length);
  mkdirSync(join("test", "results"), { recursive: true });
  writeFileSync(file, await format(text, { parser: "markdown", printWidth: 110 }));
}
