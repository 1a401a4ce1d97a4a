// A case's world and its profile, made anew: what is measured in it finds nothing that was looked up before.

import { rmSync } from "node:fs";
import type { CaseFile } from "../e2e/case-file.js";
import { installAddOn } from "../e2e/thunderbird/add-on.js";
import { prepareProfile } from "../e2e/thunderbird/prepare-profile.js";
import { profilePrefs } from "../e2e/thunderbird/profile.js";
import { newProfile } from "../e2e/thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "../e2e/thunderbird/thunderbird.js";
import { userJs } from "../e2e/thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../e2e/world/start.js";

/** `addOn`: the file of the one that is installed. */
export async function inFreshProfile<Result>(
  file: CaseFile,
  addOn: string | null | undefined,
  work: (thunderbird: Thunderbird) => Promise<Result>,
): Promise<Result> {
  const hosts = await startMailHosts(file.world);
  const profile = newProfile(file.name, userJs(profilePrefs(file.profile)));
  const thunderbird = await startThunderbird(profile);
  try {
    await prepareProfile(thunderbird, file.profile);
    if (typeof addOn === "string") await installAddOn(thunderbird, addOn);
    return await work(thunderbird);
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
    rmSync(profile, { recursive: true, force: true });
  }
}
