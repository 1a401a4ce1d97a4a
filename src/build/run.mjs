// Runs one TypeScript file of the project under Node: bundles it with esbuild and imports the result.
// Usage: node src/build/run.mjs <file.ts> [arguments]. Standard input and output are the program's own.

import { mkdir, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  process.stderr.write("usage: node src/build/run.mjs <file.ts> [arguments]\n");
  process.exit(2);
}
const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/relay-doctor/run");
await mkdir(folder, { recursive: true });
const bundle = join(folder, `${basename(entry, ".ts")}-${String(process.pid)}.mjs`);
await build({
  entryPoints: [entry],
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
process.argv = [process.argv[0] ?? "node", entry, ...rest];
try {
  await import(pathToFileURL(bundle).href);
} finally {
  await rm(bundle, { force: true });
}
