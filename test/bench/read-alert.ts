// From the closing of Thunderbird's alert to our verdict, where somebody has read the alert first: what servers say is known by
// then. A robot that closes it a tenth of a second after the failure (fix.ts) has the page open while they are still asked.

import { join } from "node:path";
import { readCaseFile } from "../e2e/case-file.js";
import { clickAloneFile } from "./click-alone.js";
import { inFreshProfile } from "./fresh-profile.js";
import type { Build } from "./idle/builds.js";
import { markdown } from "./idle/table.js";
import { medianRatio, roundedMedian } from "./median.js";
import { offerOf } from "./our-fix.js";

const readMilliseconds = 2_000;
const world = "nothing-silent";

/** Milliseconds in each round, the add-on that only opens a page first. */
export type ReadFigures = readonly { readonly name: string; readonly milliseconds: readonly number[] }[];

/** `compared`: the full edition, and that of an earlier commit, where one is asked for. */
export async function measureRead(compared: readonly Build[], rounds: number): Promise<ReadFigures> {
  const file = readCaseFile(join("test", "bench", "worlds", `${world}.json`));
  const figures = [{ name: "a click alone", file: clickAloneFile() }, ...compared].map(
    ({ name, file: addOn }) => ({ name, addOn, milliseconds: [] as number[] }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const { addOn, milliseconds } of round % 2 === 0 ? figures : figures.toReversed()) {
      const { closedAt, offeredAt } = await inFreshProfile(file, addOn, async (thunderbird) =>
        offerOf(thunderbird, file.send?.to ?? "", readMilliseconds),
      );
      milliseconds.push(offeredAt - closedAt);
    }
  }
  return figures.map(({ name, milliseconds }) => ({ name, milliseconds }));
}

export function readLines(figures: ReadFigures): readonly string[] {
  const now = figures.find(({ name }) => name === "full")?.milliseconds ?? [];
  return [
    `**The alert read for ${String(readMilliseconds / 1_000)} s**, in the world where nobody is silent:`,
    "",
    ...markdown(
      ["milliseconds", "after the alert", "now / it"],
      figures.map(({ name, milliseconds }) => [
        name,
        roundedMedian(milliseconds),
        name === "full" ? null : medianRatio(now, milliseconds),
      ]),
    ),
    "",
  ];
}
