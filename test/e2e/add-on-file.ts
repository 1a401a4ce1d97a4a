// Which add-on file the lab tests: the built edition, or, for the full one, the file named in LAB_ADDON.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Edition } from "./thunderbird/add-on.js";

export function addOnFile(edition: Edition = "full"): string {
  const built = `dist/relay-doctor-${edition}.xpi`;
  const file = resolve(edition === "full" ? (process.env["LAB_ADDON"] ?? built) : built);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  return file;
}
