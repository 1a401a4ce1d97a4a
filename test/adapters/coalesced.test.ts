import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { coalesced } from "../../src/adapters/coalesced.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("makes a burst two calls, the first at once and one when it is over", () => {
  let calls = 0;
  const run = coalesced(() => {
    calls += 1;
  }, 100);
  for (let number = 0; number < 60; number++) {
    run();
  }
  expect(calls).toBe(1);
  vi.advanceTimersByTime(100);
  expect(calls).toBe(2);
  vi.advanceTimersByTime(10_000);
  expect(calls).toBe(2);
  run();
  expect(calls).toBe(3);
});
