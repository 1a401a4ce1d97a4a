// What is wanted of a run's figures, and whether it is kept: the one table over all parts that were measured in it.

import type { Check } from "./accounts.js";
import type { FixFigures } from "./fix.js";
import { markdown, type IdleRow } from "./idle/table.js";
import { median, medianRatio, rounded } from "./median.js";
import type { ReadFigures } from "./read-alert.js";

export interface Wanted {
  readonly what: string;
  readonly edition: string;
  /** In the unit of `most`. */
  readonly is: number;
  readonly most: number;
  /** What both are: a ratio to something, or a count. */
  readonly of: string;
}

const toBefore = "× before";

export function wantedOfFix(figures: readonly FixFigures[], read: ReadFigures): readonly Wanted[] {
  const full = "full";
  const rows = figures.flatMap(({ world, ratios: { before, guessConfig } }): readonly Wanted[] => {
    if (world === "nothing-silent") {
      return before === null
        ? []
        : [
            { what: "proven fix, nothing silent", edition: full, is: before.whole, most: 0.7, of: toBefore },
            {
              what: "alert closed by a robot to verdict, nothing silent",
              edition: full,
              is: before.sinceAlert,
              most: 1,
              of: toBefore,
            },
          ];
    }
    const name = world.includes("in-use") ? "two and the one in use silent" : "two silent";
    return [
      ...(before === null
        ? []
        : [
            {
              what: `failure to fix offered, ${name}`,
              edition: full,
              is: before.offered,
              most: 0.5,
              of: toBefore,
            },
          ]),
      { what: `proven fix, ${name}`, edition: full, is: guessConfig, most: 0.1, of: "× GuessConfig" },
    ];
  });
  const [now, old] = ["full", "full before"].map((name) => read.find((one) => one.name === name));
  return now === undefined || old === undefined
    ? rows
    : [
        ...rows,
        {
          what: "alert read, closed, to verdict",
          edition: full,
          is: medianRatio(now.milliseconds, old.milliseconds),
          most: 1,
          of: toBefore,
        },
      ];
}

export function wantedOfIdle(rows: readonly IdleRow[]): readonly Wanted[] {
  return rows.flatMap(({ what, edition, now, ratio, aim }): readonly Wanted[] => {
    if (aim === "") return [];
    const most = Number.parseFloat(aim);
    return aim.endsWith("×")
      ? [{ what, edition, is: ratio ?? Number.NaN, most, of: toBefore }]
      : [{ what, edition, is: now, most, of: aim.endsWith("of 1") ? "× no add-on" : "in all" }];
  });
}

export function wantedOfAccounts(checks: readonly Check[]): readonly Wanted[] {
  const having = (accounts: number): readonly Check[] =>
    checks.filter((check) => check.build === "full" && check.accounts === accounts);
  const most = Math.max(...checks.map(({ accounts }) => accounts));
  const [all, one, two] = [having(most), having(1), having(2)];
  const times = (over: readonly Check[], of: (check: Check) => number): number =>
    rounded(median(all.map(of)) / median(over.map(of)), 2);
  const row = (what: string, is: number, limit: number, of: string): Wanted => ({
    what: `${String(most)} accounts: ${what}`,
    edition: "full",
    is,
    most: limit,
    of,
  });
  return [
    row("called wrong", Math.max(...all.map(({ wrong }) => wrong)), 0, "in all"),
    row("not shown", most - Math.min(...all.map(({ shown }) => shown)), 0, "in all"),
    row("connections to an endpoint", Math.max(...all.map(({ connections }) => connections)), 8, "in all"),
    row("of them at once", Math.max(...all.map(({ atOnce }) => atOnce)), 2, "in all"),
    row(
      "last verdict",
      times(two, ({ lastVerdict }) => lastVerdict),
      1.2,
      "× the slowest server",
    ),
    row(
      "first paint",
      times(one, ({ firstPaint }) => firstPaint),
      1.3,
      "× one account",
    ),
  ];
}

export function wantedLines(rows: readonly Wanted[]): readonly string[] {
  return markdown(
    ["what", "edition", "is", "at most", "", "kept"],
    rows.map(({ what, edition, is, most, of }) => [
      what.trim(),
      edition,
      is,
      most,
      of,
      is <= most ? "yes" : "no",
    ]),
  );
}
