// Several hands at the same settings: two windows that failed, Account Settings open beside our page, a window that is
// closed in the middle.

import { describe, expect, it } from "vitest";
import { afterSend, windowClosed } from "../../src/app/send/after-send.js";
import { findCase, type Case } from "../../src/app/case/case-file.js";
import { fix } from "../../src/app/send/fix.js";
import { investigated } from "../../src/app/find/investigate.js";
import { readJournal } from "../../src/app/change/journal.js";
import { noticeFailedSend } from "../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../src/app/page/open-page.js";
import { sendAgain } from "../../src/app/send/send-again.js";
import { undo } from "../../src/app/page/undo.js";
import type { KnownIdentity } from "../../src/ports.js";
import { answerLater } from "../fakes/answer-later.js";
import type { FakeProfile, FakeThunderbird } from "../fakes/fake-thunderbird.js";
import { failedSend, profile, sharing, thunderbird } from "./profile.js";

async function failedIn(
  fake: FakeThunderbird,
  ...windows: readonly (readonly [number, string])[]
): Promise<void> {
  for (const [windowId, identityId] of windows) {
    fake.windows.add(windowId);
    await noticeFailedSend(fake.ports, failedSend(windowId, identityId));
    await investigated(fake.ports, `window-${String(windowId)}`);
  }
}

async function refusedAgainIn(fake: FakeThunderbird, windowId: number): Promise<void> {
  await noticeFailedSend(fake.ports, failedSend(windowId, "id1"));
  await afterSend(fake.ports, windowId, false);
}

async function caseOf(fake: FakeThunderbird, windowId: number): Promise<Case> {
  const entry = await findCase(fake.session, `window-${String(windowId)}`);
  if (entry === null) {
    throw new Error(`no case of window ${String(windowId)}`);
  }
  return entry;
}

async function states(fake: FakeThunderbird): Promise<readonly string[]> {
  return (await readJournal(fake.lasting)).map(({ state }) => state);
}

describe("two windows of one account that failed", () => {
  async function bothClicked(): Promise<{ fake: FakeThunderbird; before: unknown }> {
    const fake = thunderbird();
    const before = fake.snapshot();
    await failedIn(fake, [7, "id1"], [8, "id1"]);
    await Promise.all([fix(fake.ports, "window-7", "send", null), fix(fake.ports, "window-8", "send", null)]);
    return { fake, before };
  }

  it("clicked at once, are mended by one change, and both messages are sent", async () => {
    const { fake } = await bothClicked();
    expect([...fake.sent].sort()).toEqual([7, 8]);
    expect(await states(fake)).toEqual(["made"]);
    const told = fake.timesTold;
    await afterSend(fake.ports, 7, true);
    expect(fake.timesTold, "a page that is open already").toBe(told + 1);
    await afterSend(fake.ports, 8, true);
    expect(await states(fake)).toEqual(["kept"]);
  });

  it("are told by the toolbar's page as they are once the first is sent: the second needs no fix", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"], [8, "id1"]);
    await fix(fake.ports, "window-7", "send", null);
    await afterSend(fake.ports, 7, true);
    const { cases } = await openPage(fake.ports, { kind: "toolbar" });
    expect(cases.find(({ caseId }) => caseId === "window-8")).toMatchObject({ state: "fixed" });
  });

  it("say in the second that the first one's fix was its own, and send with it", async () => {
    const fake = thunderbird();
    const before = fake.snapshot();
    await failedIn(fake, [7, "id1"], [8, "id1"]);
    await fix(fake.ports, "window-7", "send", null);
    const [shown] = (await openPage(fake.ports, { kind: "compose", windowId: 8 })).cases;
    expect(shown).toMatchObject({ state: "fixed", canSend: true, canUndo: true });
    await sendAgain(fake.ports, "window-8");
    expect(fake.sent).toEqual([7, 8]);
    expect(fake.attempts).toHaveLength(1);
    await afterSend(fake.ports, 7, true);
    await afterSend(fake.ports, 8, true);
    await undo(fake.ports, "window-8");
    await investigated(fake.ports, "window-8");
    expect(fake.snapshot()).toEqual(before);
  });

  it("are undone from either", async () => {
    for (const windowId of [7, 8]) {
      const { fake, before } = await bothClicked();
      await afterSend(fake.ports, 7, true);
      await afterSend(fake.ports, 8, true);
      await undo(fake.ports, `window-${String(windowId)}`);
      await investigated(fake.ports, `window-${String(windowId)}`);
      expect(fake.snapshot()).toEqual(before);
    }
  });

  it("keep what worked for one when the other is refused again, for a reason of its own", async () => {
    const { fake } = await bothClicked();
    await afterSend(fake.ports, 7, true);
    const works = fake.snapshot();
    await refusedAgainIn(fake, 8);
    expect(fake.snapshot()).toEqual(works);
    expect(await caseOf(fake, 8)).toMatchObject({ state: "failed", outcome: { settings: "in-place" } });
  });

  it("go back to the old settings when both are refused again", async () => {
    const { fake, before } = await bothClicked();
    await refusedAgainIn(fake, 7);
    await refusedAgainIn(fake, 8);
    expect(fake.snapshot()).toEqual(before);
    expect(await states(fake)).toEqual(["undone"]);
  });

  it("are mended one after the other without a second log-in", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"], [8, "id1"]);
    await fix(fake.ports, "window-7", "send", null);
    const { length } = fake.attempts;
    await fix(fake.ports, "window-8", "send", null);
    expect(fake.attempts).toHaveLength(length);
    expect(fake.sent).toEqual([7, 8]);
  });
});

