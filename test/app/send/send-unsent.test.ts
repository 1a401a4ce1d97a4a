// A message that failed in the Outbox: sent again from there, once, and what else lies there is said before.

import { describe, expect, it } from "vitest";
import { fix } from "../../../src/app/send/fix.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { page } from "../../../src/app/page/page.js";
import { sendAgain } from "../../../src/app/send/send-again.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import type { CaseView } from "../../../src/protocol.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const failed = { ...failedSend(null), inOutbox: true };

async function withUnsent(count = 1): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.unsent = count;
  await noticeFailedSend(fake.ports, failed);
  return fake;
}

async function view(fake: FakeThunderbird): Promise<CaseView | undefined> {
  return (await page(fake.ports, { kind: "case", caseId: "send-id1" })).cases[0];
}

describe("fix and send again", () => {
  it("empties the Outbox, after the change, and there is nothing left to send twice", async () => {
    const fake = await withUnsent(2);
    expect(await view(fake)).toMatchObject({ canSend: true, unsent: 2 });
    let sends = 0;
    fake.sendUnsent = async () => {
      sends += 1;
      expect(fake.servers.entries[0]).toMatchObject({ signIn: "password" });
      fake.unsent = 0;
      return Promise.resolve({ kind: "ended", sent: 2, left: 0 });
    };
    await fix(fake.ports, "send-id1", "send", null);
    await sendAgain(fake.ports, "send-id1");
    expect(sends).toBe(1);
    expect(await view(fake)).toMatchObject({ state: "sent", canSend: false, canUndo: true });
  });

  it("puts everything back where the server refuses again", async () => {
    const fake = await withUnsent();
    const before = fake.snapshot();
    fake.sendUnsent = async () => {
      await noticeFailedSend(fake.ports, { ...failed, refusal: { ...relayDenied, lines: ["still no"] } });
      return { kind: "ended", sent: 0, left: 1 };
    };
    await fix(fake.ports, "send-id1", "send", null);
    expect(await view(fake)).toMatchObject({
      state: "failed",
      canSend: true,
      outcome: { kind: "refused-again", restored: true, refusal: { lines: ["still no"] } },
    });
    expect(fake.snapshot()).toEqual(before);
  });

  it("does not blame this message for another one that stays", async () => {
    const fake = await withUnsent(2);
    fake.sendUnsent = async () => {
      await noticeFailedSend(fake.ports, { ...failed, identityId: "id2", from: "bob@other.test" });
      return { kind: "ended", sent: 1, left: 1 };
    };
    await fix(fake.ports, "send-id1", "send", null);
    expect((await view(fake))?.state).toBe("sent");
  });
});

it.each(["busy", "offline"] as const)(
  "is not begun while Thunderbird is %s: the change stays",
  async (because) => {
    const fake = await withUnsent();
    fake.sendUnsent = async () => Promise.resolve({ kind: "refused", because });
    await fix(fake.ports, "send-id1", "send", null);
    expect(await view(fake)).toMatchObject({
      state: "fixed",
      canSend: true,
      outcome: { kind: "not-sent", because },
    });
  },
);

it("finds out from the Outbox how it ended, where the background slept over it", async () => {
  const fake = await withUnsent();
  const cases = (await fake.session.read("cases")) as readonly object[];
  await fake.session.write(
    "cases",
    cases.map((entry) => ({ ...entry, state: "sending" })),
  );
  fake.unsent = 0;
  expect((await view(fake))?.state).toBe("sent");
});

it("has nothing to send after a background send, which nothing holds", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend(null));
  expect(await view(fake)).toMatchObject({ canSend: false, unsent: null });
});
