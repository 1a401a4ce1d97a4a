// The repository as git knows it, new files with it: what the invariants look at. What is ignored stays out.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** By `git add`, or about to be: a new file is looked at before it is added. */
export function listedIn(folder: string): readonly string[] {
  const asked = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", asked, { cwd: folder, encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(folder, path)));
}

export const listed = listedIn(root);

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(read(path));
}

/** Files under a folder whose names end so. */
export function files(folder: string, ...endings: readonly string[]): readonly string[] {
  return listed.filter(
    (path) => path.startsWith(`${folder}/`) && endings.some((ending) => path.endsWith(ending)),
  );
}
