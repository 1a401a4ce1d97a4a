// Joins the Experiment and its sample add-on into a draft laid out like those of thunderbird/webext-experiments, in
// dist/draft/outgoingServers, and packs the same files as an add-on that Thunderbird can install.

import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { zipSync } from "fflate";

const root = resolve(import.meta.dirname, "../..");
const demo = join(root, "src/experiment/demo");
const built = join(root, "dist/full/experiment/outgoingServers");
const draft = join(root, "dist/draft/outgoingServers");

await rm(draft, { recursive: true, force: true });
await mkdir(draft, { recursive: true });
for (const name of (await readdir(demo)).filter((file) => file !== "README.md")) {
  await cp(join(demo, name), join(draft, name));
}
// The built files of the full edition: the parent script is one readable file, as drafts have it.
await cp(built, join(draft, "experiments/outgoingServers"), { recursive: true });
await cp(join(root, "src/experiment/outgoingServers/README.md"), join(draft, "README.md"));
await cp(join(root, "src/experiment/PROPOSAL.md"), join(draft, "../PROPOSAL.md"));
await cp(join(root, "LICENSE"), join(draft, "LICENSE"));

/** @type {Record<string, Uint8Array>} */
const files = {};
const entries = await readdir(draft, { recursive: true, withFileTypes: true });
for (const entry of entries.filter((one) => one.isFile())) {
  const path = join(entry.parentPath, entry.name);
  files[relative(draft, path)] = await readFile(path);
}
const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
const archive = join(root, "dist/outgoing-servers-demo.xpi");
await writeFile(archive, zipSync(sorted, { level: 9, mtime: "1980-01-01T00:00:00" }));
process.stdout.write(`${relative(root, draft)}  ${relative(root, archive)}\n`);
