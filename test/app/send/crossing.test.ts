// Clicks that cross, and what goes on failing while something is being done: nothing is handed over twice, thrown away, or
// said that is not so.

import { describe, expect, it } from "vitest";
import { findCase, readCases, type Case } from "../../../src/app/case/case-file.js";
import { readJournal } from "../../../src/app/change/journal.js";
import { recover } from "../../../src/app/change/recover.js";
import { undoFromHistory } from "../../../src/app/page/history.js";
import { undo } from "../../../src/app/page/undo.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { lookAgain } from "../../../src/app/notice/look-again.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { noticeArrivedMails } from "../../../src/app/notice/returned-mail.js";
import { afterSend, windowClosed } from "../../../src/app/send/after-send.js";
import { advance } from "../../../src/app/case/advance.js";
import { fix } from "../../../src/app/send/fix.js";
import { sendAgain } from "../../../src/app/send/send-again.js";
import type { ProbeAnswer } from "../../../src/engine/model/probe.js";
import type { Proof } from "../../../src/ports.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { entry, failedSend, profile, relayDenied, sharing, thunderbird } from "../profile.js";

const id = "window-7";
const spam = {
  ...relayDenied,
  stage: "data",
  lines: ["5.7.1 rejected as spam"],
  enhancedCode: "5.7.1",
} as const;

async function failed(fake = thunderbird(), send = failedSend(), caseId = id): Promise<FakeThunderbird> {
  await noticeFailedSend(fake.ports, send);
  await investigated(fake.ports, caseId);
  return fake;
}

async function caseOf(fake: FakeThunderbird, caseId = id): Promise<Case> {
  const found = await findCase(fake.session, caseId);
  if (found === null) {
    throw new Error(`There is no case ${caseId}.`);
  }
  return found;
}

/** A fix whose proof is under way until `end` is given. */
async function fixing(fake: FakeThunderbird, caseId = id): Promise<{ end: () => Promise<void> }> {
  const asked = answerLater<null>();
  const answer = answerLater<null>();
  const prove = fake.prove;
  fake.prove = async (attempt): Promise<Proof> => {
    asked.resolve(null);
    await answer.promise;
    return prove === null ? { kind: "locked" } : prove(attempt);
  };
  const running = fix(fake.ports, caseId, "send", null);
  await asked.promise;
  return {
    end: async () => {
      answer.resolve(null);
      await running;
    },
  };
}

it("Send again, clicked twice, hands the message over once", async () => {
  const fake = await failed();
  await Promise.all([sendAgain(fake.ports, id), sendAgain(fake.ports, id)]);
  expect(fake.sent).toEqual([7]);
});

it("Check again beside a fix that has begun leaves the fix to its end", async () => {
  const fake = await failed();
  const { end } = await fixing(fake);
  await lookAgain(fake.ports, id);
  await end();
  expect(fake.sent).toEqual([7]);
  expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["made"]);
});

it("Fix, clicked while Check again reads the settings, is not thrown away", async () => {
  const fake = await failed();
  const looking = lookAgain(fake.ports, id);
  await Promise.all([looking, fix(fake.ports, id, "send", null)]);
  await investigated(fake.ports, id);
  const { state } = await caseOf(fake);
  expect([["sending"], ["problem"]]).toContainEqual([state]);
  expect(fake.sent).toEqual(state === "sending" ? [7] : []);
  expect(await readJournal(fake.lasting)).toHaveLength(fake.sent.length);
});

