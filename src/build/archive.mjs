// Packs an edition's files into one archive: in a fixed order, with fixed times, so that the same files give the same bytes.
// Data (the texts of every language most of all) is deflated by zopfli, 7 % smaller than by fflate's best and read by whatever
// reads a zip. That takes a fifth of a second a file, so what was made of the same bytes before is kept beside the modules.

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import zopfli from "@gfx/zopfli";
import { Zip, deflateSync, inflateSync } from "fflate";

/**
 * @param {ReadonlyMap<string, Uint8Array>} files by path
 * @param {string} cache folder
 * @returns {Promise<Buffer>}
 */
export async function archiveOf(files, cache) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) {
      throw error;
    }
    chunks.push(chunk);
  });
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path) ?? new Uint8Array();
    const deflated = path.endsWith(".json") ? await kept(bytes, cache) : deflateSync(bytes, { level: 9 });
    /** @type {import("fflate").ZipInputFile} */
    const entry = {
      filename: path,
      size: bytes.length,
      crc: crc32(bytes),
      compression: 8,
      mtime: "1980-01-01T00:00:00",
    };
    zip.add(entry);
    entry.ondata?.(null, deflated, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Of zopfli's rounds, more than three gain nothing that counts. */
const rounds = 3;

/**
 * @param {Uint8Array} bytes
 * @param {string} cache
 */
async function kept(bytes, cache) {
  const name = `${createHash("sha256").update(bytes).digest("hex")}-${String(rounds)}`;
  const path = join(cache, name);
  try {
    const before = await readFile(path);
    if (Buffer.compare(inflateSync(before), bytes) === 0) {
      return before;
    }
  } catch {
    // Never made, or not written to its end.
  }
  const made = await zopfli.deflateAsync(bytes, { numiterations: rounds });
  await mkdir(cache, { recursive: true });
  await writeFile(`${path}.${String(process.pid)}`, made);
  await rename(`${path}.${String(process.pid)}`, path);
  return made;
}
