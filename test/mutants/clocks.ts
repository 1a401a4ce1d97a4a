// Clocks where mutants are tried. The test files of one run may share a worker: whoever stops the clocks must not stop
// those of the next. And instrumented code is slow, so that what is held to a time is measured by a clock that ticks once
// each time it is asked.
import { afterAll, vi } from "vitest";

let ticks = 0;
performance.now = () => (ticks += 1);

afterAll(() => {
  vi.useRealTimers();
});
