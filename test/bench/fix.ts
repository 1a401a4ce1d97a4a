// From a failed send to a proven fix where most of what could be right is not, against Thunderbird's own GuessConfig,
// the build of an earlier commit, and an add-on that does nothing but wait for the click. The worlds are
// data (worlds/*.json, cases of the lab); each way has a fresh profile.

import { join } from "node:path";
import { guesses } from "../../src/engine/discovery/guesses.js";
import { readCaseFile, type CaseFile } from "../e2e/case-file.js";
import { clickAloneFile, clickHeard } from "./click-alone.js";
import { inFreshProfile } from "./fresh-profile.js";
import { guessConfig, type Guess } from "./guess-config.js";
import type { Build } from "./idle/builds.js";
import { markdown } from "./idle/table.js";
import { medianRatio, roundedMedian } from "./median.js";
import { fixOf, type Fix } from "./our-fix.js";

const worlds = ["six-of-eight-bad", "six-of-eight-bad-and-in-use-silent", "nothing-silent"] as const;

interface Times {
  /** Median milliseconds from the failure, as Thunderbird logs it, until it was offered. */
  readonly offered: number;
  /** From the closing of Thunderbird's alert. */
  readonly sinceAlert: number;
  /** From the click until it was proven and written. */
  readonly proven: number;
  /** From the failure until then. */
  readonly whole: number;
  /** "host:port" in use then. */
  readonly found: readonly string[];
}

export interface FixFigures {
  readonly world: string;
  readonly title: string;
  readonly candidates: number;
  readonly ours: Times;
  readonly before: Times | null;
  /** Of an add-on that proves and writes nothing: `proven` is when it heard of the click. */
  readonly clickAlone: Times;
  readonly guessConfig: number;
  readonly found: readonly (string | null)[];
  /** Medians of the rounds' ratios. */
  readonly ratios: {
    readonly guessConfig: number;
    readonly clickAlone: number;
    readonly before: Readonly<Record<"offered" | "sinceAlert" | "whole", number>> | null;
  };
}

interface Round {
  readonly ours: Fix;
  readonly before: Fix | null;
  readonly clickAlone: Fix;
  readonly guess: Guess;
}

/** `compared`: the full edition, and that of an earlier commit, where one is asked for. */
export async function measureFix(compared: readonly Build[], rounds: number): Promise<readonly FixFigures[]> {
  const figures: FixFigures[] = [];
  for (const world of worlds) {
    const file = readCaseFile(join("test", "bench", "worlds", `${world}.json`));
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++) measured.push(await measureRound(file, compared, round));
    figures.push({ world, title: file.title, candidates: candidates(file), ...summed(measured) });
  }
  return figures;
}

function summed(rounds: readonly Round[]): Omit<FixFigures, "world" | "title" | "candidates"> {
  const ours = rounds.map((round) => round.ours);
  const clickAlone = rounds.map((round) => round.clickAlone);
  const before = rounds.flatMap((round) => round.before ?? []);
  const guess = rounds.map((round) => round.guess);
  const whole = ours.map(({ milliseconds }) => milliseconds);
  const ratio = (other: readonly Fix[], of: (fix: Fix) => number): number =>
    medianRatio(ours.map(of), other.map(of));
  return {
    ours: times(ours),
    before: before.length === 0 ? null : times(before),
    clickAlone: times(clickAlone),
    guessConfig: roundedMedian(guess.map(({ milliseconds }) => milliseconds)),
    found: [...new Set(guess.map(({ found }) => found))],
    ratios: {
      guessConfig: medianRatio(
        whole,
        guess.map(({ milliseconds }) => milliseconds),
      ),
      clickAlone: ratio(clickAlone, ({ milliseconds }) => milliseconds),
      before:
        before.length === 0
          ? null
          : {
              offered: ratio(before, ({ untilOffered }) => untilOffered),
              sinceAlert: ratio(before, ({ sinceAlert }) => sinceAlert),
              whole: ratio(before, ({ milliseconds }) => milliseconds),
            },
    },
  };
}

function times(fixes: readonly Fix[]): Times {
  return {
    offered: roundedMedian(fixes.map(({ untilOffered }) => untilOffered)),
    sinceAlert: roundedMedian(fixes.map(({ sinceAlert }) => sinceAlert)),
    proven: roundedMedian(fixes.map(({ untilProven }) => untilProven)),
    whole: roundedMedian(fixes.map(({ milliseconds }) => milliseconds)),
    found: [...new Set(fixes.map(({ found }) => found))],
  };
}

/** Who goes first changes from round to round: a machine is warmer for the second, and names have just been looked up. */
async function measureRound(file: CaseFile, compared: readonly Build[], round: number): Promise<Round> {
  const to = file.send?.to ?? "";
  const fix = (build: Build | undefined): Promise<Fix> =>
    inFreshProfile(file, build?.file, async (thunderbird) => fixOf(thunderbird, to));
  const ways = {
    ours: () => fix(compared[0]),
    before: async () => (compared[1] === undefined ? null : fix(compared[1])),
    clickAlone: () =>
      inFreshProfile(file, clickAloneFile(), async (thunderbird) => fixOf(thunderbird, to, clickHeard)),
    guess: () =>
      inFreshProfile(file, null, async (thunderbird) =>
        guessConfig(thunderbird, addressOf(file).replace(/.*@/, "")),
      ),
  };
  const names = Object.keys(ways) as (keyof typeof ways)[];
  const done: Partial<Record<keyof typeof ways, unknown>> = {};
  for (const name of round % 2 === 0 ? names : names.reverse()) done[name] = await ways[name]();
  return done as unknown as Round;
}

function addressOf({ profile }: CaseFile): string {
  return profile.accounts[0]?.identities[0]?.email ?? "";
}

/** How many settings there are to try where nothing is published. */
function candidates(file: CaseFile): number {
  const address = addressOf(file);
  const { host = "", userName = "" } = file.profile.accounts[0]?.incoming ?? {};
  const sender = { identityId: "id1", accountId: "account1", accountName: "", address, from: address };
  const incoming = {
    type: "imap",
    host,
    port: 993,
    security: "tls",
    userName,
    savedPassword: "yes",
  } as const;
  return guesses({ sender, incoming: { ...incoming, signIn: "password" }, current: null }).length;
}

export function fixLines(all: readonly FixFigures[]): readonly string[] {
  return all.flatMap(
    ({ title, candidates: count, ours, before, clickAlone, guessConfig: guess, found, ratios }) => [
      `**${title}** (${String(count)} candidates):`,
      "",
      ...markdown(
        [
          "milliseconds",
          "offered",
          "after the alert",
          "click to written",
          "in all",
          "now / it, in all",
          "found",
        ],
        [
          row("now", ours, null),
          ...(before === null ? [] : [row("before", before, ratios.before?.whole ?? null)]),
          // It leaves in use what was.
          row("a click alone", { ...clickAlone, found: [] }, ratios.clickAlone),
          [
            "GuessConfig",
            "",
            "",
            "",
            guess,
            ratios.guessConfig,
            found.map((one) => one ?? "nothing").join(", "),
          ],
        ],
      ),
      "",
      ...(ratios.before === null
        ? []
        : [
            `Now / before: offered ${String(ratios.before.offered)}, after the alert ${String(ratios.before.sinceAlert)}.`,
            "",
          ]),
    ],
  );
}

function row(
  name: string,
  { offered, sinceAlert, proven, whole, found }: Times,
  ratio: number | null,
): readonly (string | number | null)[] {
  return [name, offered, sinceAlert, proven, whole, ratio, found.join(", ")];
}
