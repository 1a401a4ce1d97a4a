// The company's policies.json, read by Thunderbird at its start: managed storage of the add-on. /etc/thunderbird is
// private to the lab's mount namespace.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const folder = "/etc/thunderbird/policies";

/** Undefined: no company. */
export function writePolicy(addOnId: string, managed: unknown): void {
  rmSync(folder, { recursive: true, force: true });
  if (managed === undefined) return;
  mkdirSync(folder, { mode: 0o755 });
  const policies = { "3rdparty": { Extensions: { [addOnId]: managed } } };
  writeFileSync(`${folder}/policies.json`, JSON.stringify({ policies }));
}
