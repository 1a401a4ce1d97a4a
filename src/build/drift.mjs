// `npm run drift -- path/to/omni.ja`: what the Experiment touches inside that Thunderbird, against the versions the lab has
// run on. Ends with 1 where something is gone or of a new shape: then read what changed, and run the lab with it.
//   npm run drift -- path/to/omni.ja keep    notes this version's shapes as known; for after the lab has run on it

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { drift, shapesIn } from "./shapes.mjs";

const root = resolve(import.meta.dirname, "../..");
const [path, word] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write("usage: npm run drift -- path/to/omni.ja [keep]\n");
  process.exit(2);
}
const knownFile = join(root, "src/experiment/known-shapes.json");
const internals = JSON.parse(await readFile(join(root, "src/experiment/internals.json"), "utf8"));
const known = JSON.parse(await readFile(knownFile, "utf8"));
const application = await readFile(join(dirname(resolve(path)), "application.ini"), "utf8");
const version = /^Version=(.*)$/m.exec(application)?.[1] ?? "unknown";
const shapes = shapesIn(await readFile(path), internals);
const { gone, changed } = drift(shapes, known);

process.stdout.write(
  `Thunderbird ${version}: ${String(Object.keys(shapes).length)} members looked at, known from ${Object.keys(known).join(", ")}\n`,
);
for (const member of gone) {
  process.stdout.write(`gone     ${member}\n`);
}
for (const member of changed) {
  process.stdout.write(`changed  ${member}\n`);
}
if (word === "keep") {
  const kept = Object.entries({ ...known, [version]: shapes });
  kept.sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  await writeFile(knownFile, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
} else if (gone.length + changed.length > 0) {
  process.exit(1);
}
