// Changes to the list of cases that come in one moment: written down together, or told to each that they were not.

import { expect, it } from "vitest";
import { editCases, readCases } from "../../../src/app/case/case-file.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, thunderbird } from "../profile.js";

async function withCases(): Promise<FakeThunderbird> {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend(7));
  await noticeFailedSend(fake.ports, failedSend(8, "id2"));
  return fake;
}

const without = (fake: FakeThunderbird, caseId: string): Promise<void> =>
  editCases(fake.ports, (cases) => cases.filter((one) => one.caseId !== caseId));

it("are written once, in the order in which they came", async () => {
  const fake = await withCases();
  let writes = 0;
  const write = fake.session.write.bind(fake.session);
  fake.session.write = async (key, value) => {
    writes += key === "cases" ? 1 : 0;
    return write(key, value);
  };
  await Promise.all([without(fake, "window-7"), without(fake, "window-8")]);
  expect(writes).toBe(1);
  expect(await readCases(fake.session)).toEqual([]);
});

it("are told, all of them, that the store has not taken them, and the next one is written", async () => {
  const fake = await withCases();
  const write = fake.session.write.bind(fake.session);
  fake.session.write = async () => Promise.reject(new Error("the store is full"));
  const both = await Promise.allSettled([without(fake, "window-7"), without(fake, "window-8")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fake.session.write = write;
  await without(fake, "window-8");
  expect((await readCases(fake.session)).map(({ caseId }) => caseId)).toEqual(["window-7"]);
});