describe("sent by the user's own hand while a click is at work", () => {
  /** The message goes out once the proof is under way, and its window closes. */
  async function sentMeanwhile(
    answer: Proof,
    run: (fake: FakeThunderbird) => Promise<void>,
  ): Promise<Case | null> {
    const fake = await failed();
    const asked = answerLater<null>();
    const answered = answerLater<null>();
    fake.prove = async () => {
      asked.resolve(null);
      await answered.promise;
      return answer;
    };
    const running = run(fake);
    await asked.promise;
    await afterSend(fake.ports, 7, true);
    await windowClosed(fake.ports, 7);
    if (answer.kind === "cancelled") {
      await advance(fake.ports, id, { kind: "cancel-clicked" });
    }
    answered.resolve(null);
    await running;
    expect(fake.sent).toEqual([]);
    return findCase(fake.session, id);
  }
  const again: Proof = { kind: "refused", refusal: relayDenied };
  const click = async (fake: FakeThunderbird): Promise<void> => fix(fake.ports, id, "send", null);

  it("a fix that is not proven leaves no case behind", async () => {
    expect(await sentMeanwhile(again, click)).toBeNull();
  });

  it("a fix that is cancelled leaves no case behind", async () => {
    expect(await sentMeanwhile({ kind: "cancelled" }, click)).toBeNull();
  });

  it("a fix that is proven stands, and can be undone", async () => {
    const entry = await sentMeanwhile({ kind: "accepted", proofId: "p" }, click);
    expect(entry).toMatchObject({ state: "fixed", windowId: null });
    expect(entry?.changeId).not.toBeNull();
  });
});

describe("a change that nobody could prove before", () => {
  it("has proven itself with a message that the user sends by hand: no start takes it back", async () => {
    const fake = await failed();
    fake.prove = () => ({ kind: "not-provable" });
    await fix(fake.ports, id, "send", null);
    // Stopped, as by Thunderbird's Cancel: the message waits in its window.
    await afterSend(fake.ports, 7, false);
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["made"]);
    const mended = fake.snapshot();
    await afterSend(fake.ports, 7, true);
    expect(await findCase(fake.session, id)).toBeNull();
    fake.restart();
    await recover(fake.ports);
    expect(fake.snapshot()).toEqual(mended);
    expect(fake.badge).toBe(false);
  });

  it.each([
    ["id1", "kept"],
    ["id2", "made"],
  ])(
    "sent from %s by hand, the change for id1 is %s: another's message proves nothing",
    async (by, state) => {
      const fake = await failed(thunderbird(sharing));
      fake.prove = () => ({ kind: "not-provable" });
      await fix(fake.ports, id, "send", null);
      await afterSend(fake.ports, 7, false);
      await afterSend(fake.ports, 7, true, by);
      expect((await readJournal(fake.lasting)).map((change) => change.state)).toEqual([state]);
    },
  );

  it("waits on where our own sending went out from another address", async () => {
    const fake = await failed(thunderbird(sharing));
    fake.prove = () => ({ kind: "not-provable" });
    await fix(fake.ports, id, "send", null);
    await afterSend(fake.ports, 7, true, "id2");
    expect((await caseOf(fake)).state).toBe("sent");
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["made"]);
  });
});

it("a message that went out is told as sent, though the disk takes no record of it", async () => {
  const fake = await failed();
  await fix(fake.ports, id, "send", null);
  fake.lasting.room = 0;
  fake.timesTold = 0;
  const shown = fake.pagesShown.length;
  await expect(afterSend(fake.ports, 7, true)).rejects.toThrow("the disk is full");
  expect((await caseOf(fake)).state).toBe("sent");
  expect(fake.timesTold).toBe(1);
  expect(fake.pagesShown.slice(shown)).toEqual(["main"]);
});

