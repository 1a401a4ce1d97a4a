// What the house's rules are asked of: a new file before it is added, and nothing that is ignored or gone.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listedIn } from "./tree.js";

it("is every file that git has, or is about to be told of", () => {
  const folder = mkdtempSync(join(tmpdir(), "tree-"));
  try {
    const git = (...words: readonly string[]): unknown => execFileSync("git", words, { cwd: folder });
    git("init", "--quiet");
    for (const name of ["old.ts", "gone.ts", "built.log"]) writeFileSync(join(folder, name), "");
    writeFileSync(join(folder, ".gitignore"), "*.log\n");
    git("add", "--all");
    rmSync(join(folder, "gone.ts"));
    writeFileSync(join(folder, "new.ts"), "");
    expect([...listedIn(folder)].sort()).toEqual([".gitignore", "new.ts", "old.ts"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
