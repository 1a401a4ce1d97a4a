// `npm run draft`: writes the two drafts (draft-files.mjs) to dist/draft/<name>, has them judged by the lint of the repository they
// are for (draft-lint.mjs), unless told "without-lint", and packs each so that Thunderbird can install it.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { zipSync } from "fflate";
import { draftNames, filesOf } from "./draft-files.mjs";
import { lintDrafts } from "./draft-lint.mjs";

const root = resolve(import.meta.dirname, "../..");
const drafts = join(root, "dist/draft");

await rm(drafts, { recursive: true, force: true });
for (const name of draftNames) {
  for (const [path, text] of await filesOf(name)) {
    const target = join(drafts, name, "outgoingServers", path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
await writeFile(join(drafts, "PROPOSAL.md"), await readFile(join(root, "src/experiment/PROPOSAL.md")));
if (process.argv[2] !== "without-lint") {
  await lintDrafts(drafts);
}
for (const name of draftNames) {
  await pack(name);
}

/** @param {string} draft */
async function pack(draft) {
  const folder = join(drafts, draft, "outgoingServers");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const path of paths.sort()) {
    files[relative(folder, path)] = await readFile(path);
  }
  const archive = join(root, `dist/outgoing-servers-${draft}.xpi`);
  await writeFile(archive, zipSync(files, { level: 9, mtime: "1980-01-01T00:00:00" }));
  process.stdout.write(`${relative(root, folder)}  ${relative(root, archive)}\n`);
}
