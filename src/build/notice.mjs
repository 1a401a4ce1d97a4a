// The licences of the libraries that are inside an edition's scripts, as one NOTICE.txt: names and exact versions from
// what was really bundled, texts from the packages themselves.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Data with a licence of its own inside a package. */
const dataInside = new Map([
  ["tldts", "The list of public suffixes in it: Mozilla Public License 2.0, https://publicsuffix.org/list/"],
]);

/**
 * @param {string} root
 * @param {Iterable<string>} inputs every file that went into a bundle, relative to the root
 * @returns {Promise<Buffer | null>} null where only our own code is inside
 */
export async function noticeFor(root, inputs) {
  const names = new Set(
    [...inputs].flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  if (names.size === 0) {
    return null;
  }
  const parts = await Promise.all([...names].sort().map((name) => partOf(root, name)));
  return Buffer.from(`Relay Doctor's own code: Mozilla Public License 2.0 (LICENSE).
Other people's code inside its scripts, unmodified but bundled:
${parts.join("")}`);
}

/**
 * @param {string} root
 * @param {string} name
 */
async function partOf(root, name) {
  const folder = join(root, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const text = await readFile(join(folder, "LICENSE"), "utf8");
  const data = dataInside.get(name);
  const lines = [
    `${name} ${version}, licence ${license}`,
    ...(data === undefined ? [] : [data]),
    "",
    text.trim(),
  ];
  return `\n${"-".repeat(72)}\n${lines.join("\n")}\n`;
}
