// The same questions asked of two builds in one process, pass by pass in turn: what else the machine does is in neither
// figure.

import { median, medianRatio, rounded } from "../median.js";
import { engineOf, type Engine } from "./built.js";
import * as samples from "./samples.js";

/** Microseconds a question. */
export interface Compared {
  readonly questions: number;
  readonly before: number;
  readonly now: number;
  /** Of the medians over all questions. */
  readonly medianRatio: number;
  /** Of what all of them take together. */
  readonly totalRatio: number;
}

type Work = (engine: Engine) => unknown;

export type Questions = Readonly<Record<string, readonly Work[]>>;

const asked: Questions = {
  "classify: sentences of the patterns": samples.known.map(
    (reply) =>
      ({ classify }) =>
        classify(reply),
  ),
  "classify: collected replies": samples.replies.map(
    (reply) =>
      ({ classify }) =>
        classify(reply),
  ),
  "classify: unknown words": samples.unknown.map(
    (reply) =>
      ({ classify }) =>
        classify(reply),
  ),
  "classify: returned, as excerpt": samples.excerpts.map(
    (reply) =>
      ({ classify }) =>
        classify(reply),
  ),
  "classify: returned, whole source": samples.returned.map(
    (reply) =>
      ({ classify }) =>
        classify(reply),
  ),
  "returned mail, as the add-on reads it": samples.mails.map(
    (mail) =>
      ({ read }) =>
        read(mail),
  ),
  diagnose: samples.cases.map(
    (evidence) =>
      ({ diagnose }) =>
        diagnose(evidence),
  ),
};

/** What one engine needs, pass by pass: of the processor for all questions, and by the clock for each. */
class Passes {
  readonly cpu: number[] = [];
  readonly each: readonly number[][];

  constructor(
    private readonly engine: Engine,
    private readonly works: readonly Work[],
  ) {
    this.each = works.map(() => []);
  }

  /** All questions once after another, so that none finds its own last answer's traces. */
  pass(): void {
    const before = process.cpuUsage();
    for (const [at, work] of this.works.entries()) {
      const start = performance.now();
      work(this.engine);
      this.each[at]?.push((performance.now() - start) * 1000);
    }
    const { user, system } = process.cpuUsage(before);
    this.cpu.push(user + system);
  }

  /** The median question; each has its own median, which a pass that was interrupted does not move. */
  median(): number {
    return median(this.each.map((times) => median(times)));
  }
}

function compared(works: readonly Work[], engines: readonly [Engine, Engine], rounds: number): Compared {
  const alternate = (passes: number): readonly [Passes, Passes] => {
    const [before, now] = [new Passes(engines[0], works), new Passes(engines[1], works)];
    for (let pass = 0; pass < passes; pass++) {
      for (const side of pass % 2 === 0 ? [before, now] : [now, before]) side.pass();
    }
    return [before, now];
  };
  alternate(Math.ceil(warmUp / works.length));
  const [before, now] = alternate(rounds * passesInRound);
  return {
    questions: works.length,
    before: rounded(before.median(), 1),
    now: rounded(now.median(), 1),
    medianRatio: rounded(now.median() / before.median(), 2),
    totalRatio: medianRatio(now.cpu, before.cpu),
  };
}

/** Questions until the code is compiled for good. */
const warmUp = 20_000;
const passesInRound = 10;

export async function measureAgainst(
  commit: string,
  rounds: number,
  questions: Questions = asked,
): Promise<Readonly<Record<string, Compared>>> {
  const engines = [await engineOf(commit), await engineOf(null)] as const;
  return Object.fromEntries(
    Object.entries(questions)
      .filter(([, works]) => works.length > 0)
      .map(([name, works]) => [name, compared(works, engines, rounds)]),
  );
}

export function againstLines(commit: string, figures: Readonly<Record<string, Compared>>): readonly string[] {
  return [
    `side by side with ${commit}: CPU µs a question, before → now (median ratio, ratio of the sums)`,
    ...Object.entries(figures).map(
      ([name, { questions, before, now, medianRatio, totalRatio }]) =>
        `  ${name}, ${String(questions)}: ${String(before)} → ${String(now)} (${String(medianRatio)} ×, ${String(totalRatio)} ×)`,
    ),
    ...samples.absent.map((path) => `  skipped: ${path} is absent`),
  ];
}
