// The best of several look-ups, without waiting for the silent.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bestAnswer, graceMilliseconds } from "../../../src/engine/discovery/best-answer.js";

const timer = {
  after(milliseconds: number, callback: () => void): () => void {
    const id = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(id);
    };
  },
};
const never = 60_000;

/** Each look-up as [answer, after milliseconds]; "good" answers start with g. */
async function best(
  ...lookUps: readonly (readonly [string, number])[]
): Promise<readonly [string | null, number]> {
  const started = Date.now();
  const promises = lookUps.map(
    ([answer, after]) =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          resolve(answer);
        }, after);
      }),
  );
  const ended = bestAnswer(promises, (answer) => answer.startsWith("g"), timer).then(
    (answer) => [answer, Date.now() - started] as const,
  );
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
