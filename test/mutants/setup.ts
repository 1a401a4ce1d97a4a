// What tests need where mutants are tried: clocks, the luck of properties, and the coverage of one file at a time.
// The test files of one run may share a worker: whoever stops the clocks must not stop those of the next. And instrumented
// code is slow, so that what is held to a time is measured by a clock that ticks once each time it is asked.
import { afterAll, vi } from "vitest";

let ticks = 0;
performance.now = () => (ticks += 1);

afterAll(() => {
  vi.useRealTimers();
});

/** The same inputs for each mutant, and fewer than by day: what survives a hundred may survive for want of luck. */
const most = 100;

vi.mock("fast-check", async (load) => {
  const all = await load<{ default: { assert: (property: unknown, asked?: object) => unknown } }>();
  const assert = (property: unknown, asked: { readonly numRuns?: number } = {}) =>
    all.default.assert(property, { seed: 1, ...asked, numRuns: Math.min(asked.numRuns ?? most, most) });
  return { ...all, assert, default: { ...all.default, assert } };
});

// Stryker notes which test passes through which mutant, and reports it file by file; in a shared worker each file's report
// would hold those of all before it. What modules pass through while they load stays: a file that skips all its tests
// reports nothing, and may be the one that loaded them.
const { __stryker__: stryker } = globalThis as {
  __stryker__?: { mutantCoverage?: { perTest: object } };
};
const covered = stryker?.mutantCoverage?.perTest ?? {};
for (const test of Object.keys(covered)) {
  Reflect.deleteProperty(covered, test);
}