it("two accounts on one entry, clicked at once, each get their own, and the shared one stays as it was", async () => {
  const both: FakeProfile = {
    ...sharing,
    entries: profile.entries.map((one) => (one.id === "smtp2" ? { ...one, signIn: "none" } : one)),
  };
  const fake = thunderbird(both);
  const before = fake.snapshot();
  await failedIn(fake, [7, "id1"], [8, "id2"]);
  await Promise.all([fix(fake.ports, "window-7", "send", null), fix(fake.ports, "window-8", "send", null)]);
  expect(fake.servers.entries.slice(0, 2)).toEqual(both.entries);
  const [alice, , bob] = fake.servers.identities;
  expect(alice?.chosen).not.toBe(bob?.chosen);
  await afterSend(fake.ports, 7, true);
  await afterSend(fake.ports, 8, true);
  await undo(fake.ports, "window-7");
  await undo(fake.ports, "window-8");
  expect(fake.snapshot()).toEqual(before);
});

describe("Account Settings beside our page", () => {
  it("win: what was changed there is named, nothing is written over it, nobody logs in", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    await fake.servers.update("smtp1", { port: 2525, userName: "someone" });
    const before = fake.snapshot();
    await fix(fake.ports, "window-7", "send", null);
    expect(fake.snapshot()).toEqual(before);
    expect(fake.attempts).toEqual([]);
    expect(fake.sent).toEqual([]);
    const entry = await caseOf(fake, 7);
    expect(entry.outcome).toEqual({ kind: "changed-since", during: "fix", fields: ["port", "userName"] });
    expect(entry.evidence.outgoing).toMatchObject({ server: { port: 2525 } });
  });

  it("took the account away: that is said, nobody logs in, nothing is changed", async () => {
    const fake = thunderbird(sharing);
    await failedIn(fake, [7, "id1"]);
    fake.servers.identities = fake.servers.identities.filter(({ identityId }) => identityId !== "id1");
    const before = fake.snapshot();
    await fix(fake.ports, "window-7", "send", null);
    expect((await caseOf(fake, 7)).outcome).toEqual({ kind: "not-changed", because: "gone" });
    expect(fake.snapshot()).toEqual(before);
    expect(fake.attempts).toEqual([]);
    expect(fake.sent).toEqual([]);
  });

  it("win also while the proof is under way", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    const prove = fake.prove;
    fake.prove = async (attempt) => {
      await fake.servers.update("smtp1", { port: 2525 });
      return prove === null ? { kind: "locked" } : prove(attempt);
    };
    await fix(fake.ports, "window-7", "send", null);
    expect(fake.servers.entries[0]).toMatchObject({ port: 2525, signIn: "none" });
    expect((await caseOf(fake, 7)).outcome).toMatchObject({ kind: "changed-since", fields: ["port"] });
  });

  it("and a second click then does what the new check says", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    await fake.servers.update("smtp1", { port: 2525 });
    const before = fake.snapshot();
    await fix(fake.ports, "window-7", "send", null);
    await investigated(fake.ports, "window-7");
    await fix(fake.ports, "window-7", "send", null);
    expect(fake.sent).toEqual([7]);
    await afterSend(fake.ports, 7, true);
    await undo(fake.ports, "window-7");
    expect(fake.snapshot()).toEqual(before);
  });
});

