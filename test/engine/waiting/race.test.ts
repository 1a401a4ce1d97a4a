// The best of several answers, without waiting for the silent; how long the others are waited for. On virtual time.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Race, within } from "../../../src/engine/waiting/race.js";

const clock = {
  wait: async (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};
const graceMilliseconds = 700;
const never = 60_000;

/** Each look-up as [answer, after milliseconds]; "good" answers start with g. */
async function best(
  ...lookUps: readonly (readonly [string, number])[]
): Promise<readonly [string | null, number]> {
  const answers = lookUps.map(async ([answer, after]) => clock.wait(after).then(() => answer));
  const race = new Race(clock, { graceMilliseconds });
  return timed(race.best(answers, (answer) => answer.startsWith("g")));
}

async function timed<Answer>(work: Promise<Answer>): Promise<readonly [Answer, number]> {
  const started = Date.now();
  const ended = work.then((answer) => [answer, Date.now() - started] as const);
  await vi.advanceTimersByTimeAsync(2 * never);
  return ended;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the best answer", () => {
  it("comes at once where it is the first in the list", async () => {
    expect(await best(["good 1", 10], ["good 2", never])).toEqual(["good 1", 10]);
  });

  it("comes as soon as all better ones have said no", async () => {
    expect(await best(["bad", 50], ["good 2", 10], ["good 3", never])).toEqual(["good 2", 50]);
  });

  it("is the better one where that comes within the grace", async () => {
    expect(await best(["good 1", 100], ["good 2", 10])).toEqual(["good 1", 100]);
  });

  it("does not wait for a better one beyond the grace", async () => {
    expect(await best(["good 1", never], ["good 2", 10])).toEqual(["good 2", 10 + graceMilliseconds]);
  });

  it("is none when all have said no, and when nobody was asked", async () => {
    expect(await best(["bad", 10], ["bad", 30])).toEqual([null, 30]);
    expect(await best()).toEqual([null, 0]);
  });
});

describe("an answer that is waited for", () => {
  const late = async (after: number): Promise<string> => clock.wait(after).then(() => "late");

  it("may take any time while no other is good", async () => {
    const race = new Race(clock, { graceMilliseconds });
    void race.enter(Promise.resolve("bad"), () => false);
    expect(await timed(race.enter(late(5_000)))).toEqual(["late", 5_000]);
  });

  it("is given up the grace after a good one", async () => {
    const race = new Race(clock, { graceMilliseconds });
    void race.enter(late(100), () => true);
    expect(await timed(race.enter(late(5_000)))).toEqual([null, 100 + graceMilliseconds]);
  });

  it("has the whole grace also where it was asked for after the good one", async () => {
    const race = new Race(clock, { graceMilliseconds });
    await race.enter(Promise.resolve("good"), () => true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await timed(race.enter(late(graceMilliseconds - 1)))).toEqual(["late", graceMilliseconds - 1]);
  });

  it("is given up at the limit", async () => {
    const limited = new Race(clock, { graceMilliseconds, limitMilliseconds: 2_000 });
    expect(await timed(limited.enter(late(5_000)))).toEqual([null, 2_000]);
  });

  it("that fails is an error, not silence", async () => {
    const race = new Race(clock, { graceMilliseconds });
    await expect(race.enter(Promise.reject(new Error("broken")), () => true)).rejects.toThrow("broken");
  });
});

it("an answer within a time is that answer, else what was said for that", async () => {
  expect(await timed(within(clock, 100, clock.wait(99), "silent"))).toEqual([undefined, 99]);
  expect(await timed(within(clock, 100, clock.wait(101), "silent"))).toEqual(["silent", 100]);
});
