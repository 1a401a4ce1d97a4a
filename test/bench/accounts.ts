// The toolbar's check with ever more accounts: how many connections, how many wrong verdicts, how soon. Each check is a
// fresh profile; one account, the second, has a silent server.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCaseFile } from "../e2e/case-file.js";
import { withAccounts } from "../e2e/many/accounts.js";
import { connectionsTo } from "../e2e/many/connections.js";
import { listed } from "../e2e/many/listed.js";
import { access } from "../e2e/thunderbird/page.js";
import { installAddOn } from "../e2e/thunderbird/add-on.js";
import { clickAction, readPage } from "../e2e/thunderbird/page.js";
import { prepareProfile } from "../e2e/thunderbird/prepare-profile.js";
import { profilePrefs } from "../e2e/thunderbird/profile.js";
import { newProfile } from "../e2e/thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "../e2e/thunderbird/thunderbird.js";
import { pressToolbarButton } from "../e2e/thunderbird/toolbar.js";
import { userJs } from "../e2e/thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../e2e/world/start.js";
import { processId } from "./idle/asleep.js";
import type { Build } from "./idle/builds.js";
import { cpuSeconds } from "./idle/cpu.js";
import { markdown } from "./idle/table.js";
import { median, rounded } from "./median.js";

export interface Check {
  readonly build: string;
  readonly accounts: number;
  /** Milliseconds from the press of the button, by the page's own clock: something is on it; the accounts are. */
  readonly firstPaint: number;
  readonly listed: number;
  /** Of the first paint, what Thunderbird takes before it begins to load the page. */
  readonly opened: number;
  readonly lastVerdict: number;
  /** To the busiest endpoint, and at one time to the busiest host. */
  readonly connections: number;
  readonly atOnce: number;
  readonly shown: number;
  /** Accounts in order that were called something else. */
  readonly wrong: number;
  readonly cpu: number;
}

/** Two: the silent server beside a good one, which tells how long the slowest takes by itself. */
const counts = [1, 2, 10, 30, 60];
const verdicts = ["problem", "need-input", "failed", "healthy", "settings-fine"];

export async function measureAccounts(builds: readonly Build[], rounds: number): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (let round = 0; round < rounds; round++)
    for (const count of counts)
      for (const build of round % 2 === 0 ? builds : [...builds].reverse()) {
        checks.push(await measure(build, count, round));
        console.log(`  round ${String(round + 1)}: ${String(count)} accounts, ${build.name}`);
      }
  return checks;
}

async function measure(build: Build, count: number, round: number): Promise<Check> {
  const silent = count > 1 ? 2 : null;
  const file = withAccounts(readCaseFile(join("test", "e2e", "cases", "healthy.json")), count, silent);
  const hosts = await startMailHosts(file.world);
  const profile = newProfile(
    `bench-${build.name.replace(" ", "-")}-${String(count)}-${String(round)}`,
    userJs(profilePrefs(file.profile)),
  );
  const thunderbird = await startThunderbird(profile, build.name.startsWith("store") ? "store" : "full");
  try {
    await prepareProfile(thunderbird, file.profile);
    await installAddOn(thunderbird, build.file ?? "", build.id ?? "");
    // Thunderbird itself is busy for a while with sixty accounts.
    await sleep(4000);
    const pid = await processId(thunderbird);
    const before = cpuSeconds(pid);
    const pressed = Date.now();
    await pressToolbarButton(thunderbird);
    const times = await watched(thunderbird);
    const cpu = cpuSeconds(pid) - before;
    if ((await readPage(thunderbird))?.actions.includes("show-all"))
      await clickAction(thunderbird, "show-all");
    const all = (await listed(thunderbird))?.cases ?? [];
    const { made, atOnce } = connectionsTo(hosts);
    return {
      build: build.name,
      accounts: count,
      firstPaint: times.firstPaint - pressed,
      listed: times.listed - pressed,
      opened: times.opened - pressed,
      lastVerdict: times.lastVerdict - pressed,
      connections: Math.max(0, ...Object.values(made)),
      atOnce: Math.max(0, ...Object.values(atOnce)),
      shown: all.length,
      wrong: all.filter(([name, state]) => !name.startsWith("user2@") && state !== "healthy").length,
      cpu,
    };
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Watches the page from within, so that looking at it does not keep Thunderbird busy. Milliseconds since the epoch. */
async function watched(
  thunderbird: Thunderbird,
): Promise<Readonly<Record<"opened" | "firstPaint" | "listed" | "lastVerdict", number>>> {
  const times = await thunderbird.run<(Awaited<ReturnType<typeof watched>> & { error?: string }) | null>(
    `${access}
     const browser = await until("the page", 20000, findPage);
     return inPage(browser, \`
       const { performance } = content;
       const times = { opened: performance.timeOrigin };
       for (const end = Date.now() + 40000; Date.now() < end && !times.lastVerdict; ) {
         await new Promise(resolve => content.setTimeout(resolve, 4));
         const [paint] = performance.getEntriesByName("first-contentful-paint");
         if (paint) times.firstPaint ??= performance.timeOrigin + paint.startTime;
         if (content.document.querySelector("[data-case]")) times.listed ??= Date.now();
         if (arg.includes(content.document.querySelector("main")?.dataset.state)) times.lastVerdict = Date.now();
       }
       return times;\`, rest[0], 45000);`,
    thunderbird.addOnId,
    verdicts,
  );
  if (times?.error !== undefined) throw new Error(times.error);
  return {
    opened: Number.NaN,
    firstPaint: Number.NaN,
    listed: Number.NaN,
    lastVerdict: Number.NaN,
    ...times,
  };
}

export function accountLines(checks: readonly Check[]): readonly string[] {
  const kinds = [...new Set(checks.map(({ build, accounts }) => JSON.stringify([build, accounts])))];
  const rows = kinds.map((kind) => {
    const [build, accounts] = JSON.parse(kind) as [string, number];
    const all = checks.filter((check) => check.build === build && check.accounts === accounts);
    const of = (value: (check: Check) => number, digits = 0): number =>
      rounded(median(all.map(value)), digits);
    return [
      accounts,
      build,
      of((check) => check.firstPaint),
      of((check) => check.listed),
      of((check) => check.lastVerdict),
      Math.max(...all.map((check) => check.connections)),
      Math.max(...all.map((check) => check.atOnce)),
      of((check) => check.shown),
      Math.max(...all.map((check) => check.wrong)),
      of((check) => check.cpu, 2),
    ];
  });
  return markdown(
    [
      "accounts",
      "build",
      "first paint ms",
      "accounts listed ms",
      "last verdict ms",
      "connections per endpoint",
      "at once per host",
      "shown",
      "wrong",
      "CPU s",
    ],
    rows,
  );
}
