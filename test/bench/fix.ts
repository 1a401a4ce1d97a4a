// From a failed send to a proven fix where most of what could be right is not, against Thunderbird's own GuessConfig in
// the same Thunderbird. The worlds are data (worlds/*.json, cases of the lab); a pair is one fresh profile.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { guesses } from "../../src/engine/discovery/guesses.js";
import { addOnFile } from "../e2e/add-on-file.js";
import { readCaseFile, type CaseFile } from "../e2e/case-file.js";
import { installAddOn } from "../e2e/thunderbird/add-on.js";
import { prepareProfile } from "../e2e/thunderbird/prepare-profile.js";
import { profilePrefs } from "../e2e/thunderbird/profile.js";
import { newProfile } from "../e2e/thunderbird/template.js";
import { startThunderbird } from "../e2e/thunderbird/thunderbird.js";
import { userJs } from "../e2e/thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../e2e/world/start.js";
import { guessConfig, type Guess } from "./guess-config.js";
import { medianRatio, roundedMedian } from "./median.js";
import { ourFix, type Fix } from "./our-fix.js";

const pairs = 5;
/** The aim holds where somebody keeps silent: then who waits for whom decides. Else a click and a proof cost more. */
const worlds = [
  { world: "six-of-eight-bad", aim: 0.5 },
  { world: "six-of-eight-bad-and-in-use-silent", aim: 0.5 },
  { world: "nothing-silent", aim: null },
] as const;

export interface FixFigures {
  readonly world: string;
  readonly title: string;
  readonly pairs: number;
  readonly candidates: number;
  /** Median milliseconds. */
  readonly ours: number;
  readonly untilOffered: number;
  readonly untilProven: number;
  readonly guessConfig: number;
  readonly ratio: number;
  /** What the ratio should not exceed. */
  readonly aim: number | null;
  readonly found: { readonly ours: readonly string[]; readonly guessConfig: readonly (string | null)[] };
}

interface Pair {
  readonly fix: Fix;
  readonly guess: Guess;
}

export async function measureFix(): Promise<readonly FixFigures[]> {
  const figures: FixFigures[] = [];
  for (const { world, aim } of worlds) {
    const file = readCaseFile(join("test", "bench", "worlds", `${world}.json`));
    const measured: Pair[] = [];
    for (let pair = 0; pair < pairs; pair++) measured.push(await measurePair(file, pair));
    const fixes = measured.map(({ fix }) => fix);
    const theirs = measured.map(({ guess }) => guess.milliseconds);
    const ours = fixes.map(({ milliseconds }) => milliseconds);
    figures.push({
      world,
      title: file.title,
      pairs,
      candidates: candidates(file),
      ours: roundedMedian(ours),
      untilOffered: roundedMedian(fixes.map(({ untilOffered }) => untilOffered)),
      untilProven: roundedMedian(fixes.map(({ untilProven }) => untilProven)),
      guessConfig: roundedMedian(theirs),
      ratio: medianRatio(ours, theirs),
      aim,
      found: {
        ours: [...new Set(fixes.map(({ found }) => found))],
        guessConfig: [...new Set(measured.map(({ guess }) => guess.found))],
      },
    });
  }
  return figures;
}

/** Who goes first changes from pair to pair: the second finds names that have just been looked up. */
async function measurePair(file: CaseFile, pair: number): Promise<Pair> {
  const hosts = await startMailHosts(file.world);
  const profile = newProfile(`${file.name}-${String(pair)}`, userJs(profilePrefs(file.profile)));
  const thunderbird = await startThunderbird(profile);
  const guessing = (): Promise<Guess> => guessConfig(thunderbird, addressOf(file).replace(/.*@/, ""));
  const fixing = (): Promise<Fix> => ourFix(thunderbird, file.send?.to ?? "");
  try {
    await prepareProfile(thunderbird, file.profile);
    await installAddOn(thunderbird, addOnFile());
    if (pair % 2 === 1) return { guess: await guessing(), fix: await fixing() };
    return { fix: await fixing(), guess: await guessing() };
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
    rmSync(profile, { recursive: true, force: true });
  }
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
  return all.flatMap((figures) => [
    `proven fix, ${String(figures.candidates)} candidates, ${String(figures.pairs)} pairs: ${figures.title}`,
    `  ours: ${String(figures.ours)} ms (offered after ${String(figures.untilOffered)} ms, click to written ` +
      `${String(figures.untilProven)} ms), ${figures.found.ours.join(", ")}`,
    `  GuessConfig: ${String(figures.guessConfig)} ms, ${figures.found.guessConfig.map((found) => found ?? "nothing").join(", ")}`,
    `  ours / GuessConfig: ${String(figures.ratio)}${figures.aim === null ? "" : `   (aim ${String(figures.aim)})`}`,
  ]);
}