describe("a change whose message is on its way", () => {
  /** Fixed, stopped by the user, and sent again: the change is kept, and the history offers its undo. */
  async function onItsWay(): Promise<FakeThunderbird> {
    const fake = await failed();
    await fix(fake.ports, id, "send", null);
    await afterSend(fake.ports, 7, false);
    await sendAgain(fake.ports, id);
    return fake;
  }

  it.each(["its page", "the history"])(
    "is not undone from %s, so that nothing is handed over twice",
    async (from) => {
      const fake = await onItsWay();
      const mended = fake.snapshot();
      const { changeId } = await caseOf(fake);
      if (from === "its page") {
        await undo(fake.ports, id);
        expect((await caseOf(fake)).outcome).toEqual({ kind: "not-undone", because: "busy" });
      } else {
        const { outcome } = await undoFromHistory(fake.ports, changeId ?? "");
        expect(outcome?.outcome).toEqual({ kind: "not-undone", because: "busy" });
      }
      await investigated(fake.ports, id);
      await fix(fake.ports, id, "send", null);
      expect(fake.sent).toEqual([7, 7]);
      expect(fake.snapshot()).toEqual(mended);
      expect((await caseOf(fake)).state).toBe("sending");
    },
  );

  it("is undone once the message has gone", async () => {
    const fake = await onItsWay();
    await undo(fake.ports, id);
    await afterSend(fake.ports, 7, true);
    await undo(fake.ports, id);
    expect((await caseOf(fake)).outcome).toEqual({ kind: "undone" });
  });

  it("and that is refused meanwhile, is still told as refused", async () => {
    const fake = await onItsWay();
    await noticeFailedSend(fake.ports, failedSend());
    await undo(fake.ports, id);
    await afterSend(fake.ports, 7, false);
    expect((await caseOf(fake)).outcome).toMatchObject({ kind: "refused-again" });
  });
});

describe("sent by hand, and refused, while a change is being undone", () => {
  /** `moment`: where, within the undo, the message fails. */
  async function refusedWithin(moment: "taking back" | "judging"): Promise<Case> {
    const fake = await failed();
    await fix(fake.ports, id, "send", null);
    await noticeFailedSend(fake.ports, { ...failedSend(), refusal: spam });
    await afterSend(fake.ports, 7, false);
    await investigated(fake.ports, id);
    const isUndone = async (): Promise<boolean> =>
      (await readJournal(fake.lasting)).every(({ state }) => state === "undone");
    const ofIdentity = fake.servers.ofIdentity.bind(fake.servers);
    const write = fake.lasting.write.bind(fake.lasting);
    let isSent = false;
    const sendByHand = async (): Promise<void> => {
      if (!isSent) {
        isSent = true;
        fake.time += 1000;
        await noticeFailedSend(fake.ports, { ...failedSend(), at: fake.time });
      }
    };
    fake.lasting.write = async (key, value) => {
      await write(key, value);
      await (moment === "taking back" ? sendByHand() : undefined);
    };
    fake.servers.ofIdentity = async (identityId) => {
      const found = await ofIdentity(identityId);
      await (moment === "judging" && (await isUndone()) ? sendByHand() : undefined);
      return found;
    };
    await undo(fake.ports, id);
    expect(isSent).toBe(true);
    return caseOf(fake);
  }

  it.each(["taking back", "judging"] as const)(
    "that refusal is what the page is about, beside the undo: %s",
    async (moment) => {
      expect(await refusedWithin(moment)).toMatchObject({
        evidence: { refusal: { lines: relayDenied.lines } },
        changeId: null,
        outcome: { kind: "undone" },
      });
    },
  );
});

