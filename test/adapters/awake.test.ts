// The background calls an API twice a second while something is under way, and no longer.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { awake } from "../../src/adapters/awake.js";

const { getPlatformInfo } = vi.hoisted(() => ({ getPlatformInfo: vi.fn() }));
vi.mock("../../src/adapters/browser.js", () => ({ browser: { runtime: { getPlatformInfo } } }));

beforeEach(() => {
  vi.useFakeTimers();
  getPlatformInfo.mockClear();
});
afterEach(() => vi.useRealTimers());

/** Work, and what ends it. */
function work(): { readonly promise: Promise<string>; readonly resolve: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((settled) => {
    resolve = settled;
  });
  return { promise, resolve };
}

it("keeps awake as long as the longest work is under way, and gives what it came to", async () => {
  const [short, long] = [work(), work()];
  const both = [awake.during(async () => short.promise), awake.during(async () => long.promise)];
  short.resolve("short");
  expect(await both[0]).toBe("short");
  const before = getPlatformInfo.mock.calls.length;
  vi.advanceTimersByTime(1_000);
  expect(getPlatformInfo.mock.calls.length).toBeGreaterThan(before);
  long.resolve("long");
  expect(await both[1]).toBe("long");
  const after = getPlatformInfo.mock.calls.length;
  vi.advanceTimersByTime(60_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(after);
});

it("lets it sleep also after work that failed", async () => {
  await expect(awake.during(async () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  vi.advanceTimersByTime(60_000);
  expect(getPlatformInfo).not.toHaveBeenCalled();
});
