// `npm run --silent notes`: which provider notes were checked more than a year ago, with the file that names the sources
// of their facts. `-- YYYY-MM-DD` asks as of another day.

import { notes } from "../engine/providers/notes/index.js";
import { isOld } from "../engine/providers/shown-note.js";

const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d\d-\d\d$/.test(today)) {
  process.stderr.write("notes: usage: npm run --silent notes [-- YYYY-MM-DD]\n");
  process.exit(2);
}
const old = notes
  .filter(({ checked }) => isOld(checked, today))
  .map(({ id, provider, checked, facts }) => {
    const told = Object.entries(facts).map(([kind, { certainty }]) => `${kind} (${certainty})`);
    return `${checked} ${provider}: ${told.join(", ")}, src/engine/providers/notes/${id}.ts`;
  });
process.stdout.write(
  old.length === 0
    ? `None of ${String(notes.length)} notes is older than a year.\n`
    : `${old.sort().join("\n")}\n`,
);
