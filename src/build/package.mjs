// `npm run package`: everything an upload to addons.thunderbird.net needs, in dist/package. Builds twice and compares
// byte for byte, judges what was built by the store's checks, and copies the listing and its pictures beside it.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const target = join(root, "dist/package");
const quiet = { ...process.env, NO_COLOR: "1" };
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
  await cp(join(root, "CHANGELOG.md"), join(target, "listing/release-notes.md"));
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
