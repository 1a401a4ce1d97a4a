// The repository as git knows it: what the invariants look at. Files of others that are not committed yet stay out.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

export const tracked: readonly string[] = execFileSync("git", ["ls-files", "-z"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(root, path)));

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(read(path));
}

/** Tracked files under a folder whose names end so. */
export function files(folder: string, ...endings: readonly string[]): readonly string[] {
  return tracked.filter(
    (path) => path.startsWith(`${folder}/`) && endings.some((ending) => path.endsWith(ending)),
  );
}
