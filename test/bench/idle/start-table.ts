// What an add-on costs Thunderbird's start, with how sure each figure is: a single start differs from the next by more.

import { rounded } from "../median.js";
import type { Build } from "./builds.js";
import type { Starts } from "./starts.js";
import { markdown } from "./table.js";

export interface StartRow {
  readonly edition: string;
  /** Mean CPU seconds above a start without an add-on, and the standard error of that mean. */
  readonly above: number;
  readonly error: number;
  /** To the same edition of the build before; null without one. */
  readonly ratio: number | null;
}

export function startRows(figures: ReadonlyMap<Build, Starts>): readonly StartRow[] {
  const named = (name: string): readonly number[] =>
    [...figures].find(([build]) => build.name === name)?.[1].seconds ?? [];
  const none = named("none");
  /** Round by round: what the machine does meanwhile is the same for both. */
  const above = (name: string): readonly number[] =>
    named(name).map((value, at) => value - (none[at] ?? value));
  return [...figures.keys()].flatMap(({ name }) => {
    if (name === "none") return [];
    const before = above(`${name} before`);
    return [
      {
        edition: name,
        above: rounded(mean(above(name)), 3),
        error: rounded(errorOf(above(name)), 3),
        ratio: before.length === 0 ? null : rounded(mean(above(name)) / mean(before), 2),
      },
    ];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function errorOf(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

export function startLines(rows: readonly StartRow[]): readonly string[] {
  return markdown(
    ["Thunderbird's start, CPU s above no add-on", "mean", "standard error", "now / before"],
    rows.map(({ edition, above, error, ratio }) => [edition, above, error, ratio]),
  );
}
