// What a page shows where: its own case, news before checks, the worst first, and for how long.

import { describe, expect, it } from "vitest";
import { readCases, type Case } from "../../../src/app/case/case-file.js";
import {
  giveNotice,
  giveNoticeOfMoreReturned,
  showUntold,
  takeNotices,
} from "../../../src/app/case/notices.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { judgeText } from "../../../src/app/notice/judge-text.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { checkAgain, openPage, pageWith } from "../../../src/app/page/open-page.js";
import { casesAt, isOf, pageOf, pageOfCase } from "../../../src/app/page/page.js";
import { opened } from "../../engine/case/samples.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { guidedPorts } from "../guided.js";
import { bounce } from "../notice/bounce.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const toolbar = { kind: "toolbar" } as const;
const compose = { kind: "compose", windowId: 7 } as const;
const minute = 60_000;
const inWindow: Case = { ...opened, at: 0 };
const pasted: Case = { ...inWindow, caseId: "text-id1", windowId: null, startedBy: "text" };
const arrived: Case = { ...pasted, caseId: "mail-1", startedBy: "arrived-mail" };
const inOutbox: Case = {
  ...pasted,
  caseId: "send-id1",
  startedBy: "failed-send",
  unsent: 1,
  messageId: "m1",
};
const check: Case = { ...pasted, caseId: "check-id1", startedBy: "check" };

describe("on the toolbar's page", () => {
  const at = (cases: readonly Case[], now: number): readonly string[] | null =>
    casesAt(toolbar, cases, now)?.map(({ caseId }) => caseId) ?? null;

  it("what waits in a window is told however old, unless the user may have cancelled it", () => {
    expect(at([check, inWindow], 600 * minute)).toEqual(["window-7"]);
    expect(at([{ ...inWindow, isDoubtful: true }], 0)).toBeNull();
  });

  it("what has no window is told for ten minutes, a returned mail that came by itself for a day", () => {
    expect(at([pasted], 10 * minute - 1)).toEqual(["text-id1"]);
    expect(at([pasted], 10 * minute)).toBeNull();
    expect(at([arrived], 24 * 60 * minute - 1)).toEqual(["mail-1"]);
    expect(at([arrived], 24 * 60 * minute)).toBeNull();
  });

  it("a message refused in the Outbox is told for a day: its page may ask to wait that long", () => {
    expect(at([check, inOutbox], 24 * 60 * minute - 1)).toEqual(["send-id1"]);
    expect(at([inOutbox], 24 * 60 * minute)).toBeNull();
  });

  it.each([
    ["a background send, which nothing holds", { unsent: null }],
    ["one that nobody could look for there", { messageId: null }],
    ["one that was sent", { state: "sent" }],
    ["one whose settings were changed: Undo is among the changes made so far", { changeId: "c1" }],
  ] as const)("for ten minutes, as other news: %s", (_, change) => {
    expect(at([{ ...inOutbox, ...change }], 10 * minute)).toBeNull();
  });

  it("a check is shown for two minutes, where there is no news", () => {
    expect(at([check], 2 * minute - 1)).toEqual(["check-id1"]);
    expect(at([check], 2 * minute)).toBeNull();
    expect(at([check, pasted], minute)).toEqual(["text-id1"]);
    const other = { ...check, caseId: "check-id2", at: minute };
    expect(at([check, other], 2 * minute)).toEqual(["check-id1", "check-id2"]);
  });
});

it("any other page shows its own case, else the checks, and no news", () => {
  expect(casesAt(compose, [check, inWindow], 0)).toEqual([inWindow]);
  expect(casesAt({ kind: "compose", windowId: 8 }, [inWindow, arrived], 0)).toBeNull();
  expect(casesAt({ kind: "compose", windowId: 8 }, [check, inWindow], 0)).toEqual([check]);
  expect(casesAt({ kind: "case", caseId: "text-id1" }, [pasted, inWindow], 0)).toEqual([pasted]);
  expect(isOf({ kind: "message", tabId: 7 }, inWindow)).toBe(false);
  expect(isOf({ kind: "welcome" }, inWindow)).toBe(false);
  expect(isOf(toolbar, inWindow)).toBe(false);
});