describe("a compose window closed in the middle", () => {
  it("of the fix leaves settings that work, to be undone", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    const prove = fake.prove;
    fake.prove = (attempt) => {
      fake.windows.delete(7);
      return prove === null ? { kind: "locked" } : prove(attempt);
    };
    await fix(fake.ports, "window-7", "send", null);
    await windowClosed(fake.ports, 7);
    expect(fake.sent).toEqual([]);
    expect(await caseOf(fake, 7)).toMatchObject({ state: "fixed", windowId: null });
    expect(await states(fake)).toEqual(["kept"]);
  });

  it("of the sending is waited for, and then given up", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    await fix(fake.ports, "window-7", "send", null);
    await windowClosed(fake.ports, 7);
    expect(await caseOf(fake, 7)).toMatchObject({ state: "fixed", windowId: null });
    expect(await states(fake)).toEqual(["kept"]);
  });

  it("because its message went out is told as sent", async () => {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    await fix(fake.ports, "window-7", "send", null);
    await Promise.all([windowClosed(fake.ports, 7), afterSend(fake.ports, 7, true)]);
    expect(await caseOf(fake, 7)).toMatchObject({ state: "sent" });
  });
});

it("the toolbar's page opened while a message goes out shows it as sent, with its Undo", async () => {
  const fake = thunderbird();
  await failedIn(fake, [7, "id1"]);
  await fix(fake.ports, "window-7", "send", null);
  const identities = answerLater<readonly KnownIdentity[]>();
  const accounts = { ...fake.ports.accounts, identities: async () => identities.promise };
  const opened = openPage({ ...fake.ports, accounts }, { kind: "toolbar" });
  await new Promise((resolve) => setImmediate(resolve));
  await afterSend(fake.ports, 7, true);
  identities.resolve(await fake.ports.accounts.identities());
  await opened;
  const { state, cases } = await openPage(fake.ports, { kind: "toolbar" });
  expect(state).toBe("sent");
  expect(cases).toMatchObject([{ caseId: "window-7", canUndo: true }]);
});

it("the page of a window that closes over its sent message leaves it to the toolbar's page", async () => {
  const fake = thunderbird();
  await failedIn(fake, [7, "id1"]);
  await fix(fake.ports, "window-7", "send", null);
  await afterSend(fake.ports, 7, true);
  await openPage(fake.ports, { kind: "compose", windowId: 7 });
  expect(await openPage(fake.ports, { kind: "toolbar" })).toMatchObject({
    state: "sent",
    cases: [{ caseId: "window-7", canUndo: true }],
  });
});

describe("offline", () => {
  async function offline(): Promise<{ fake: FakeThunderbird; before: unknown }> {
    const fake = thunderbird();
    await failedIn(fake, [7, "id1"]);
    fake.offline = true;
    return { fake, before: fake.snapshot() };
  }

  it("nothing is proven, so nothing is changed, and the page says why", async () => {
    const { fake, before } = await offline();
    await fix(fake.ports, "window-7", "send", null);
    expect(fake.snapshot()).toEqual(before);
    expect(fake.attempts).toEqual([]);
    expect(fake.sent).toEqual([]);
    expect(await caseOf(fake, 7)).toMatchObject({
      state: "problem",
      outcome: { kind: "not-changed", because: "offline" },
    });
  });

  it("nothing is sent", async () => {
    const { fake } = await offline();
    await sendAgain(fake.ports, "window-7");
    expect(fake.sent).toEqual([]);
    expect((await caseOf(fake, 7)).outcome).toEqual({ kind: "not-sent", because: "offline" });
  });

  it("no server is asked, so none is called dead", async () => {
    const fake = thunderbird();
    fake.offline = true;
    fake.look = null;
    await failedIn(fake, [7, "id1"]);
    expect((await caseOf(fake, 7)).evidence.probe).toBeNull();
  });
});
