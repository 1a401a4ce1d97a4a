// The results of the long run (JSON lines of property.ts) as a table, on standard output.

import { readFileSync } from "node:fs";

const held = readFileSync(process.argv[2] ?? "", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const sorted = held.sort(
  (left, right) => left.parser.localeCompare(right.parser) || left.name.localeCompare(right.name),
);
const total = held.reduce((sum, { inputs }) => sum + inputs, 0);
const rows = sorted.map(
  ({ parser, name, inputs }) => `| ${parser} | ${name} | ${inputs.toLocaleString("en")} |`,
);

console.log(
  [
    "# Properties of the parsers",
    "",
    `Written by \`npm run test:long properties\`: ${held.length} properties held, on ${total.toLocaleString("en")} inputs in all`,
    `(seed ${held[0]?.seed ?? "unknown"}, Node ${process.versions.node}). For "its work grows", an input is a text in two lengths.`,
    "",
    "| parser | property | inputs |",
    "| ------ | -------- | -----: |",
    ...rows,
  ].join("\n"),
);
