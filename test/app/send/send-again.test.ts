// Handing a message to Thunderbird once more, and what comes of it: from its window, and from the Outbox.

import { describe, expect, it } from "vitest";
import { findCase, readCases, type Case } from "../../../src/app/case/case-file.js";
import { noteEnd, takeEnd } from "../../../src/app/notice/early-ends.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { afterSend, windowClosed } from "../../../src/app/send/after-send.js";
import { sendAgain, unsentNow } from "../../../src/app/send/send-again.js";
import { sendUnsent } from "../../../src/app/send/send-unsent.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, thunderbird } from "../profile.js";

const inWindow = "window-7";
const inOutbox = "send-id1";
const ours = "m1@example.test";

async function failed(windowId: number | null = 7): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.unsent = windowId === null ? [ours, "m2@example.test"] : [];
  await noticeFailedSend(fake.ports, { ...failedSend(windowId), inOutbox: windowId === null });
  await investigated(fake.ports, windowId === null ? inOutbox : inWindow);
  return fake;
}

async function caseOf(fake: FakeThunderbird, caseId: string): Promise<Case | null> {
  return findCase(fake.session, caseId);
}

const turns = async (): Promise<void> => {
  for (let count = 0; count < 10; count += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe("from its window", () => {
  it("is sent, and where Thunderbird rejects it without a word, that is said only after a moment", async () => {
    const fake = await failed();
    const waits: number[] = [];
    let wake: () => void = () => undefined;
    fake.ports.clock.wait = async (milliseconds) => {
      waits.push(milliseconds);
      return new Promise((resolve) => {
        wake = resolve;
      });
    };
    await sendAgain(fake.ports, inWindow);
    expect(fake.sent).toEqual([7]);
    expect(await caseOf(fake, inWindow)).toMatchObject({ state: "sending" });
    fake.reject();
    await turns();
    expect(await caseOf(fake, inWindow)).toMatchObject({ state: "sending" });
    expect(waits).toEqual([2_000]);
    wake();
    await turns();
    expect((await caseOf(fake, inWindow))?.outcome).toMatchObject({ kind: "not-sent", because: "stopped" });
  });

  it("that is gone is said, and nothing is sent", async () => {
    const fake = await failed();
    fake.windows.clear();
    await sendAgain(fake.ports, inWindow);
    expect(fake.sent).toEqual([]);
    expect(await caseOf(fake, inWindow)).toMatchObject({ state: "problem", windowId: null, outcome: null });
  });

  it("nothing is counted in the Outbox, nor for a case that is gone", async () => {
    const fake = await failed();
    fake.unsent = ["other@example.test"];
    expect(await unsentNow(fake.ports, inWindow)).toBe(0);
    expect(await unsentNow(fake.ports, "nobody")).toBe(0);
    const there = await failed(null);
    expect(await unsentNow(there.ports, inOutbox)).toBe(2);
  });
});

describe("from the Outbox", () => {
  it.each(["busy", "offline"] as const)("what Thunderbird does not begin is said: %s", async (because) => {
    const fake = await failed(null);
    fake.sendUnsent = async () => Promise.resolve({ kind: "refused", because });
    await sendAgain(fake.ports, inOutbox);
    expect((await caseOf(fake, inOutbox))?.outcome).toMatchObject({ kind: "not-sent", because });
  });

  it("where it is empty by now, how it ended is read from what went", async () => {
    const fake = await failed(null);
    fake.sendUnsent = async () => {
      fake.goOut(ours, "m2@example.test");
      return Promise.resolve({ kind: "refused", because: "empty" });
    };
    await sendAgain(fake.ports, inOutbox);
    expect(await caseOf(fake, inOutbox)).toMatchObject({ state: "sent" });
  });

  it("for a case that is gone meanwhile nothing is told", async () => {
    const fake = await failed(null);
    const before = await readCases(fake.session);
    fake.sendUnsent = async () => Promise.resolve({ kind: "ended" });
    await sendUnsent(fake.ports, "nobody");
    expect(await readCases(fake.session)).toEqual(before);
  });

  it("is judged once every refusal has had its moment", async () => {
    const fake = await failed(null);
    fake.sendUnsent = async () => Promise.resolve({ kind: "ended" });
    const waits: number[] = [];
    fake.ports.clock.wait = async (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    await sendUnsent(fake.ports, inOutbox);
    expect(waits).toEqual([300]);
  });
});

describe("an end that is told before its refusal", () => {
  it("is kept for its window, the latest, and handed out once", async () => {
    const { ports } = thunderbird();
    await Promise.all([noteEnd(ports, "send-ended", 7, 100), noteEnd(ports, "send-ended", 8, 150)]);
    await noteEnd(ports, "send-ended", 7, 200);
    expect(await takeEnd(ports, "send-ended", 9)).toBeNull();
    expect(await takeEnd(ports, "window-closed", 7)).toBeNull();
    expect([
      await takeEnd(ports, "send-ended", 7),
      await takeEnd(ports, "send-ended", 7),
      await takeEnd(ports, "send-ended", 8),
    ]).toEqual([200, null, 150]);
  });

  it("opens the page once the refusal is there; an older one does not", async () => {
    for (const [endedAt, pages] of [
      [failedSend().at, [7]],
      [failedSend().at - 1, []],
    ] as const) {
      const fake = thunderbird();
      fake.time = endedAt;
      await afterSend(fake.ports, 7, false);
      await noticeFailedSend(fake.ports, failedSend());
      expect(fake.pagesShown).toEqual(pages);
    }
  });

  it("of one that went out is nothing to be kept", async () => {
    const fake = thunderbird();
    await afterSend(fake.ports, 7, true);
    expect(await takeEnd(fake.ports, "send-ended", 7)).toBeNull();
  });

  it("told twice for one refusal waits for the next", async () => {
    const fake = await failed();
    await afterSend(fake.ports, 7, false);
    expect(await takeEnd(fake.ports, "send-ended", 7)).toBeNull();
    await afterSend(fake.ports, 7, false);
    expect(await takeEnd(fake.ports, "send-ended", 7)).toBe(fake.time);
  });

  it("and a window that is gone by then leave no case behind", async () => {
    const fake = thunderbird();
    await windowClosed(fake.ports, 7);
    await noticeFailedSend(fake.ports, failedSend());
    await investigated(fake.ports, inWindow);
    expect(await readCases(fake.session)).toEqual([]);
  });
});
