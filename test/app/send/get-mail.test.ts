// Fetching mail and sending again: one message for any number of clicks, and nothing changed.

import { describe, expect, it, vi } from "vitest";
import { afterSend, windowClosed } from "../../../src/app/send/after-send.js";
import { findCase, viewOf, type Case } from "../../../src/app/case/case-file.js";
import { advance } from "../../../src/app/case/advance.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const id = "window-7";
const written = { kind: "written", lookUps: "made", today: "2026-11-28", sentences: {} } as const;

async function refused(words = "Relaying denied: authenticate with POP first"): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.look = () => ({ kind: "answers", offeredSignIn: [], toStranger: null });
  const refusal = { ...relayDenied, lines: [words], secure: true, offeredSignIn: [] };
  await noticeFailedSend(fake.ports, { ...failedSend(), refusal });
  await investigated(fake.ports, id);
  return fake;
}

async function caseOf(fake: FakeThunderbird): Promise<Case> {
  const found = await findCase(fake.session, id);
  if (found === null) {
    throw new Error("The case is gone.");
  }
  return found;
}

describe("where the server wants mail to be fetched first", () => {
  it("is offered, fetches the account's mail, and sends the message, once for any number of clicks", async () => {
    const fake = await refused();
    const before = fake.snapshot();
    const asked: string[] = [];
    fake.getMail = (accountId) => {
      asked.push(accountId);
      return "done";
    };
    expect(viewOf(await caseOf(fake), written)).toMatchObject({ state: "problem", canGetMail: true });
    await Promise.all([
      advance(fake.ports, id, { kind: "get-mail-clicked" }),
      advance(fake.ports, id, { kind: "get-mail-clicked" }),
    ]);
    expect(asked).toEqual(["account1"]);
    expect(fake.sent).toEqual([7]);
    expect(await caseOf(fake)).toMatchObject({ state: "sending", outcome: null });
    await afterSend(fake.ports, 7, true);
    expect((await caseOf(fake)).state).toBe("sent");
    expect(fake.snapshot()).toEqual(before);
  });

  it("is over with the window, though the mail is still coming: nothing is told as under way, and nothing sent", async () => {
    const fake = await refused();
    const mail = answerLater<"done">();
    fake.ports.incomingMail.get = async () => mail.promise;
    const getting = advance(fake.ports, id, { kind: "get-mail-clicked" });
    await vi.waitFor(async () => {
      expect((await caseOf(fake)).outcome).toEqual({ kind: "getting-mail" });
    });
    fake.windows.delete(7);
    await windowClosed(fake.ports, 7);
    expect(await findCase(fake.session, id)).toBeNull();
    mail.resolve("done");
    await getting;
    expect(fake.sent).toEqual([]);
    expect(await findCase(fake.session, id)).toBeNull();
  });

  it.each(["failed", "by-hand"] as const)(
    "sends nothing when the mail could not be fetched: %s",
    async (end) => {
      const fake = await refused();
      fake.getMail = () => end;
      await advance(fake.ports, id, { kind: "get-mail-clicked" });
      expect(fake.sent).toEqual([]);
      const entry = await caseOf(fake);
      expect(entry).toMatchObject({ state: "problem", outcome: { kind: "mail-not-fetched", because: end } });
      expect(viewOf(entry, written).canGetMail).toBe(true);
    },
  );
});

it("that breaks by a mistake of ours sends nothing, and says what was being done", async () => {
  const fake = await refused();
  fake.ports.incomingMail.get = () => Promise.reject(new RangeError("our bug"));
  await advance(fake.ports, id, { kind: "get-mail-clicked" });
  expect(fake.sent).toEqual([]);
  expect((await caseOf(fake)).outcome).toEqual({ kind: "mail-not-fetched", because: "failed" });
  expect(fake.bugsSaid).toMatchObject([{ what: "RangeError", where: "getting mail" }]);
});

it("is not offered, and does nothing, after any other refusal", async () => {
  const fake = await refused("relay not permitted");
  expect(viewOf(await caseOf(fake), written).canGetMail).toBe(false);
  await advance(fake.ports, id, { kind: "get-mail-clicked" });
  expect(fake.sent).toEqual([]);
});
