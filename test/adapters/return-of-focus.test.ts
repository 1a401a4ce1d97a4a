// The order of two events tells a cancelled send from a failed one. The figures are the lab's (test/e2e/false-alarms).

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchReturnOfFocus, type MayBeCancelled } from "../../src/adapters/return-of-focus.js";

const progressDialog = -1;
let mayBeCancelled: MayBeCancelled;
let focus: (windowId: number) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("messenger", {
    windows: {
      onFocusChanged: {
        addListener: (listener: typeof focus) => {
          focus = listener;
        },
      },
    },
  });
  mayBeCancelled = watchReturnOfFocus();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The end of the send of window 7 is told; its focus comes so many milliseconds later. */
async function focusAfter(milliseconds: number, windowId = 7): Promise<boolean> {
  const answer = mayBeCancelled(7);
  await vi.advanceTimersByTimeAsync(milliseconds);
  focus(windowId);
  await vi.advanceTimersByTimeAsync(1000);
  return answer;
}

it("is a failed send where the window has the focus back already", async () => {
  focus(progressDialog);
  focus(7);
  expect(await mayBeCancelled(7)).toBe(false);
});

it.each([17, 96])("may be a cancelled one where the focus comes %i ms later", async (later) => {
  focus(progressDialog);
  expect(await focusAfter(later)).toBe(true);
});

it.each([
  ["together with the end, as a window manager may order it", 4],
  ["only when the user has closed one more dialog", 400],
])("is a failed send where the focus comes %s", async (_, later) => {
  focus(progressDialog);
  expect(await focusAfter(later)).toBe(false);
});

it("is a failed send where another window gets the focus, or none", async () => {
  focus(progressDialog);
  expect(await focusAfter(20, 8)).toBe(false);
  expect(await focusAfter(20, progressDialog)).toBe(false);
});

it("is a failed send where the background has slept over everything", async () => {
  expect(await focusAfter(0)).toBe(false);
});
