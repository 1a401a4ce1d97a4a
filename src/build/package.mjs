// `npm run package`: everything a release needs, in dist/package. Builds twice and compares byte for byte, judges what was
// built by the store's checks, and puts the listing with its pictures, the release notes of this version, checksums and the
// update manifest beside it. Refuses what is no release; `-- trial` makes one all the same, in dist/trial.
//   npm run package -- [trial] [updates.json as it is published now]

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { addressesOf } from "./addresses.mjs";
import { releaseNotes } from "./release-notes.mjs";
import { git, whyNoRelease } from "./release-refused.mjs";
import { updateManifest } from "./updates.mjs";

const root = resolve(import.meta.dirname, "../..");
const words = process.argv.slice(2);
const isTrial = words[0] === "trial";
const published = words[isTrial ? 1 : 0];
const target = join(root, isTrial ? "dist/trial" : "dist/package");
const quiet = { ...process.env, NO_COLOR: "1" };

const project = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
const why = whyNoRelease({
  project,
  changelog,
  changes: git(root, "status", "--porcelain"),
  tags: git(root, "tag", "--points-at", "HEAD").split("\n"),
});
if (why.length > 0 && !isTrial) {
  process.stderr.write(
    `This is no release (for a trial: npm run package -- trial):\n- ${why.join("\n- ")}\n`,
  );
  process.exit(1);
}
const addresses = addressesOf(project.homepage);
const scratch = await mkdtemp(join(tmpdir(), "relay-doctor-package-"));

try {
  run("node", "src/build/build.mjs", "dist");
  run("node", "src/build/build.mjs", scratch);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const sums = [];
  for (const name of (await readdir(scratch)).filter((file) => file.endsWith(".xpi")).sort()) {
    const bytes = await readFile(join(root, "dist", name));
    if (!bytes.equals(await readFile(join(scratch, name)))) {
      throw new Error(`${name}: two builds of the same sources differ`);
    }
    await writeFile(join(target, name), bytes);
    sums.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}`);
    process.stdout.write(`${sums.at(-1)}  ${String(bytes.length)} bytes, the same twice\n`);
  }
  await writeFile(join(target, "SHA256SUMS"), `${sums.join("\n")}\n`);
  const updates = updateManifest(
    JSON.parse(await readFile(join(root, "dist/full/manifest.json"), "utf8")),
    await readFile(join(target, "relay-doctor-full.xpi")),
    addresses.fullEdition(project.version),
    published === undefined ? null : JSON.parse(await readFile(published, "utf8")),
  );
  await writeFile(join(target, "updates.json"), `${JSON.stringify(updates, null, 2)}\n`);
  run(
    "npx",
    "--no",
    "vitest",
    "run",
    "--config",
    "test/vitest.config.ts",
    "--root",
    ".",
    "--reporter=dot",
    "test/build",
  );
  await cp(join(root, "src/store"), join(target, "listing"), {
    recursive: true,
    filter: (from) => !/(?:^|\/)README\.md$/.test(from),
  });
  for (const name of (await readdir(join(target, "listing"))).filter((file) => file.endsWith(".md"))) {
    const text = await readFile(join(target, "listing", name), "utf8");
    const filled = text.replaceAll("{{home}}", addresses.home).replaceAll("{{support}}", addresses.support);
    await writeFile(join(target, "listing", name), filled);
  }
  if (!isTrial) {
    await writeFile(join(target, "listing/release-notes.md"), releaseNotes(changelog, project.version));
  }
  process.stdout.write(`${relative(root, target)} is ready; what goes where: src/store/README.md\n`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/**
 * Runs quietly; what it said is shown when it fails.
 * @param {string} command
 * @param {...string} rest
 */
function run(command, ...rest) {
  const { status, stdout, stderr } = spawnSync(command, rest, { cwd: root, encoding: "utf8", env: quiet });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    throw new Error(`${[command, ...rest].join(" ")} failed`);
  }
}