describe("proven settings stay", () => {
  it("where the message itself is refused: it becomes the case, and the fix can still be undone", async () => {
    const fake = await failed(thunderbird(sharing));
    const before = fake.snapshot();
    await fix(fake.ports, id, "send", null);
    const mended = fake.snapshot();
    expect(mended).not.toEqual(before);
    await noticeFailedSend(fake.ports, { ...failedSend(), refusal: spam });
    await afterSend(fake.ports, 7, false);
    await investigated(fake.ports, id);
    expect(fake.snapshot()).toEqual(mended);
    const entry = await caseOf(fake);
    expect(entry).toMatchObject({
      state: "settings-fine",
      outcome: { kind: "settings-work" },
      diagnosis: { classification: { subReason: "spam" } },
    });
    const { cases } = await openPage(fake.ports, { kind: "compose", windowId: 7 });
    expect(cases).toMatchObject([{ caseId: id, canUndo: true }]);
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["kept"]);
    await undo(fake.ports, id);
    expect(fake.snapshot()).toEqual(before);
  });

  it("where they are another window's, and this one's message is refused as spam", async () => {
    const fake = await failed();
    fake.windows.add(8);
    await failed(fake, failedSend(8), "window-8");
    await fix(fake.ports, id, "send", null);
    await afterSend(fake.ports, 7, false);
    await openPage(fake.ports, { kind: "compose", windowId: 8 });
    const mended = fake.snapshot();
    await sendAgain(fake.ports, "window-8");
    await noticeFailedSend(fake.ports, { ...failedSend(8), refusal: spam });
    await afterSend(fake.ports, 8, false);
    await investigated(fake.ports, "window-8");
    expect(fake.snapshot()).toEqual(mended);
    expect((await caseOf(fake, "window-8")).outcome).toEqual({ kind: "settings-work" });
  });

  it("after sending again with nothing changed nobody says that settings are in place", async () => {
    const fake = await failed();
    await sendAgain(fake.ports, id);
    await noticeFailedSend(fake.ports, failedSend());
    await afterSend(fake.ports, 7, false);
    expect((await caseOf(fake)).outcome).toMatchObject({ kind: "refused-again", settings: "none" });
  });

  it("after sending again with nothing changed, and the window closed, nobody says that settings were changed", async () => {
    const fake = await failed();
    await sendAgain(fake.ports, id);
    await windowClosed(fake.ports, 7);
    expect(await caseOf(fake)).toMatchObject({ state: "problem", windowId: null, changeId: null });
  });

  it.each([true, false])("and its end, told late, is still heard: sent %s", async (isSent) => {
    const fake = await failed();
    await sendAgain(fake.ports, id);
    await windowClosed(fake.ports, 7);
    if (isSent) {
      await afterSend(fake.ports, 7, true);
      expect((await findCase(fake.session, id))?.state ?? "none").not.toBe("problem");
    } else {
      await noticeFailedSend(fake.ports, failedSend());
      await investigated(fake.ports, id);
      expect(await caseOf(fake)).toMatchObject({ state: "problem", outcome: { settings: "none" } });
    }
  });

  it("after sending again with nothing changed the new reply is judged as the first was: why, and what helps", async () => {
    const fake = await failed();
    await sendAgain(fake.ports, id);
    await noticeFailedSend(fake.ports, { ...failedSend(), refusal: spam });
    await afterSend(fake.ports, 7, false);
    await investigated(fake.ports, id);
    expect(await caseOf(fake)).toMatchObject({
      state: "settings-fine",
      evidence: { refusal: spam },
      outcome: { kind: "refused-again", refusal: spam, settings: "none" },
    });
  });

  it("and so is one from another address that the user has chosen in its window, by that one's settings", async () => {
    const fake = await failed();
    await sendAgain(fake.ports, id);
    await noticeFailedSend(fake.ports, { ...failedSend(7, "id2"), from: "bob@other.test", refusal: spam });
    await afterSend(fake.ports, 7, false);
    await investigated(fake.ports, id);
    expect((await caseOf(fake)).evidence).toMatchObject({
      sender: { identityId: "id2", from: "bob@other.test" },
      outgoing: { server: { id: "smtp2" } },
    });
  });

  it("what was looked at before the new reply does not take its place", async () => {
    const fake = await failed();
    const from = await caseOf(fake);
    await sendAgain(fake.ports, id);
    await noticeFailedSend(fake.ports, { ...failedSend(), at: from.at + 1, refusal: spam });
    await afterSend(fake.ports, 7, false);
    await advance(fake.ports, id, { kind: "looked-again", fresh: from, from });
    expect((await caseOf(fake)).evidence.refusal).toEqual(spam);
  });

  it("servers that were still asked about the first refusal have not said anything about the second by that", async () => {
    const fake = thunderbird({ ...profile, entries: [{ ...entry, port: 587, security: "starttls" }] });
    const answer = answerLater<ProbeAnswer>();
    fake.look = async () => answer.promise;
    await noticeFailedSend(fake.ports, failedSend());
    await sendAgain(fake.ports, id);
    expect(await caseOf(fake)).toMatchObject({ state: "sending", gathering: true });
    await noticeFailedSend(fake.ports, failedSend());
    answer.resolve({ kind: "answers", offeredSignIn: ["PLAIN"], toStranger: null });
    await investigated(fake.ports, id);
    await afterSend(fake.ports, 7, false);
    await investigated(fake.ports, id);
    const { gathering, evidence } = await caseOf(fake);
    expect(gathering).toBe(false);
    expect(evidence.probe).not.toBeNull();
  });

  it("after sending again with nothing changed from a window that is gone, neither", async () => {
    const fake = await failed();
    fake.windows.delete(7);
    await sendAgain(fake.ports, id);
    expect(await caseOf(fake)).toMatchObject({ state: "problem", windowId: null });
  });

  it("somebody's own change since is not called ours", async () => {
    const fake = await failed();
    await fix(fake.ports, id, "send", null);
    await fake.servers.update("smtp1", { port: 2525 });
    await noticeFailedSend(fake.ports, failedSend());
    await afterSend(fake.ports, 7, false);
    expect((await caseOf(fake)).outcome).toMatchObject({ kind: "refused-again", settings: "changed" });
  });
});

