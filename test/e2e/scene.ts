// The set of one lab test that is more than a case: world, profile and Thunderbird of a case file, with the add-on in it
// for as long as the test plays, and everything taken down after it, with a picture of what was there when it failed.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { readCaseFile, type CaseFile } from "./case-file.js";
import { addOnErrors, addOnIds, installAddOn, type Edition } from "./thunderbird/add-on.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { camera, type Camera } from "./thunderbird/screenshot.js";
import { snapshot, type Snapshot } from "./thunderbird/settings.js";
import { newProfile } from "./thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "./thunderbird/thunderbird.js";
import { userJs, type Preferences } from "./thunderbird/user-js.js";
import type { MailHost } from "./world/mail-host.js";
import { writePolicy } from "./world/policy.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";

export interface Scene {
  readonly file: CaseFile;
  readonly hosts: readonly MailHost[];
  readonly thunderbird: Thunderbird;
  /** Before the add-on was there. */
  readonly before: Snapshot;
  readonly photograph: Camera;
}

export interface Stage {
  /** Of the profile and of the folder with its pictures. */
  readonly name: string;
  /** `sign-in-none`: that file in cases/. */
  readonly base: string;
  readonly edit?: (file: CaseFile) => CaseFile;
  readonly prefs?: Preferences;
  /** In the order in which they are installed; the first is the one that is looked at. */
  readonly editions?: readonly [Edition, ...Edition[]];
  /** `now`: their first words stand there, as after an installation by hand. */
  readonly installed?: "long-since" | "now";
  /** The company installs the first of them from there, with what its policy says (`file.policy`). */
  readonly installUrl?: string;
}

/** Fails as well if the add-on said anything to the console. `ended`: the play has closed Thunderbird itself. */
export async function onScene(
  {
    name,
    base,
    edit = (file) => file,
    prefs = {},
    editions = ["full"],
    installed = "long-since",
    installUrl,
  }: Stage,
  play: (scene: Scene) => Promise<void>,
  left: "running" | "ended" = "running",
): Promise<void> {
  const file = edit(readCaseFile(join(import.meta.dirname, "cases", `${base}.json`)));
  const hosts = await startMailHosts(file.world);
  writePolicy(addOnIds[editions[0]], installUrl === undefined ? undefined : (file.policy ?? {}), installUrl);
  const thunderbird = await startThunderbird(
    newProfile(name, userJs({ ...profilePrefs(file.profile), ...prefs })),
    editions[0],
  );
  const photograph = camera(join("dist/lab", name));
  try {
    await prepareProfile(thunderbird, file.profile);
    const before = await snapshot(thunderbird);
    for (const edition of installUrl === undefined ? editions : []) {
      await installAddOn(thunderbird, addOnFile(edition), addOnIds[edition], installed);
    }
    await play({ file, hosts, thunderbird, before, photograph });
    if (left === "running") expect(await addOnErrors(thunderbird), "errors of the add-on").toEqual([]);
  } catch (error) {
    await photograph("error");
    throw error;
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
    // Not every test sets one: kill.test.ts would run under this one's.
    writePolicy(addOnIds[editions[0]], undefined);
    rmSync(thunderbird.profile, { recursive: true, force: true });
  }
}

const filter = process.env["LAB_FILTER"] ?? "";

/** Whether `test/e2e/run cases [filter…]` asks for what is called so. */
export function isWanted(name: string): boolean {
  return filter === "" || filter.split(" ").some((word) => name.includes(word));
}
