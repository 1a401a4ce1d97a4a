// Plays wakes, the day, a flood and starts with each build in turn, round after round, and counts CPU seconds and wakes.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCaseFile } from "../../e2e/case-file.js";
import { flood } from "../../e2e/many/flood.js";
import { openCompose } from "../../e2e/thunderbird/compose.js";
import { awaitMail, settleInbox } from "../../e2e/thunderbird/inbox.js";
import { prepareProfile } from "../../e2e/thunderbird/prepare-profile.js";
import { profilePrefs } from "../../e2e/thunderbird/profile.js";
import { newProfile } from "../../e2e/thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "../../e2e/thunderbird/thunderbird.js";
import { userJs } from "../../e2e/thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../../e2e/world/start.js";
import { change, processId, settled, wake } from "./asleep.js";
import type { Build } from "./builds.js";
import { cpuSeconds } from "./cpu.js";
import { inTurn, starts } from "./starts.js";
import { clearInbox, day, fetchMail, happens, nothingCameBack, showInbox, user, type Event } from "./day.js";

export interface Plan {
  readonly rounds: number;
  /** Part of the day that is played; its figures are multiplied up. */
  readonly share: number;
  readonly floods: readonly number[];
}

/** One figure per round. */
export interface Measured {
  /** CPU seconds of one wake, what the time would have cost anyway included. */
  readonly wake: number[];
  /** CPU seconds of the whole day by kind of event. */
  readonly day: Record<Event, number[]>;
  /** How often one event of that kind wakes the background. */
  readonly wakes: Record<Event, number[]>;
  /** CPU seconds of a page of so many mails. */
  readonly flood: Record<number, number[]>;
  /** CPU seconds from the program's start until some seconds after its window was there. */
  readonly start: number[];
  /** Whether the background was started with Thunderbird. */
  readonly startedWith: boolean[];
}

const events = Object.keys(day) as Event[];
const wakesPerRound = 10;
/** Fewer would be multiplied up too far. */
const leastOfEach = 5;
const mailsAtFirst = 60;
/** One start, and one small flood, differ from the next by more than what is to be seen of us: a figure is a mean. */
const startsPerRound = 2;
const mailsPerFlood = 300;

export async function measureIdle(builds: readonly Build[], plan: Plan): Promise<Map<Build, Measured>> {
  const figures = new Map(builds.map((build) => [build, nothingYet(plan)]));
  const file = readCaseFile(join("test", "e2e", "cases", "bounce-arrives.json"));
  const hosts = await startMailHosts(whereAllIsDelivered(file));
  try {
    await inOneThunderbird(figures, plan, file);
    const started = await starts(
      [...figures.keys()],
      { rounds: plan.rounds, perRound: startsPerRound },
      file,
    );
    for (const [build, { seconds, startedWith }] of started) {
      figures.get(build)?.start.push(...seconds);
      figures.get(build)?.startedWith.push(...startedWith);
    }
  } finally {
    await stopMailHosts(hosts);
  }
  return figures;
}

/** With an inbox, and nothing passed on: there every other domain is unknown, and each message sent would come back. */
function whereAllIsDelivered({ world }: File): File["world"] {
  const host = "mail.example.test";
  return { ...world, [host]: { ...world[host], onward: {} } };
}

function nothingYet({ floods }: Plan): Measured {
  const perEvent = (): Record<Event, number[]> => ({ opened: [], arrived: [], focus: [], sent: [] });
  return {
    wake: [],
    day: perEvent(),
    wakes: perEvent(),
    flood: Object.fromEntries(floods.map((count) => [count, []])),
    start: [],
    startedWith: [],
  };
}

type Figures = ReadonlyMap<Build, Measured>;
type File = ReturnType<typeof readCaseFile>;

async function inOneThunderbird(figures: Figures, plan: Plan, file: File): Promise<void> {
  const profile = newProfile("bench-idle", userJs(profilePrefs(file.profile)));
  const thunderbird = await startThunderbird(profile);
  try {
    await prepareProfile(thunderbird, file.profile);
    await settleInbox(thunderbird, user);
    flood(user, mailsAtFirst, false);
    await awaitMail(thunderbird, user, mailsAtFirst);
    await openCompose(thunderbird, {
      identity: "id1",
      to: "nobody@elsewhere.test",
      subject: "to be looked at",
    });
    await showInbox(thunderbird);
    const pid = await processId(thunderbird);
    let there: Build = { name: "none", id: null, file: null };
    // Unmeasured: Thunderbird's own first times are nobody's cost.
    await warmUp(thunderbird);
    for (let round = 0; round < plan.rounds; round++)
      for (const build of inTurn([...figures.keys()], round)) {
        await change(thunderbird, there, build);
        there = build;
        await oneRound(thunderbird, pid, build, figures.get(build), plan);
        console.log(`  round ${String(round + 1)}: ${build.name}`);
      }
  } finally {
    await thunderbird.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function warmUp(thunderbird: Thunderbird): Promise<void> {
  for (let nth = 1; nth <= 12; nth++) await happens(thunderbird, "opened", nth);
  for (const event of ["sent", "focus", "arrived"] as const)
    for (const nth of [1, 2]) await happens(thunderbird, event, nth);
  flood(user, 200, false);
  await fetchMail(thunderbird, 200);
  await clearInbox(thunderbird, mailsAtFirst);
  await sleep(5000);
}

async function oneRound(
  thunderbird: Thunderbird,
  pid: number,
  build: Build,
  measured: Measured | undefined,
  { share, floods }: Plan,
): Promise<void> {
  if (measured === undefined) return;
  await settled(thunderbird, build);
  const cpu = async (play: () => Promise<void>): Promise<number> => {
    const before = cpuSeconds(pid);
    await play();
    return cpuSeconds(pid) - before;
  };
  await tidied(thunderbird);
  const waking = await cpu(async () => {
    for (let nth = 0; nth < wakesPerRound; nth++) {
      await wake(thunderbird, build);
      await settled(thunderbird, build);
    }
  });
  measured.wake.push(waking / wakesPerRound);
  for (const event of events) {
    const count = Math.max(leastOfEach, Math.round(day[event] * share));
    const before = await settled(thunderbird, build);
    let after = before;
    await tidied(thunderbird);
    const seconds = await cpu(async () => {
      for (let nth = 1; nth <= count; nth++) {
        await happens(thunderbird, event, nth);
        after = await settled(thunderbird, build);
      }
    });
    measured.day[event].push((seconds / count) * day[event]);
    measured.wakes[event].push((after - before) / count);
    await nothingCameBack(thunderbird);
  }
  // How the builds before took a flood is known well enough, and takes minutes.
  for (const count of build.name.endsWith("before") ? [] : floods) {
    const times = Math.max(1, Math.round(mailsPerFlood / count));
    let seconds = 0;
    for (let nth = 0; nth < times; nth++) {
      await tidied(thunderbird);
      seconds += await cpu(async () => {
        flood(user, count, false);
        await fetchMail(thunderbird, count);
        await sleep(1500);
      });
      await settled(thunderbird, build);
      await clearInbox(thunderbird, mailsAtFirst);
    }
    measured.flood[count]?.push(seconds / times);
  }
}

/** What went before is cleared away before, and not while, the next is measured. */
async function tidied(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run("Cu.forceGC(); Cu.forceCC(); await sleep(300);");
}
