// A message that failed in the Outbox: sent again from there, once, and what else lies there is said before.

import { describe, expect, it, vi } from "vitest";
import { investigated } from "../../../src/app/find/investigate.js";
import { readJournal } from "../../../src/app/change/journal.js";
import { recover } from "../../../src/app/change/recover.js";
import { fix } from "../../../src/app/send/fix.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { sendAgain } from "../../../src/app/send/send-again.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import type { CaseView } from "../../../src/protocol.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const failed = { ...failedSend(null), inOutbox: true };

/** `ours`: the one that was refused. */
const ours = "m1@example.test";
const other = "m2@example.test";

async function withUnsent(...others: readonly string[]): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.unsent = [ours, ...others];
  await noticeFailedSend(fake.ports, failed);
  return fake;
}

async function view(fake: FakeThunderbird): Promise<CaseView | undefined> {
  return (await openPage(fake.ports, { kind: "case", caseId: "send-id1" })).cases[0];
}

describe("fix and send again", () => {
  it("empties the Outbox, after the change, and there is nothing left to send twice", async () => {
    const fake = await withUnsent(other);
    expect(await view(fake)).toMatchObject({ canSend: true, unsent: 2 });
    let sends = 0;
    fake.sendUnsent = async () => {
      sends += 1;
      expect(fake.servers.entries[0]).toMatchObject({ signIn: "password" });
      fake.goOut(ours, other);
      return Promise.resolve({ kind: "ended" });
    };
    await fix(fake.ports, "send-id1", "send", null);
    await sendAgain(fake.ports, "send-id1");
    expect(sends).toBe(1);
    expect(await view(fake)).toMatchObject({ state: "sent", canSend: false, canUndo: true });
  });

  it("ends where another alert kept the page from opening, and Thunderbird does not say so", async () => {
    const fake = thunderbird();
    fake.unsent = [ours];
    vi.spyOn(fake.ports.mailWindow, "showPage").mockReturnValue(new Promise(() => undefined));
    void noticeFailedSend(fake.ports, failed);
    await vi.waitFor(async () => {
      expect(await view(fake)).toMatchObject({ canSend: true });
    });
    fake.sendUnsent = async () => {
      fake.goOut(ours);
      return Promise.resolve({ kind: "ended" });
    };
    await fix(fake.ports, "send-id1", "send", null);
    expect(await view(fake)).toMatchObject({ state: "sent" });
  });

  it("puts everything back where the server refuses again", async () => {
    const fake = await withUnsent();
    const before = fake.snapshot();
    fake.sendUnsent = async () => {
      await noticeFailedSend(fake.ports, {
        ...failed,
        refusal: { ...relayDenied, lines: ["relaying denied, still"] },
      });
      return { kind: "ended" };
    };
    await fix(fake.ports, "send-id1", "send", null);
    expect(await view(fake)).toMatchObject({
      state: "failed",
      canSend: true,
      outcome: {
        kind: "refused-again",
        settings: "as-before",
        refusal: { lines: ["relaying denied, still"] },
      },
    });
    expect(fake.snapshot()).toEqual(before);
  });

  it("does not blame this message for another one that stays", async () => {
    const fake = await withUnsent(other);
    fake.sendUnsent = async () => {
      await noticeFailedSend(fake.ports, {
        ...failed,
        identityId: "id2",
        messageId: other,
        from: "bob@other.test",
      });
      fake.goOut(ours);
      return { kind: "ended" };
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
    // No message has gone out with it yet.
    expect(await readJournal(fake.lasting)).toMatchObject([{ state: "kept", untilSent: true }]);
  },
);

describe("where the background ended while Thunderbird was sending", () => {
  async function sending(): Promise<FakeThunderbird> {
    const fake = await withUnsent();
    await recover(fake.ports);
    fake.sendUnsent = () => new Promise(() => undefined);
    void fix(fake.ports, "send-id1", "send", null);
    await vi.waitFor(
      async () => {
        expect((await view(fake))?.state).toBe("sending");
      },
      { interval: 1 },
    );
    fake.sleep();
    return fake;
  }

  it("says that it is being sent, and leaves the settings alone, until Thunderbird has ended", async () => {
    const fake = await sending();
    const mended = fake.snapshot();
    const rest = answerLater<null>();
    fake.outboxAtRest = rest.promise.then(() => true);
    await recover(fake.ports);
    expect(await view(fake)).toMatchObject({ state: "sending", outcome: null });
    expect(fake.snapshot()).toEqual(mended);
    fake.goOut(ours);
    rest.resolve(null);
    await vi.waitFor(
      async () => {
        expect((await view(fake))?.state).toBe("sent");
        expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["kept"]);
      },
      { interval: 1 },
    );
  });

  it("keeps the change, and lets it be tried again, where Thunderbird does not come to an end", async () => {
    const fake = await sending();
    const mended = fake.snapshot();
    fake.outboxAtRest = Promise.resolve(false);
    await recover(fake.ports);
    await vi.waitFor(async () => {
      expect(await view(fake)).toMatchObject({
        canSend: true,
        outcome: { kind: "not-sent", because: "busy" },
      });
    });
    expect(fake.snapshot()).toEqual(mended);
  });

  it("takes the change back where a server has refused it meanwhile", async () => {
    const fake = await sending();
    await noticeFailedSend(fake.ports, failed);
    await recover(fake.ports);
    await vi.waitFor(
      async () => {
        expect(await view(fake)).toMatchObject({ state: "failed", outcome: { settings: "as-before" } });
      },
      { interval: 1 },
    );
  });

  it("does not call a message sent that the user has deleted", async () => {
    const fake = await sending();
    fake.unsent = [];
    await recover(fake.ports);
    await vi.waitFor(
      async () => {
        expect(await view(fake)).toMatchObject({
          state: "fixed",
          canSend: false,
          outcome: { kind: "not-sent", because: "not-there" },
        });
      },
      { interval: 1 },
    );
  });
});

it("without a Message-ID is not called sent where others were seen going", async () => {
  const fake = thunderbird();
  fake.unsent = [ours];
  await noticeFailedSend(fake.ports, { ...failed, messageId: null });
  await investigated(fake.ports, "send-id1");
  fake.sendUnsent = async () => {
    fake.unsent = [];
    fake.gone.push("yesterdays@example.test");
    return Promise.resolve({ kind: "ended" });
  };
  await sendAgain(fake.ports, "send-id1");
  expect(await view(fake)).toMatchObject({ outcome: { kind: "not-sent", because: "not-there" } });
});

it("sent again with nothing changed, and deleted meanwhile: nobody says that settings were changed", async () => {
  const fake = await withUnsent();
  await investigated(fake.ports, "send-id1");
  fake.sendUnsent = async () => {
    fake.unsent = [];
    return Promise.resolve({ kind: "ended" });
  };
  await sendAgain(fake.ports, "send-id1");
  expect(await view(fake)).toMatchObject({
    state: "problem",
    canSend: false,
    outcome: { kind: "not-sent", because: "not-there" },
  });
});

describe.each(["fix", "send again"])("%s, hours later: another message lies there in its place", (click) => {
  it.each([
    ["sent by hand", [ours], { state: "sent", canSend: false }],
    ["deleted", [], { canSend: false, outcome: { kind: "not-sent", because: "not-there" } }],
  ] as const)("%s", async (_, gone, then) => {
    const fake = await withUnsent();
    await investigated(fake.ports, "send-id1");
    fake.unsent = [other];
    fake.gone.push(...gone);
    const send = vi.fn(() => Promise.resolve({ kind: "ended" } as const));
    fake.sendUnsent = send;
    await (click === "fix" ? fix(fake.ports, "send-id1", "send", null) : sendAgain(fake.ports, "send-id1"));
    expect(send).not.toHaveBeenCalled();
    expect(await view(fake)).toMatchObject(then);
  });
});

it("where nobody can look into the Outbox now, nothing is sent, and the click can be clicked again", async () => {
  const fake = await withUnsent(other);
  await investigated(fake.ports, "send-id1");
  fake.ports.outbox.messages = async () => Promise.reject(new Error("the folder is read anew"));
  const send = vi.fn(() => Promise.resolve({ kind: "ended" } as const));
  fake.sendUnsent = send;
  await sendAgain(fake.ports, "send-id1");
  expect(send).not.toHaveBeenCalled();
  expect(await view(fake)).toMatchObject({
    state: "problem",
    canSend: true,
    outcome: { kind: "not-sent", because: "busy" },
  });
});

it("where nobody can look into the Outbox when it has ended, the next click tells that it has gone", async () => {
  const fake = await withUnsent();
  await investigated(fake.ports, "send-id1");
  const { messages } = { ...fake.ports.outbox };
  fake.sendUnsent = async () => {
    fake.goOut(ours);
    fake.ports.outbox.messages = async () => Promise.reject(new Error("the folder is read anew"));
    return Promise.resolve({ kind: "ended" });
  };
  await sendAgain(fake.ports, "send-id1");
  expect(await view(fake)).toMatchObject({ outcome: { kind: "not-sent", because: "left" }, canSend: true });
  fake.ports.outbox.messages = messages;
  fake.sendUnsent = null;
  await sendAgain(fake.ports, "send-id1");
  expect(await view(fake)).toMatchObject({ state: "sent", canSend: false });
});

describe("messages are known one by one", () => {
  it("of two the one that was refused for its recipient takes no settings back, and has a case of its own", async () => {
    const fake = await withUnsent(other);
    const signedIn = { ...relayDenied, secure: true, offeredSignIn: ["PLAIN"] };
    const unknown = { ...signedIn, lines: ["5.1.1 User unknown"], enhancedCode: "5.1.1" };
    fake.sendUnsent = async () => {
      fake.goOut(ours);
      await noticeFailedSend(fake.ports, { ...failed, messageId: other, refusal: unknown });
      return { kind: "ended" };
    };
    await fix(fake.ports, "send-id1", "send", null);
    expect(await view(fake)).toMatchObject({ state: "sent", canSend: false });
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["kept"]);
    const [next] = (await openPage(fake.ports, { kind: "case", caseId: "send-id1-next" })).cases;
    expect(next).toMatchObject({ state: "settings-fine", unsent: 1 });
  });

  it("the one that stays, because another one's refusal stopped the sending, is not called sent", async () => {
    const fake = await withUnsent(other);
    fake.sendUnsent = async () => {
      fake.goOut(other);
      return Promise.resolve({ kind: "ended" });
    };
    await fix(fake.ports, "send-id1", "send", null);
    expect(await view(fake)).toMatchObject({
      state: "fixed",
      canSend: true,
      outcome: { kind: "not-sent", because: "left" },
    });
  });

  it.each(["fix", "send again"])("more than the page had said are said first: %s", async (click) => {
    const fake = await withUnsent();
    fake.unsent = [ours, other, "m3@example.test", "m4@example.test"];
    fake.sendUnsent = () => Promise.reject(new Error("nobody agreed"));
    const press = async (): Promise<void> =>
      click === "fix" ? fix(fake.ports, "send-id1", "send", null) : sendAgain(fake.ports, "send-id1");
    await investigated(fake.ports, "send-id1");
    await press();
    expect(fake.attempts).toEqual([]);
    expect(await view(fake)).toMatchObject({ unsent: 4, outcome: { kind: "outbox-grew" } });
    fake.sendUnsent = async () => {
      fake.goOut(...fake.unsent);
      return Promise.resolve({ kind: "ended" });
    };
    await press();
    expect((await view(fake))?.state).toBe("sent");
  });
});

it("two that are refused for different reasons are told, both, and the second's new refusal is the second's", async () => {
  const fake = await withUnsent(other);
  const spam = {
    ...relayDenied,
    stage: "data",
    lines: ["5.7.1 rejected as spam"],
    enhancedCode: "5.7.1",
  } as const;
  await noticeFailedSend(fake.ports, { ...failed, messageId: other, refusal: spam });
  await investigated(fake.ports, "send-id1");
  const told = async (): Promise<unknown> =>
    (await openPage(fake.ports, { kind: "toolbar" })).cases.map(({ caseId, refusal, outcome }) => [
      caseId,
      refusal?.lines[0],
      outcome?.kind,
    ]);
  const first = ["send-id1", "relay not permitted", undefined];
  expect(await told()).toEqual([first, ["send-id1-next", "5.7.1 rejected as spam", undefined]]);
  fake.sendUnsent = async () => {
    await noticeFailedSend(fake.ports, {
      ...failed,
      messageId: other,
      refusal: { ...spam, lines: ["5.7.1 spam"] },
    });
    return { kind: "ended" };
  };
  await sendAgain(fake.ports, "send-id1-next");
  expect(await told()).toEqual([first, ["send-id1-next", "5.7.1 spam", "refused-again"]]);
});

it("a sending that Thunderbird has not taken as it was asked to ends with what lies in the Outbox", async () => {
  const fake = await withUnsent();
  await investigated(fake.ports, "send-id1");
  fake.sendUnsent = () => Promise.reject(new Error("An unexpected error occurred"));
  await sendAgain(fake.ports, "send-id1");
  expect(await view(fake)).toMatchObject({
    state: "problem",
    outcome: { kind: "not-sent", because: "left" },
  });
  expect(fake.bugsSaid).toHaveLength(1);
});

it("what lies there after a sending is counted anew, so that what comes later is said", async () => {
  const fake = await withUnsent(other);
  await investigated(fake.ports, "send-id1");
  fake.sendUnsent = async () => {
    await noticeFailedSend(fake.ports, failed);
    fake.goOut(other);
    return { kind: "ended" };
  };
  await sendAgain(fake.ports, "send-id1");
  expect(await view(fake)).toMatchObject({ unsent: 1, outcome: { kind: "refused-again" } });
});

it("has nothing to send after a background send, which nothing holds", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend(null));
  expect(await view(fake)).toMatchObject({ canSend: false, unsent: null });
});
