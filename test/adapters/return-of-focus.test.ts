// The order of two events tells a cancelled send from a failed one. The figures are the lab's (test/e2e/false-alarms).

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  watchWhileComposing,
  type MayBeCancelled,
  type ReturnOfFocus,
} from "../../src/adapters/return-of-focus.js";

const progressDialog = -1;

const listeners = new Set<(windowId: number) => void>();
let composing = 0;
let isFocused = false;
let looks = 0;
/** Milliseconds until Thunderbird answers a call: more on a busy machine. */
let busy = 5;
let stateChanged: () => void = () => undefined;
let mayBeCancelled: MayBeCancelled;
let told: ReturnOfFocus["told"];

beforeEach(() => {
  vi.useFakeTimers();
  composing = 1;
  isFocused = false;
  looks = 0;
  busy = 5;
  listeners.clear();
  vi.stubGlobal("messenger", {
    runtime: { getPlatformInfo: async () => new Promise((answer) => setTimeout(answer, busy)) },
    compose: {
      onComposeStateChanged: {
        addListener: (listener: () => void) => {
          stateChanged = listener;
        },
      },
    },
    windows: {
      onFocusChanged: {
        addListener: (listener: (windowId: number) => void) => listeners.add(listener),
        removeListener: (listener: (windowId: number) => void) => listeners.delete(listener),
      },
      get: async () => Promise.resolve({ focused: isFocused }),
      getAll: async () => {
        looks += 1;
        return Promise.resolve(Array.from({ length: composing }));
      },
    },
  });
  ({ mayBeCancelled, told } = watchWhileComposing());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function focus(windowId: number): void {
  for (const listener of listeners) {
    listener(windowId);
  }
}

/** The end of the send of window 7 is told; its focus comes so many milliseconds later. */
async function focusAfter(milliseconds: number, windowId = 7): Promise<boolean> {
  const answer = mayBeCancelled(7);
  await vi.advanceTimersByTimeAsync(milliseconds);
  focus(windowId);
  await vi.advanceTimersByTimeAsync(1000);
  return answer;
}

describe.each([
  ["awake since the window was opened", true],
  ["woken by the end of the send", false],
])("%s", (_, awake) => {
  beforeEach(() => {
    if (awake) {
      stateChanged();
      focus(progressDialog);
    }
  });

  it("it is a failed send where the window has the focus back already", async () => {
    focus(7);
    isFocused = true;
    expect(await mayBeCancelled(7)).toBe(false);
  });

  it.each([8, 17, 96])("it may be a cancelled one where the focus comes %i ms later", async (later) => {
    expect(await focusAfter(later)).toBe(true);
  });

  it.each([
    [126, 186, false],
    [38, 146, false],
    [121, 83, true],
    [350, 83, true],
    [600, 83, false],
  ])(
    "on a busy machine, the focus after %i ms and an answer after %i: %s",
    async (later, answered, cancelled) => {
      busy = answered;
      expect(await focusAfter(later)).toBe(cancelled);
    },
  );

  it.each([
    ["together with the end, as a window manager may order it", 4],
    ["only when the user has closed one more dialog", 400],
  ])("it is a failed send where the focus comes %s", async (_when, later) => {
    expect(await focusAfter(later)).toBe(false);
  });

  it("whoever would be busy meanwhile waits until it is told", async () => {
    let isTold = false;
    await told();
    const answer = mayBeCancelled(7);
    void told().then(() => {
      isTold = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(isTold).toBe(false);
    focus(7);
    await answer;
    await vi.advanceTimersByTimeAsync(0);
    expect(isTold).toBe(true);
  });

  it("it is a failed send where another window gets the focus, or none", async () => {
    expect(await focusAfter(20, 8)).toBe(false);
    expect(await focusAfter(20, progressDialog)).toBe(false);
  });
});

it("a call that Thunderbird rejects is an answer too: nobody waits for ever, and no listener is left", async () => {
  vi.stubGlobal("messenger", {
    ...messenger,
    runtime: { getPlatformInfo: async () => Promise.reject(new Error("going away")) },
  });
  const answer = mayBeCancelled(7);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await Promise.race([answer, Promise.resolve("still waiting")])).toBe(false);
  expect(listeners.size).toBe(0);
});

it("does not listen to the focus while nothing is written, nor after the end of a send", async () => {
  expect(listeners.size).toBe(0);
  await focusAfter(20);
  expect(listeners.size).toBe(0);
  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
  expect(looks).toBe(0);
});

it("stays awake while a message is written, and no longer than is reasonable", async () => {
  stateChanged();
  expect(listeners.size).toBe(1);
  await vi.advanceTimersByTimeAsync(14 * 60 * 1000);
  expect(listeners.size).toBe(1);
  expect(looks).toBeGreaterThan(30);
  await vi.advanceTimersByTimeAsync(2 * 60 * 1000);
  expect(listeners.size).toBe(0);
  stateChanged();
  composing = 0;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(listeners.size).toBe(0);
});