describe("crowds", () => {
  it("a mail merge that goes on failing does not cut off the fix of its identity", async () => {
    const fake = await failed(thunderbird(), failedSend(null), "send-id1");
    const { end } = await fixing(fake, "send-id1");
    for (let count = 0; count < 50; count += 1) {
      await noticeFailedSend(fake.ports, { ...failedSend(null), messageId: `merge-${String(count)}` });
    }
    await end();
    expect(await caseOf(fake, "send-id1")).toMatchObject({ state: "fixed" });
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["kept"]);
  });

  it("thirty-five returned mails do not push out a fix under way", async () => {
    const fake = await failed();
    const { end } = await fixing(fake);
    for (let count = 0; count < 35; count += 1) {
      const headerMessageId = `bounce-${String(count)}@example.test`;
      fake.mails.set(count, {
        headerMessageId,
        accountId: "account1",
        to: ["alice@example.test"],
        headers: { received: ["by mail.example.test (Postfix) id 1; now"] },
        text: "",
        status: "Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\nStatus: 5.1.1\n",
        returned: "Received: from x by mail.example.test with ESMTPSA id 1; now\nFrom: alice@example.test\n",
      });
      await noticeArrivedMails(fake.ports, [
        {
          messageId: count,
          author: "MAILER-DAEMON@example.test",
          subject: "Undelivered Mail Returned to Sender",
        },
      ]);
    }
    const cases = await readCases(fake.session);
    expect(cases.filter(({ startedBy }) => startedBy === "arrived-mail")).toHaveLength(30);
    await end();
    expect(fake.sent).toEqual([7]);
  });
});

it("a last record that the store refuses takes everything back, and is not called unchanged while all is changed", async () => {
  const fake = await failed();
  const before = fake.snapshot();
  const write = fake.lasting.write.bind(fake.lasting);
  fake.lasting.write = async (key, value) => {
    if (JSON.stringify(value).includes('"state":"made"')) {
      throw new Error("QuotaExceededError");
    }
    await write(key, value);
  };
  await fix(fake.ports, id, "send", null);
  expect(fake.snapshot()).toEqual(before);
  const outcome = { kind: "not-changed", because: "unrecorded" };
  expect(await caseOf(fake)).toMatchObject({ state: "failed", outcome });
});
