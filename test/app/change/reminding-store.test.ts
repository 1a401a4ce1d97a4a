// The note that lets Thunderbird start without us: never missing where something is left, whenever a crash comes.

import { expect, it } from "vitest";
import { giveNotice, takeNotices, type NoticePorts } from "../../../src/app/case/notices.js";
import { underWay } from "../../../src/app/case/under-way.js";
import { record } from "../../../src/app/change/journal.js";
import { remindingStore } from "../../../src/app/change/reminding-store.js";
import type { RecordedChange } from "../../../src/engine/fixes/step.js";
import type { Store } from "../../../src/ports.js";
import { FakeStore } from "../../fakes/fake-store.js";
import { Interruptions } from "../../fakes/interruptions.js";

const change = (changeId: string, state: RecordedChange["state"]): RecordedChange =>
  ({ changeId, state, steps: [] }) as unknown as RecordedChange;

const ports = (lasting: Store): NoticePorts => ({
  lasting,
  underWay: underWay(() => Promise.resolve()),
  mailWindow: {
    setBadge: () => undefined,
    showPage: async () => Promise.resolve(true),
    toFront: async () => Promise.resolve(),
  },
});

function reminded(): { store: ReturnType<typeof remindingStore>; notes: string[] } {
  const notes: string[] = [];
  const inner = new FakeStore(new Interruptions());
  const noted = {
    read: async (key: string) => inner.read(key),
    write: async (key: string, value: unknown) => {
      notes.push(`write ${key}`);
      await inner.write(key, value);
    },
    remove: async (key: string) => {
      notes.push(`remove ${key}`);
      await inner.remove(key);
    },
  };
  return {
    store: remindingStore(noted, async (isOn) => Promise.resolve(void notes.push(isOn ? "on" : "off"))),
    notes,
  };
}

it("is set before a change is begun, and taken away after it is done", async () => {
  const { store, notes } = reminded();
  await record(ports(store), change("1", "pending"));
  expect(notes).toEqual(["on", "write journal"]);
  await record(ports(store), change("1", "made"));
  await record(ports(store), change("1", "kept"));
  expect(notes.slice(2)).toEqual(["on", "write journal", "write journal", "off"]);
});

it("stays while another change is unfinished, or something is untold", async () => {
  const { store, notes } = reminded();
  await record(ports(store), change("1", "pending"));
  await record(ports(store), change("2", "pending"));
  await giveNotice(ports(store), { kind: "left", accountName: "Alice" });
  await record(ports(store), change("1", "undone"));
  await record(ports(store), change("2", "undone"));
  expect(notes).not.toContain("off");
  await takeNotices(ports(store));
  expect(notes.at(-1)).toBe("off");
});

it("is set whenever something is left, also where a change begins while another's end is settled", async () => {
  const inner = new FakeStore(new Interruptions());
  let isOn = false;
  const left = async (): Promise<boolean> =>
    JSON.stringify((await inner.read("journal")) ?? []).includes("pending");
  const wrong: string[] = [];
  const store = remindingStore(
    {
      read: async (key) => inner.read(key),
      write: async (key, value) => {
        await inner.write(key, value);
        if ((await left()) && !isOn) wrong.push(`${key} written without a note`);
      },
      remove: async (key) => inner.remove(key),
    },
    async (on) => {
      isOn = on;
      if ((await left()) && !isOn) wrong.push("note taken away too early");
    },
  );
  const soon = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));
  for (let turns = 0; turns < 12; turns++) {
    await giveNotice(ports(store), { kind: "left", accountName: "Alice" });
    const taken = takeNotices(ports(store));
    for (let turn = 0; turn < turns; turn++) await soon();
    await Promise.all([taken, record(ports(store), change("1", "pending"))]);
    expect(isOn).toBe(true);
    await record(ports(store), change("1", "undone"));
    expect(isOn).toBe(false);
  }
  expect(wrong).toEqual([]);
});

it("is not kept from being set by a write that failed", async () => {
  const { store, notes } = reminded();
  const failing = remindingStore(
    { ...store, write: async () => Promise.reject(new Error("the disk is full")) },
    async (isOn) => Promise.resolve(void notes.push(isOn ? "on" : "off")),
  );
  await expect(failing.write("notices", [{}])).rejects.toThrow("the disk is full");
  await failing.remove("notices");
  expect(notes).toEqual(["on", "remove notices", "off", "off"]);
});

it("has nothing to do with anything else that lasts", async () => {
  const { store, notes } = reminded();
  await store.write("options", { lookUpSettings: true });
  await store.remove("options");
  expect(notes).toEqual(["write options", "remove options"]);
});
