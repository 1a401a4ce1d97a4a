// Thunderbird's start with each build: CPU seconds from the program's start until some seconds after its window was there.

import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { CaseFile } from "../../e2e/case-file.js";
import { installAddOn } from "../../e2e/thunderbird/add-on.js";
import { profilePrefs } from "../../e2e/thunderbird/profile.js";
import { newProfile } from "../../e2e/thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "../../e2e/thunderbird/thunderbird.js";
import { userJs } from "../../e2e/thunderbird/user-js.js";
import { processId } from "./asleep.js";
import type { Build } from "./builds.js";
import { cpuSeconds } from "./cpu.js";

const secondsAfterStart = 5;

export interface Starts {
  /** The mean of each round. */
  readonly seconds: number[];
  /** Whether the background was started with Thunderbird, of each start. */
  readonly startedWith: boolean[];
}

/** Each build in a profile of its own, in which it is installed already. */
export async function starts(
  builds: readonly Build[],
  { rounds, perRound }: { readonly rounds: number; readonly perRound: number },
  { profile: described }: Pick<CaseFile, "profile">,
): Promise<ReadonlyMap<Build, Starts>> {
  const profiles = new Map<Build, string>();
  const measured = new Map(builds.map((build): [Build, Starts] => [build, { seconds: [], startedWith: [] }]));
  for (const build of builds) {
    const name = `bench-start-${build.name.replace(" ", "-")}`;
    const profile = newProfile(name, userJs(profilePrefs(described)));
    const thunderbird = await startThunderbird(profile);
    if (build.file !== null && build.id !== null) await installAddOn(thunderbird, build.file, build.id);
    await sleep(3000);
    await quit(thunderbird);
    profiles.set(build, profile);
  }
  for (let round = 0; round < rounds; round++) {
    const sums = new Map(builds.map((build): [Build, number] => [build, 0]));
    for (let nth = 0; nth < perRound; nth++)
      for (const build of inTurn(builds, round + nth)) {
        const thunderbird = await startThunderbird(profiles.get(build) ?? "");
        const pid = await processId(thunderbird);
        await sleep(secondsAfterStart * 1000);
        sums.set(build, (sums.get(build) ?? 0) + cpuSeconds(pid));
        const state = await thunderbird.run<string>(
          `return args[0] === null ? "none" : WebExtensionPolicy.getByID(args[0]).extension.backgroundState;`,
          build.id,
        );
        measured.get(build)?.startedWith.push(state === "running");
        await quit(thunderbird);
      }
    for (const [build, sum] of sums) measured.get(build)?.seconds.push(sum / perRound);
  }
  for (const profile of profiles.values()) rmSync(profile, { recursive: true, force: true });
  return measured;
}

/** Nobody is always the first. */
export function inTurn(all: readonly Build[], round: number): readonly Build[] {
  const by = round % all.length;
  return [...all.slice(by), ...all.slice(0, by)];
}

/** In order, so that what it has learnt of the add-on is on the disk. */
async function quit(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run("setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit), 50);");
  await Promise.race([thunderbird.ended, sleep(10_000)]);
  await thunderbird.stop();
}
