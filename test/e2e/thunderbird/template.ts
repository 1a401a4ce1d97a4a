// The profile every case starts from: Thunderbird run once, the lab's certificate authority imported.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { authorityBase64 } from "../world/certificates.js";
import { labDirectory } from "../world/lab-directory.js";
import { quietPrefs } from "./quiet-prefs.js";
import { userJs } from "./user-js.js";
import { startThunderbird } from "./thunderbird.js";

function templateDirectory(): string {
  return join(labDirectory(), "template");
}

/** Once per run, about five seconds. */
export async function makeTemplate(): Promise<void> {
  const profile = templateDirectory();
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, "user.js"), userJs(quietPrefs));
  const thunderbird = await startThunderbird(profile);
  await thunderbird.run(
    `Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(args[0], "CT,,");
     await sleep(500);
     const gone = Services.startup;
     setTimeout(() => gone.quit(Ci.nsIAppStartup.eForceQuit), 50);`,
    authorityBase64(),
  );
  await thunderbird.ended;
  // Accounts made on the first start and the old port must not leak into the cases.
  for (const file of ["prefs.js", "user.js"]) rmSync(join(profile, file), { force: true });
}

/** A fresh copy with the given user.js. */
export function newProfile(name: string, preferences: string): string {
  const profile = join(labDirectory(), "profiles", name);
  if (existsSync(profile)) throw new Error(`profile ${name} is in use`);
  cpSync(templateDirectory(), profile, { recursive: true });
  writeFileSync(join(profile, "user.js"), preferences);
  return profile;
}
