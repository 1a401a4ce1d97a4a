// `npm run --silent notes`: which facts of the provider notes were checked more than a year ago, with the file that names
// their sources. `-- YYYY-MM-DD` asks as of another day.

import { notes } from "../engine/providers/notes/index.js";
import { isOld } from "../engine/providers/shown-note.js";

const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d\d-\d\d$/.test(today)) {
  process.stderr.write("notes: usage: npm run --silent notes [-- YYYY-MM-DD]\n");
  process.exit(2);
}
const old = notes.flatMap(({ id, provider, facts }) =>
  Object.entries(facts)
    .filter(([, { checked }]) => isOld(checked, today))
    .map(([kind, { checked, certainty }]) => {
      const file = `src/engine/providers/notes/${id}.ts`;
      return `${checked} ${provider}: ${kind} (${certainty}), ${file}`;
    }),
);
process.stdout.write(
  old.length === 0
    ? `None of ${String(notes.length)} notes is older than a year.\n`
    : `${old.sort().join("\n")}\n`,
);
