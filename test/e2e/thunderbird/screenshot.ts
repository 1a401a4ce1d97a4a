// Pictures of the whole screen, numbered in order, one directory per case under dist (which git ignores).
import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export type Camera = (state: string) => Promise<string>;

/** A camera for one case; earlier pictures of the case are removed. */
export function camera(directory: string): Camera {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  let taken = 0;
  return async (state) => {
    const file = join(directory, `${String(++taken).padStart(2, "0")}-${state}.png`);
    await promisify(execFile)("import", ["-window", "root", file]);
    return file;
  };
}
