// `npm run --silent diagnose -- <evidence.json>`: the diagnosis of a saved report as JSON (DESIGN §6),
// and the provider's note that the page shows with it. Takes the
// evidence alone or the text that "Copy report" writes, where a head for people stands above it.

import { readFileSync } from "node:fs";
import { readEvidence } from "./evidence-file.js";
import { noteShown } from "../engine/providers/shown-note.js";
import { diagnose } from "../engine/rules/diagnose.js";

/** Not ours to explain: the file cannot be read, or it is not a report. */
const unusable = 2;

function stop(because: string): never {
  process.stderr.write(`diagnose: ${because}\n`);
  process.exit(unusable);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return stop(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const [path, ...others] = process.argv.slice(2);
if (path === undefined || others.length > 0) {
  stop("usage: npm run --silent diagnose -- <evidence.json>");
}
const read = readEvidence(textOf(path));
if (read.kind === "unusable") {
  stop(`${path}: ${read.because}`);
}
const diagnosis = diagnose(read.evidence);
const note = noteShown(read.evidence, diagnosis, new Date().toISOString().slice(0, 10));
process.stdout.write(`${JSON.stringify({ ...diagnosis, note }, null, 2)}\n`);
