// The files of an earlier commit, with this one's packages, to build from.

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

/** @param root where they are put; nothing may be there */
export function treeOf(commit: string, root: string): string {
  mkdirSync(root, { recursive: true });
  const archive = execFileSync("git", ["archive", commit], { maxBuffer: 1 << 28 });
  execFileSync("tar", ["-x", "-C", root], { input: archive });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  return root;
}
