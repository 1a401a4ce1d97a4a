// The results of the matrix as a table: a line for each behaviour and outcome, with the steps at which it came to that.

import { outcomeOf, type Cell, type Seen } from "./matrix.js";

export function faultTable(results: ReadonlyMap<Cell, Seen>): string {
  const rows = new Map<string, { readonly steps: Set<string>; seconds: number; read: number }>();
  for (const [{ behaviour, step, security }, { result, seconds, told }] of results) {
    const key = `${behaviour.name} | ${outcomeOf(result)}`;
    const row = rows.get(key) ?? { steps: new Set<string>(), seconds: 0, read: 0 };
    row.steps.add(security === "tls" ? `${step} (TLS)` : step);
    row.seconds = Math.max(row.seconds, seconds);
    row.read = Math.max(row.read, told.read);
    rows.set(key, row);
  }
  return [
    "# Faults at every step of a proof",
    "",
    `Written by \`npm run test:long faults\`: ${results.size} cells, each a hostile behaviour at one step, all as expected.`,
    "No password left the machine before TLS was verified, none is in what is kept. Seconds are those of the virtual",
    "clock, the longest of the row; octets are what was read from the connection, the most of the row.",
    "",
    "| behaviour | comes to | at | seconds | octets |",
    "| --------- | -------- | -- | ------: | -----: |",
    ...[...rows].map(
      ([key, { steps, seconds, read }]) =>
        `| ${key} | ${[...steps].join(", ")} | ${seconds.toFixed(0)} | ${read.toLocaleString("en")} |`,
    ),
    "",
  ].join("\n");
}
