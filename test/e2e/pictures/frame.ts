// One picture of the listing: Thunderbird's windows fill a screen of 1280 by 800, the size the store shows best, and the
// file is small enough to be committed.

import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

const width = 1280;
const height = 800;

/** Every main and compose window takes the whole picture. */
export async function fillPicture(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `for (const w of windows().filter(one => /messenger\\.xhtml|messengercompose\\.xhtml/.test(one.location.href)))
       w.maximize();
     await sleep(700);`,
  );
}

export async function takePicture(folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  await promisify(execFile)("import", ["-window", "root", file]);
  // 255 colours are more than these pages have; the file is a third of the size.
  const crop = ["-crop", `${String(width)}x${String(height)}+0+0`, "+repage"];
  await promisify(execFile)("convert", [
    file,
    ...crop,
    "+dither",
    "-colors",
    "255",
    "-strip",
    `PNG8:${file}`,
  ]);
  console.log(file);
}
