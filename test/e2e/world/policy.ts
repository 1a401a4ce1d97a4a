// The company's policies.json, read by Thunderbird at its start: managed storage of the add-on, and what is installed by
// policy. /etc/thunderbird is private to the lab's mount namespace.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const folder = "/etc/thunderbird/policies";

/** `installUrl`: where the add-on is to come from, which the user then cannot remove. */
export function writePolicy(addOnId: string, managed: unknown, installUrl?: string): void {
  rmSync(folder, { recursive: true, force: true });
  if (managed === undefined) return;
  mkdirSync(folder, { mode: 0o755 });
  const install = { installation_mode: "force_installed", install_url: installUrl };
  const policies = {
    "3rdparty": { Extensions: { [addOnId]: managed } },
    ...(installUrl !== undefined && { ExtensionSettings: { [addOnId]: install } }),
  };
  writeFileSync(`${folder}/policies.json`, JSON.stringify({ policies }));
}
