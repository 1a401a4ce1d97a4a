import { expect, it } from "vitest";
import { findChange, readJournal, record, withLastStep, withStep } from "../../src/app/journal.js";
import type { RecordedChange, Step } from "../../src/engine/fixes/step.js";
import { thunderbird } from "./profile.js";

function change(changeId: string, state: RecordedChange["state"] = "pending"): RecordedChange {
  return { changeId, state, accountName: "Alice", at: 0, steps: [] };
}

it("keeps both of two changes that are recorded at the same moment", async () => {
  const { lasting } = thunderbird();
  await Promise.all([record(lasting, change("one")), record(lasting, change("two"))]);
  await Promise.all([record(lasting, change("one", "made")), record(lasting, change("two", "made"))]);
  expect((await readJournal(lasting)).map(({ changeId, state }) => [changeId, state])).toEqual([
    ["one", "made"],
    ["two", "made"],
  ]);
});

it("goes on after a write that failed", async () => {
  const fake = thunderbird();
  fake.interruptions.crashAfterWrite(0);
  await expect(record(fake.lasting, change("lost"))).rejects.toThrow();
  fake.restart();
  await record(fake.lasting, change("kept"));
  expect(await findChange(fake.lasting, "kept")).not.toBeNull();
});

it("keeps the fifty latest", async () => {
  const { lasting } = thunderbird();
  for (let count = 0; count < 55; count += 1) {
    await record(lasting, change(String(count)));
  }
  const kept = await readJournal(lasting);
  expect(kept).toHaveLength(50);
  expect(kept[0]?.changeId).toBe("5");
});

it("replaces the last step with what became of it", () => {
  const step: Step = { kind: "save-password", serverId: "smtp1", credentialId: null };
  const begun = withStep(withStep(change("one"), step), step);
  expect(withLastStep(begun, { ...step, credentialId: "login7" }).steps).toEqual([
    step,
    { ...step, credentialId: "login7" },
  ]);
});

it("is empty at first", async () => {
  const { lasting } = thunderbird();
  expect(await readJournal(lasting)).toEqual([]);
  expect(await findChange(lasting, "one")).toBeNull();
});
