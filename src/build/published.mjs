// Prints the update manifest as it is published now; an empty one where there has been no release yet.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { addressesOf } from "./addresses.mjs";

const root = resolve(import.meta.dirname, "../..");
const { homepage } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const response = await fetch(addressesOf(homepage).updates);
if (response.status === 404) {
  process.stdout.write('{ "addons": {} }\n');
} else if (response.ok) {
  process.stdout.write(`${JSON.stringify(await response.json(), null, 2)}\n`);
} else {
  throw new Error(`${response.url} answers ${String(response.status)}`);
}
