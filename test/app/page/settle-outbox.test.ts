// A message that was refused in the Outbox, some time later: told as long as it lies there.

import { expect, it } from "vitest";
import { readCases } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import type { Page } from "../../../src/protocol.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const lines = ["The user you are trying to contact is receiving mail too quickly."];
const limited = {
  ...relayDenied,
  code: 450,
  enhancedCode: "4.2.1",
  lines,
  secure: true,
  offeredSignIn: ["PLAIN"],
};

async function after(minutes: number): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.unsent = ["m1@example.test"];
  await noticeFailedSend(fake.ports, {
    ...failedSend(null),
    at: fake.time,
    inOutbox: true,
    refusal: limited,
  });
  await investigated(fake.ports, "send-id1");
  fake.time += minutes * 60_000;
  return fake;
}

const toolbar = (fake: FakeThunderbird): Promise<Page> => openPage(fake.ports, { kind: "toolbar" });

it("is there when the hour is over that the page has asked for, with the button to send it", async () => {
  const fake = await after(60);
  expect((await toolbar(fake)).cases).toMatchObject([
    { caseId: "send-id1", state: "settings-fine", canSend: true },
  ]);
});

it("is not called unsent where it lies there no more: the accounts are looked at instead", async () => {
  const fake = await after(5);
  fake.unsent = ["m2@example.test"];
  expect((await toolbar(fake)).cases.map(({ caseId }) => caseId)).not.toContain("send-id1");
  expect((await readCases(fake.ports.session)).map(({ caseId }) => caseId)).not.toContain("send-id1");
});

it("stays where nobody can look into the Outbox now, and the page comes all the same", async () => {
  const fake = await after(60);
  fake.ports.outbox.messages = async () => Promise.reject(new Error("the folder is read anew"));
  const { cases } = await toolbar(fake);
  expect(cases.map(({ caseId }) => caseId)).toEqual(["send-id1"]);
  expect(fake.bugsSaid).toHaveLength(1);
});

it("takes the next refusal of that sender, which comes while the Outbox is looked into, for no message that has gone", async () => {
  const fake = await after(5);
  fake.unsent = ["m2@example.test"];
  const { messages } = { ...fake.ports.outbox };
  fake.ports.outbox.messages = async () => {
    const next = { ...failedSend(null), at: fake.time, inOutbox: true, messageId: "m2@example.test" };
    await noticeFailedSend(fake.ports, next);
    return messages();
  };
  await toolbar(fake);
  expect(await readCases(fake.ports.session)).toMatchObject([{ messageId: "m2@example.test" }]);
});
