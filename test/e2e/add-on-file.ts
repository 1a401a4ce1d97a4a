// Which add-on file the lab tests: the built full edition, or the file named in LAB_ADDON.
import { existsSync } from "node:fs";
import { resolve } from "node:path";

export function addOnFile(): string {
  const file = resolve(process.env["LAB_ADDON"] ?? "dist/relay-doctor-full.xpi");
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  return file;
}
