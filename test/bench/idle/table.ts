// The table of what an idle add-on costs: medians, what is above no add-on, and the ratio to the build before.
import { median, rounded } from "../median.js";
import type { Build } from "./builds.js";
import { day, type Event } from "./day.js";
import type { Measured } from "./measure.js";

export interface IdleRow {
  readonly what: string;
  readonly edition: string;
  /** Of the build before; null without one. */
  readonly before: number | null;
  readonly now: number;
  readonly ratio: number | null;
  readonly aim: string;
}

const events = Object.keys(day) as Event[];
const eventNames: Readonly<Record<Event, string>> = {
  opened: "an opened mail",
  arrived: "an arriving mail",
  focus: "a change of focus",
  sent: "a message sent",
};

export function idleRows(figures: ReadonlyMap<Build, Measured>): readonly IdleRow[] {
  const named = (name: string): Measured | null =>
    [...figures].find(([build]) => build.name === name)?.[1] ?? null;
  const none = named("none");
  const empty = named("empty");
  if (none === null) return [];
  const rows: IdleRow[] = [];
  for (const edition of ["store", "full"]) {
    const now = named(edition);
    const before = named(`${edition} before`);
    if (now === null) continue;
    /** Null: not measured of that build. */
    const add = (what: string, aim: string, of: (measured: Measured) => number | null, digits = 3): void => {
      const [newer, older] = [of(now), before === null ? null : of(before)];
      rows.push({
        what,
        edition,
        before: older === null ? null : rounded(older, digits),
        now: rounded(newer ?? Number.NaN, digits),
        ratio: older === null || newer === null || older <= 0 ? null : rounded(newer / older, 2),
        aim,
      });
    };
    const above =
      (of: (measured: Measured) => readonly number[]) =>
      (measured: Measured): number =>
        median(of(measured).map((value, round) => value - (of(none)[round] ?? value)));
    add(
      "one wake, CPU s",
      "0.45 ×",
      above(({ wake }) => wake),
    );
    add(
      "the day with one start, CPU s above no add-on",
      edition === "store" ? "0.10 ×" : "0.05 ×",
      (measured) =>
        events.reduce((sum, event) => sum + above(({ day: all }) => all[event])(measured), 0) +
        above(({ start }) => start)(measured),
      2,
    );
    add(
      "the same, reckoned: wakes × one wake",
      edition === "store" ? "0.10 ×" : "0.05 ×",
      (measured) =>
        events.reduce(
          (sum, event) => sum + day[event] * median(measured.wakes[event]),
          median(measured.startedWith.map(Number)),
        ) * above(({ wake }) => wake)(measured),
      2,
    );
    for (const event of events) {
      add(
        `  of it ${String(day[event])} × ${eventNames[event]}`,
        "",
        above(({ day: all }) => all[event]),
        2,
      );
      add(
        `wakes by ${eventNames[event]}`,
        wakesWanted(edition, event),
        ({ wakes }) => median(wakes[event]),
        2,
      );
    }
    add(
      "start, CPU s above no add-on",
      "0.3 ×",
      above(({ start }) => start),
    );
    add("started with Thunderbird", "0", ({ startedWith }) => median(startedWith.map(Number)), 0);
    for (const count of Object.keys(now.flood).map(Number))
      add(
        floodName(count),
        edition === "full" ? "1.05 of 1" : "",
        // How the builds before took a flood is not measured.
        (measured) => (measured === now ? floodRatio(now, none, count) : null),
      );
  }
  if (empty !== null) {
    const add = (what: string, of: (measured: Measured) => readonly number[], digits: number): void => {
      const above = of(empty).map((value, round) => value - (of(none)[round] ?? value));
      const now = rounded(median(above), digits);
      rows.push({ what, edition: "does nothing", before: null, now, ratio: null, aim: "" });
    };
    add("one wake, CPU s", ({ wake }) => wake, 3);
    for (const event of events)
      add(
        `${String(day[event])} × ${eventNames[event]}, CPU s above no add-on`,
        ({ day: all }) => all[event],
        2,
      );
    add("start, CPU s above no add-on", ({ start }) => start, 3);
    for (const count of Object.keys(empty.flood).map(Number))
      rows.push({
        what: floodName(count),
        edition: "does nothing",
        before: null,
        now: rounded(floodRatio(empty, none, count), 3),
        ratio: null,
        aim: "",
      });
  }
  return rows;
}

function floodName(count: number): string {
  return `${String(count)} mails at once, × no add-on`;
}

function floodRatio(measured: Measured, none: Measured, count: number): number {
  return median(measured.flood[count] ?? []) / median(none.flood[count] ?? []);
}

function wakesWanted(edition: string, event: Event): string {
  if (event === "focus" || event === "opened") return "0";
  return event === "arrived" && edition === "full" ? "0" : "";
}

type Cell = string | number | null;

export function markdown(headings: readonly string[], rows: readonly (readonly Cell[])[]): readonly string[] {
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((cell) => (cell === null ? "" : String(cell))).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)];
}

export function idleLines(rows: readonly IdleRow[]): readonly string[] {
  return markdown(
    ["what", "edition", "before", "now", "now / before", "wanted"],
    rows.map(({ what, edition, before, now, ratio, aim }) => [what, edition, before, now, ratio, aim]),
  );
}