it("the worst stands first, what is not known yet before a refusal, that before a delay, what is in order last", async () => {
  const { ports } = thunderbird();
  const { evidence } = opened;
  const notice = { event: "delayed", fates: [] } as never;
  const reported = {
    found: "pasted",
    by: "own-server",
    reportingServer: null,
    refusingServer: null,
    ownMessage: "yes",
  } as const;
  const all: readonly Case[] = [
    { ...check, caseId: "healthy", state: "healthy" },
    {
      ...check,
      caseId: "delayed",
      state: "settings-fine",
      evidence: { ...evidence, reported: { ...reported, notice } },
    },
    { ...check, caseId: "fine", state: "settings-fine", evidence: { ...evidence, reported } },
    { ...check, caseId: "checking", state: "checking" },
    { ...check, caseId: "problem", state: "problem" },
  ];
  const shown = await pageOf(ports, all);
  expect(shown.cases.map(({ caseId }) => caseId)).toEqual([
    "problem",
    "checking",
    "fine",
    "delayed",
    "healthy",
  ]);
  expect(shown).toMatchObject({ empty: null, notices: [] });
  expect(await pageOf(ports, [])).toMatchObject({ cases: [], empty: "no-accounts" });
});

it("a check's page has all of them, any other its own alone", async () => {
  const { ports, session } = thunderbird();
  await session.write("cases", [check, { ...check, caseId: "check-id2" }, pasted]);
  expect((await pageOfCase(ports, check)).cases).toHaveLength(2);
  expect((await pageOfCase(ports, pasted)).cases.map(({ caseId }) => caseId)).toEqual(["text-id1"]);
});

it("Thunderbird's own words of its alerts are there where the user mends by hand, and only there", async () => {
  const fake = thunderbird();
  const { ports } = fake;
  fake.alertSentences = { smtpServerError: "Ein Fehler ist aufgetreten: %s" };
  let read = 0;
  const alerts = {
    sentences: async () => {
      read += 1;
      return ports.alerts.sentences();
    },
  };
  await pageOf({ ...ports, alerts }, [check]);
  expect(read).toBe(0);
  await pageOf({ ...guidedPorts(fake), alerts }, [check]);
  expect(read).toBe(1);
});

it("the sign of a window is taken by the page of that window, and by no other", async () => {
  const fake = thunderbird();
  for (const windowId of [7, 8]) {
    await noticeFailedSend(fake.ports, { ...failedSend(windowId), mayBeCancelled: true });
    fake.signs.set(windowId, true);
  }
  await openPage(fake.ports, toolbar);
  await openPage(fake.ports, { kind: "welcome" });
  await openPage(fake.ports, { kind: "case", caseId: "window-7" });
  expect([...fake.signs]).toEqual([
    [7, true],
    [8, true],
  ]);
  await openPage(fake.ports, compose);
  expect([...fake.signs]).toEqual([
    [7, false],
    [8, true],
  ]);
});

it("the toolbar's sign is taken by the toolbar's page, and by no other", async () => {
  const fake = thunderbird();
  fake.badge = true;
  await openPage(fake.ports, compose);
  expect(fake.badge).toBe(true);
  await openPage(fake.ports, toolbar);
  expect(fake.badge).toBe(false);
});

it("names whom the organization has named for questions", async () => {
  const fake = thunderbird();
  fake.managed = { supportAddress: "help@example.test" };
  expect((await pageOf(fake.ports, [check])).cases[0]?.supportAddress).toBe("help@example.test");
});

async function failed(): Promise<FakeThunderbird> {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, "window-7");
  return fake;
}

describe("what is told once", () => {
  it("is told by the first page of the toolbar, and takes the mark with it", async () => {
    const fake = thunderbird();
    await giveNotice(fake.ports, { kind: "kept", accountName: "Alice" });
    await giveNotice(fake.ports, { kind: "left", accountName: "Bob" });
    expect(fake.badge).toBe(true);
    expect((await openPage(fake.ports, compose)).notices).toEqual([]);
    fake.badge = false;
    await showUntold(fake.ports);
    expect(fake.badge).toBe(true);
    expect(await takeNotices(fake.ports)).toEqual([
      { kind: "kept", accountName: "Alice" },
      { kind: "left", accountName: "Bob" },
    ]);
    expect(fake.badge).toBe(false);
    await showUntold(fake.ports);
    expect(fake.badge).toBe(false);
    fake.badge = true;
    expect(await takeNotices(fake.ports)).toEqual([]);
    expect(fake.badge, "the mark of something else").toBe(true);
  });

  it("and given in one moment, while a page takes what is there, it is told once, all of it", async () => {
    const fake = thunderbird();
    const [, , , taken] = await Promise.all([
      giveNotice(fake.ports, { kind: "kept", accountName: "Alice" }),
      giveNotice(fake.ports, { kind: "left", accountName: "Bob" }),
      giveNoticeOfMoreReturned(fake.ports, 7),
      takeNotices(fake.ports),
      giveNotice(fake.ports, { kind: "kept", accountName: "Carol" }),
    ]);
    expect(fake.badge, "of the last").toBe(true);
    expect([...taken, ...(await takeNotices(fake.ports))]).toEqual([
      { kind: "kept", accountName: "Alice" },
      { kind: "left", accountName: "Bob" },
      { kind: "more-returned", count: 7 },
      { kind: "kept", accountName: "Carol" },
    ]);
  });

  it("of mails that came back is one sum, beside the rest", async () => {
    const fake = thunderbird();
    await giveNoticeOfMoreReturned(fake.ports, 7);
    await giveNotice(fake.ports, { kind: "kept", accountName: "Alice" });
    fake.badge = false;
    await giveNoticeOfMoreReturned(fake.ports, 5);
    expect(fake.badge).toBe(true);
    expect((await openPage(fake.ports, toolbar)).notices).toEqual([
      { kind: "kept", accountName: "Alice" },
      { kind: "more-returned", count: 12 },
    ]);
  });
});

