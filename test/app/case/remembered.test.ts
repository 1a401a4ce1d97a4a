// What one background remembers of a store: always what its own last writing left, and never what crossed one.

import { expect, it } from "vitest";
import { casesKey } from "../../../src/app/case/any-case.js";
import { remembered } from "../../../src/app/case/remembered.js";
import type { Store } from "../../../src/ports.js";

/** Answers when it is told to. */
class SlowStore implements Store {
  kept: unknown = ["kept"];
  readonly asked: string[] = [];
  readonly pending: (() => void)[] = [];
  fails = false;

  async read(key: string): Promise<unknown> {
    this.asked.push(`read ${key}`);
    const found = this.kept;
    await this.turn();
    return found;
  }
  async write(key: string, value: unknown): Promise<void> {
    this.asked.push(`write ${key}`);
    await this.turn();
    if (this.fails) throw new Error("the disk is full");
    this.kept = value;
  }
  async remove(key: string): Promise<void> {
    this.asked.push(`remove ${key}`);
    await this.turn();
    this.kept = undefined;
  }
  answer(): void {
    this.pending.shift()?.();
  }
  private turn(): Promise<void> {
    return new Promise((resolve) => {
      this.pending.push(resolve);
    });
  }
}

async function settled<Result>(slow: SlowStore, work: Promise<Result>): Promise<Result> {
  slow.answer();
  return work;
}

it("reads once, and what it has written not at all", async () => {
  const slow = new SlowStore();
  const store = remembered(slow, [casesKey, "options"]);
  expect(await settled(slow, store.read(casesKey))).toEqual(["kept"]);
  expect(await store.read(casesKey)).toEqual(["kept"]);
  await settled(slow, store.write(casesKey, ["new"]));
  expect(await store.read(casesKey)).toEqual(["new"]);
  await settled(slow, store.remove(casesKey));
  expect(await store.read(casesKey)).toBeUndefined();
  expect(slow.asked).toEqual(["read cases", "write cases", "remove cases"]);
});

it("knows one key from another", async () => {
  const slow = new SlowStore();
  const store = remembered(slow, [casesKey, "options"]);
  await settled(slow, store.write("options", "quiet"));
  expect(await store.read("options")).toBe("quiet");
  await settled(slow, store.write(casesKey, []));
  expect([await store.read("options"), await store.read(casesKey)]).toEqual(["quiet", []]);
});

it("asks again for everything else", async () => {
  const slow = new SlowStore();
  const store = remembered(slow, [casesKey, "options"]);
  await settled(slow, store.read("drafts"));
  await settled(slow, store.read("drafts"));
  await settled(slow, store.write("drafts", 1));
  await settled(slow, store.remove("drafts"));
  expect(slow.asked).toEqual(["read drafts", "read drafts", "write drafts", "remove drafts"]);
});

it("does not keep what was read before a writing, or during one", async () => {
  const slow = new SlowStore();
  const store = remembered(slow, [casesKey, "options"]);
  const before = store.read(casesKey);
  const writing = store.write(casesKey, ["new"]);
  const during = store.read(casesKey);
  slow.answer();
  expect(await before).toEqual(["kept"]);
  slow.answer();
  await writing;
  slow.answer();
  await during;
  expect(await store.read(casesKey)).toEqual(["new"]);
  expect(slow.pending).toEqual([]);
});

it("knows nothing after a writing that failed, or two that crossed", async () => {
  const slow = new SlowStore();
  const store = remembered(slow, [casesKey, "options"]);
  slow.fails = true;
  await expect(settled(slow, store.write(casesKey, ["new"]))).rejects.toThrow();
  expect(await settled(slow, store.read(casesKey))).toEqual(["kept"]);
  slow.fails = false;
  const one = store.write(casesKey, ["one"]);
  const other = store.write(casesKey, ["other"]);
  slow.answer();
  slow.answer();
  await Promise.all([one, other]);
  expect(await settled(slow, store.read(casesKey))).toEqual(["other"]);
});

it("does not keep what was read between two writings that crossed", async () => {
  const slow = new SlowStore();
  const store = remembered(slow, [casesKey, "options"]);
  const one = store.write(casesKey, ["one"]);
  const other = store.write(casesKey, ["other"]);
  const [endOne, endOther] = slow.pending.splice(0);
  expect(await settled(slow, store.read(casesKey))).toEqual(["kept"]);
  endOne?.();
  endOther?.();
  await Promise.all([one, other]);
  expect(await settled(slow, store.read(casesKey))).toEqual(["other"]);
});
