import { expect, it } from "vitest";
import { findChange, isRecorded, keep, readJournal, record } from "../../../src/app/change/journal.js";
import type { RecordedChange } from "../../../src/engine/fixes/step.js";
import { entry, thunderbird } from "../profile.js";

function change(changeId: string, state: RecordedChange["state"] = "pending"): RecordedChange {
  const { host, port, security, signIn, userName } = entry;
  return {
    changeId,
    state,
    proven: true,
    accountName: "Alice",
    at: 0,
    steps: [],
    changes: [],
    settings: { host, port, security, signIn, userName },
    oldServerId: null,
    told: false,
  };
}

it("keeps both of two changes that are recorded at the same moment", async () => {
  const { ports, lasting } = thunderbird();
  await Promise.all([record(ports, change("one")), record(ports, change("two"))]);
  await Promise.all([record(ports, change("one", "made")), record(ports, change("two", "made"))]);
  expect((await readJournal(lasting)).map(({ changeId, state }) => [changeId, state])).toEqual([
    ["one", "made"],
    ["two", "made"],
  ]);
});

it("goes on after a write that failed", async () => {
  const fake = thunderbird();
  fake.interruptions.crashAfterWrite(0);
  await expect(record(fake.ports, change("lost"))).rejects.toThrow();
  fake.restart();
  await record(fake.ports, change("kept"));
  expect(await findChange(fake.lasting, "kept")).not.toBeNull();
});

it("keeps the fifty latest, and whatever is not at rest", async () => {
  const { ports, lasting } = thunderbird();
  await record(ports, change("cut off"));
  await record(ports, change("under way", "made"));
  for (let count = 0; count < 55; count += 1) {
    await record(ports, change(String(count), "kept"));
  }
  const kept = (await readJournal(lasting)).map(({ changeId }) => changeId);
  expect(kept).toHaveLength(50);
  expect(kept.slice(0, 3)).toEqual(["cut off", "under way", "7"]);
});

it("keeps a change in its place when it is written again", async () => {
  const { ports, lasting } = thunderbird();
  await record(ports, change("one"));
  await record(ports, change("two"));
  await record(ports, change("one", "undone"));
  expect((await readJournal(lasting)).map(({ changeId }) => changeId)).toEqual(["one", "two"]);
});

it.each(["undone", "left", "pending"] as const)(
  "what has been taken back since stays so, whichever window's message goes out: %s",
  async (state) => {
    const { ports, lasting } = thunderbird();
    await record(ports, { ...change("one", state), untilSent: true });
    await keep(ports, "one");
    expect((await findChange(lasting, "one"))?.state).toBe(state);
  },
);

it("is empty at first", async () => {
  const { lasting } = thunderbird();
  expect(await readJournal(lasting)).toEqual([]);
  expect(await findChange(lasting, "one")).toBeNull();
});

it("takes a full disk for what happens", async () => {
  const { ports, lasting } = thunderbird();
  lasting.room = 0;
  expect(await isRecorded(ports, change("one"))).toBe(false);
});

it.each([
  ["a record that is no JSON", new Error("DataCloneError: The object could not be cloned.")],
  ["a call that is not as it wants to be", new TypeError("Type error for parameter items")],
])("throws, as our own mistake, %s", async (_, mistake) => {
  const { ports, lasting } = thunderbird();
  lasting.write = () => Promise.reject(mistake);
  await expect(isRecorded(ports, change("one"))).rejects.toBe(mistake);
});

it("throws, as our own mistake, a record that cannot be read", async () => {
  const { ports, lasting } = thunderbird();
  await lasting.write("journal", { not: "a list" });
  await expect(isRecorded(ports, change("one"))).rejects.toThrow(TypeError);
});