describe("Check again", () => {
  it("in a window judges its own case anew, with the settings as they are now", async () => {
    const fake = await failed();
    await fake.servers.update("smtp1", { signIn: "password", port: 587, security: "starttls" });
    const { cases } = await checkAgain(fake.ports, compose);
    expect(cases.map(({ caseId }) => caseId)).toEqual(["window-7"]);
    expect(cases[0]?.serverHost).toBe("mail.example.test");
    const [entry] = await readCases(fake.session);
    expect(entry?.evidence.outgoing).toMatchObject({ server: { port: 587, signIn: "password" } });
    await investigated(fake.ports, "window-7");
  });

  it("in a window without a case, and from the toolbar, looks at every account, and leaves windows out", async () => {
    const fake = await failed();
    for (const place of [{ kind: "compose", windowId: 9 }, toolbar] as const) {
      const { cases } = await checkAgain(fake.ports, place);
      expect(cases.map(({ caseId }) => caseId).sort()).toEqual(["check-id1", "check-id2"]);
    }
    expect((await readCases(fake.session)).map(({ caseId }) => caseId)).toContain("window-7");
    await Promise.all(["check-id1", "check-id2"].map(async (caseId) => investigated(fake.ports, caseId)));
  });

  it("over a mail judges the mail's, and none where the mail tells of nothing", async () => {
    const fake = thunderbird();
    expect(await checkAgain(fake.ports, { kind: "message", tabId: 1 })).toMatchObject({
      state: "healthy",
      cases: [],
      empty: "no-refusal-in-mail",
    });
    expect(await readCases(fake.session)).toEqual([]);
    fake.mails.set(1, bounce);
    const { cases } = await checkAgain(fake.ports, { kind: "message", tabId: 1 });
    expect(cases.map(({ caseId }) => caseId)).toEqual(["mail-bounce1@mail.other.test"]);
  });
});

describe("a check from the toolbar", () => {
  const over = { ...relayDenied, lines: ["5.3.4 Message size exceeds fixed limit"], enhancedCode: "5.3.4" };
  async function withOver(): Promise<FakeThunderbird> {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, { ...failedSend(null), refusal: over });
    await judgeText(fake.ports, { text: "550 relay not permitted", identityId: "id2", place: toolbar });
    await investigated(fake.ports, "text-id2");
    return fake;
  }
  const ids = async (fake: FakeThunderbird): Promise<readonly string[]> =>
    (await readCases(fake.session)).map(({ caseId }) => caseId).sort();

  it("forgets what is over and was told there; what still can be mended stays", async () => {
    const fake = await withOver();
    await checkAgain(fake.ports, toolbar);
    expect(await ids(fake)).toEqual(["check-id1", "check-id2", "text-id2"]);
  });

  it("and none from a window, which has not told it", async () => {
    const fake = await withOver();
    await checkAgain(fake.ports, { kind: "compose", windowId: 9 });
    expect(await ids(fake)).toEqual(["check-id1", "check-id2", "send-id1", "text-id2"]);
  });
});

it("a case that is gone shows every account in its place", async () => {
  const fake = await failed();
  expect((await pageWith(fake.ports, "window-7")).cases.map(({ caseId }) => caseId)).toEqual(["window-7"]);
  const { cases } = await pageWith(fake.ports, "nobody");
  expect(cases.map(({ caseId }) => caseId).sort()).toEqual(["check-id1", "check-id2"]);
});
