// The Outbox over the Experiment: what lies there, what has gone, and when Thunderbird is done with it.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { experimentOutbox } from "../../src/adapters/experiment-outbox.js";

const calls = { countUnsent: vi.fn(), getUnsent: vi.fn(), sendUnsent: vi.fn() };
const outbox = experimentOutbox(calls as unknown as typeof messenger.outgoingServers);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("tells how many lie there, which, and which have gone", async () => {
  calls.countUnsent.mockResolvedValueOnce(2);
  calls.getUnsent.mockResolvedValueOnce({ sending: false, messageIds: ["a"], gone: ["b"] });
  expect(await outbox.count()).toBe(2);
  expect(await outbox.messages()).toEqual({ lying: ["a"], gone: ["b"] });
});

it("is at rest when Thunderbird is not sending any more", async () => {
  let sending = true;
  calls.getUnsent.mockImplementation(() => Promise.resolve({ sending, messageIds: [], gone: [] }));
  let isAtRest = false;
  const resting = outbox.atRest().then(() => (isAtRest = true));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(isAtRest).toBe(false);
  sending = false;
  await vi.advanceTimersByTimeAsync(500);
  await resting;
  expect(isAtRest).toBe(true);
});

it.each([
  [null, { kind: "ended" }],
  ["busy", { kind: "refused", because: "busy" }],
  ["offline", { kind: "refused", because: "offline" }],
  ["empty", { kind: "refused", because: "empty" }],
])("sending, refused %j", async (refused, told) => {
  calls.sendUnsent.mockResolvedValueOnce({ refused, sent: 1, failed: 1 });
  expect(await outbox.send()).toEqual(told);
});

const patience = 2 * 60 * 60 * 1000;

it.each([
  ["is not waited for where it does not come", 0, { kind: "refused", because: "busy" }],
  ["counts where it is seen", patience - 1_000, { kind: "ended" }],
])("an end that Thunderbird does not tell %s", async (_, ends, comesTo) => {
  const begun = Date.now();
  calls.sendUnsent.mockReturnValueOnce(new Promise(() => undefined));
  calls.getUnsent.mockImplementation(() =>
    Promise.resolve({ sending: ends === 0 || Date.now() - begun < ends, messageIds: ["a"], gone: [] }),
  );
  const ended = outbox.send();
  await vi.advanceTimersByTimeAsync(patience + 1_000);
  expect(await ended).toEqual(comesTo);
});

it("an end that is told is not looked for any more", async () => {
  calls.sendUnsent.mockResolvedValueOnce({ refused: "busy", sent: 0, failed: 0 });
  calls.getUnsent.mockResolvedValue({ sending: true, messageIds: ["a"], gone: [] });
  await outbox.send();
  await vi.advanceTimersByTimeAsync(2_000);
  const looks = calls.getUnsent.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls.getUnsent.mock.calls.length).toBe(looks);
});

it("many messages may take longer than one", async () => {
  const begun = Date.now();
  calls.getUnsent.mockImplementation(() => {
    const thirds = Math.floor((Date.now() - begun) / (patience - 1_000));
    return Promise.resolve({ sending: thirds < 3, messageIds: ["a", "b", "c"].slice(thirds), gone: [] });
  });
  const resting = outbox.atRest();
  await vi.advanceTimersByTimeAsync(3 * patience);
  expect(await resting).toBe(true);
});

it("one look in vain is no end, and no reason not to wait for it", async () => {
  calls.getUnsent.mockReset();
  calls.getUnsent.mockRejectedValueOnce(new Error("the folder is read anew"));
  calls.getUnsent.mockResolvedValue({ sending: false, messageIds: [], gone: ["a"] });
  const resting = outbox.atRest();
  await vi.advanceTimersByTimeAsync(500);
  expect(await resting).toBe(true);
});
