// Events for a background that may be asleep: it is woken, then told, in the order in which things happened.
import { beforeEach, expect, it, vi } from "vitest";
import { answerLater } from "../fakes/answer-later.js";
import { persistent, toldSoFar } from "../../src/experiment/outgoingServers/parent/persistent-event.js";

let told: unknown[] = [];
let wakes = 0;
const asleep = (): GeckoFire => ({
  wakeup: () => {
    wakes += 1;
    told.push("woken");
    return Promise.resolve();
  },
  async: (value) => Promise.resolve(told.push(value)),
});
const awake = (): GeckoFire => ({ async: (value) => Promise.resolve(told.push(`awake: ${String(value)}`)) });

type Tell = (what: unknown) => void;

function listening(fire: GeckoFire): {
  tell: Tell;
  registration: PersistentRegistration;
  stopped: () => number;
} {
  const stop = vi.fn();
  let tell: Tell = () => undefined;
  const registration = persistent(fire, (given) => {
    tell = given;
    return stop;
  });
  return { tell: (what) => tell(what), registration, stopped: () => stop.mock.calls.length };
}
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  told = [];
  wakes = 0;
});

it("a background that sleeps is woken first, and told once", async () => {
  const { tell } = listening(asleep());
  tell("failed");
  await settled();
  expect(told).toEqual(["woken", "failed"]);
});

it("one that cannot be woken yet holds back what it is to be told", async () => {
  const waking = answerLater<undefined>();
  const { tell } = listening({ ...asleep(), wakeup: () => waking.promise });
  tell("failed");
  await settled();
  expect(told).toEqual([]);
  waking.resolve(undefined);
  await settled();
  expect(told).toEqual(["failed"]);
});

it("is waited for by who must not come before it, though it cannot be told", async () => {
  const problems = vi.spyOn(console, "error").mockReturnValue();
  const { tell } = listening(awake());
  const failed = answerLater<string>();
  tell(failed.promise);
  const after = toldSoFar().then(() => told.push("after"));
  await settled();
  expect(told).toEqual([]);
  failed.resolve("failed");
  await after;
  expect(told).toEqual(["awake: failed", "after"]);
  tell(Promise.reject(new Error("ours")));
  await toldSoFar();
  expect(problems).toHaveBeenCalledOnce();
  problems.mockRestore();
});

it("one that is awake is just told", async () => {
  const { tell } = listening(awake());
  tell("failed");
  await settled();
  expect(told).toEqual(["awake: failed"]);
  expect(wakes).toBe(0);
});

it("once the listener is there itself, it is told, and nobody is woken", async () => {
  const { tell, registration } = listening(asleep());
  registration.convert(awake());
  tell("failed");
  await settled();
  expect([told, wakes]).toEqual([["awake: failed"], 0]);
});

it("one that has registered while it was being woken is told where it is now", async () => {
  const what = answerLater<string>();
  const { tell, registration } = listening(asleep());
  tell(what.promise);
  registration.convert(awake());
  what.resolve("failed");
  await settled();
  expect(told).toEqual(["woken", "awake: failed"]);
});

it("what happened first is told first, whichever event it is of and however long it takes", async () => {
  const slow = answerLater<string>();
  const failures = listening(awake());
  const closings = listening(awake());
  failures.tell(slow.promise);
  closings.tell("closed");
  await settled();
  expect(told).toEqual([]);
  slow.resolve("failed");
  await settled();
  expect(told).toEqual(["awake: failed", "awake: closed"]);
});

it("one that cannot be told is told to the console, and those after it are told", async () => {
  const problems = vi.spyOn(console, "error").mockReturnValue();
  const { tell } = listening(awake());
  tell(Promise.reject(new Error("ours")));
  tell("failed");
  await settled();
  expect(told).toEqual(["awake: failed"]);
  expect(problems).toHaveBeenCalledOnce();
  problems.mockRestore();
});

it("stops with its registration", () => {
  const { registration, stopped } = listening(asleep());
  expect(stopped()).toBe(0);
  registration.unregister();
  expect(stopped()).toBe(1);
});
