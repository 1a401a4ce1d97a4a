// From the refusal to the verdict: cases are opened, judged, kept apart, bounded, and judged anew.

import { describe, expect, it } from "vitest";
import { afterSend } from "../../../src/app/send/after-send.js";
import { editCases, findCase, readCases, type Case } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import { essence } from "../../../src/app/report/report-length.js";
import { reportOf } from "../../../src/app/report/report.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { alicesPassword, bobsPassword, failedSend, relayDenied, sharing, thunderbird } from "../profile.js";

async function caseOf(fake: FakeThunderbird, caseId = "window-7"): Promise<Case> {
  const found = await findCase(fake.session, caseId);
  if (found === null) {
    throw new Error(`There is no case ${caseId}.`);
  }
  return found;
}

async function noticed(fake: FakeThunderbird, failed = failedSend()): Promise<void> {
  await noticeFailedSend(fake.ports, failed);
  await investigated(fake.ports, `window-${String(failed.windowId)}`);
}

describe("a failed send", () => {
  it("is judged once the servers have answered, with one plan", async () => {
    const fake = thunderbird();
    await noticed(fake);
    expect(await caseOf(fake)).toMatchObject({
      state: "problem",
      gathering: false,
      startedBy: "failed-send",
      diagnosis: { plan: { kind: "in-place", settings: { port: 587, security: "starttls" } } },
    });
    expect(fake.timesTold).toBeGreaterThan(1);
  });

  it("is judged by the settings as they stood when it failed, where they were asked for then", async () => {
    const fake = thunderbird();
    const outgoing = await fake.ports.settings.ofIdentity("id1");
    const settings = {
      ofIdentity: async () => Promise.resolve(outgoing),
      incomingOf: async (accountId: string) => fake.ports.settings.incomingOf(accountId),
    };
    await fake.servers.update("smtp1", { host: "newer.example.test" }, []);
    await noticeFailedSend(fake.ports, failedSend(), { accounts: fake.ports.accounts, settings });
    expect((await caseOf(fake)).evidence.outgoing).toEqual(outgoing);
  });

  it("says fine at once, and asks no server, where the message itself was refused", async () => {
    const fake = thunderbird();
    fake.look = null;
    const refusal = {
      ...relayDenied,
      lines: ["5.3.4 Message size exceeds fixed limit"],
      enhancedCode: "5.3.4",
    };
    await noticed(fake, { ...failedSend(), refusal });
    expect(await caseOf(fake)).toMatchObject({ state: "settings-fine", gathering: false });
  });

  it("opens no page while Thunderbird's alert stands, unless no window holds the message", async () => {
    const fake = thunderbird();
    await noticed(fake);
    expect(fake.pagesShown).toEqual([]);
    await noticeFailedSend(fake.ports, failedSend(null));
    await investigated(fake.ports, "send-id1");
    expect([fake.pagesShown, fake.badge]).toEqual([["main"], true]);
  });

  it("of an identity that is gone, or of none, opens no case", async () => {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, failedSend(7, "id9"));
    await noticeFailedSend(fake.ports, failedSend(7, null));
    expect(await readCases(fake.session)).toEqual([]);
  });

  it("names the accounts that share the entry", async () => {
    const fake = thunderbird(sharing);
    await noticed(fake);
    const { evidence, diagnosis } = await caseOf(fake);
    expect(evidence.fellows.map(({ identityId }) => identityId)).toEqual(["id1b", "id2"]);
    expect(diagnosis.plan).toMatchObject({ identityIds: ["id1", "id1b"], untouchedAccounts: ["Bob"] });
  });

  it("in two windows at the same moment makes two cases", async () => {
    const fake = thunderbird();
    await Promise.all([noticed(fake, failedSend(7)), noticed(fake, failedSend(8, "id2"))]);
    const cases = await readCases(fake.session);
    expect(cases.map(({ caseId }) => caseId).sort()).toEqual(["window-7", "window-8"]);
    expect(cases.every(({ gathering }) => !gathering)).toBe(true);
  });

  it("of two messages of the Outbox, told to one waking background, is told of each", async () => {
    const fake = thunderbird();
    const first = { ...failedSend(null), inOutbox: true, messageId: "m1@example.test" };
    const refusal = {
      ...relayDenied,
      lines: ["5.3.4 Message size exceeds fixed limit"],
      enhancedCode: "5.3.4",
    };
    const second = { ...first, messageId: "m2@example.test", refusal };
    await Promise.all([first, second].map(async (failed) => noticeFailedSend(fake.ports, failed)));
    const told = (await readCases(fake.session)).map(({ caseId, messageId }) => [caseId, messageId]);
    expect(told).toEqual([
      ["send-id1", "m1@example.test"],
      ["send-id1-next", "m2@example.test"],
    ]);
  });

  it("a second time in the same window replaces the first", async () => {
    const fake = thunderbird();
    await noticed(fake);
    fake.time += 60_000;
    await noticed(fake, { ...failedSend(), at: fake.time });
    const cases = await readCases(fake.session);
    expect(cases).toHaveLength(1);
    expect(cases[0]?.at).toBe(fake.time);
  });

  it("is told last of all once it has failed again, whatever else has failed since the first time", async () => {
    const fake = thunderbird();
    const told = async (): Promise<unknown> =>
      (await openPage(fake.ports, { kind: "toolbar" })).cases.map(({ caseId }) => caseId);
    await noticed(fake);
    await noticed(fake, failedSend(8));
    expect(await told()).toEqual(["window-7", "window-8"]);
    await noticed(fake);
    expect(await told()).toEqual(["window-8", "window-7"]);
    // What comes of an older one, also over another page, leaves it where it stands.
    await afterSend(fake.ports, 8, false);
    expect(await told()).toEqual(["window-8", "window-7"]);
  });

  it("that the user may have cancelled leaves a sign on the button, until the page is opened there", async () => {
    const fake = thunderbird();
    await noticed(fake, { ...failedSend(), mayBeCancelled: true });
    await afterSend(fake.ports, 7, false);
    expect(fake.pagesShown).toEqual([]);
    expect(fake.signs.get(7)).toBe(true);
    const { cases } = await openPage(fake.ports, { kind: "compose", windowId: 7 });
    expect(cases.map(({ caseId }) => caseId)).toEqual(["window-7"]);
    expect(fake.signs.get(7)).toBe(false);
  });

  it("that looks cancelled a second time in the same window opens the page: the signs may deceive", async () => {
    const fake = thunderbird();
    for (const pages of [0, 1]) {
      await noticed(fake, { ...failedSend(), mayBeCancelled: true });
      await afterSend(fake.ports, 7, false);
      expect(fake.pagesShown).toHaveLength(pages);
    }
  });

  it("a second time, while servers are still asked about the first, is judged by its own reply", async () => {
    const fake = thunderbird();
    const slow = answerLater<null>();
    fake.look = () => slow.promise;
    await noticeFailedSend(fake.ports, failedSend());
    const second = {
      ...relayDenied,
      lines: ["5.3.4 Message size exceeds fixed limit"],
      enhancedCode: "5.3.4",
    };
    await noticeFailedSend(fake.ports, { ...failedSend(), refusal: second });
    slow.resolve(null);
    await investigated(fake.ports, "window-7");
    const { evidence, state } = await caseOf(fake);
    expect(evidence.refusal?.lines).toEqual(["5.3.4 Message size exceeds fixed limit"]);
    expect(state).toBe("settings-fine");
  });

  it("still gets its verdict when a look goes wrong in a way nobody thought of", async () => {
    const fake = thunderbird();
    fake.look = () => Promise.reject(new Error("our bug"));
    await noticed(fake).catch(() => undefined);
    expect(await caseOf(fake)).toMatchObject({ state: "problem", gathering: false });
  });

  it("keeps the case of every window, however many have failed", async () => {
    const fake = thunderbird();
    await noticed(fake);
    const one = await caseOf(fake);
    for (let count = 0; count < 40; count += 1) {
      const next = { ...one, caseId: `window-${String(count)}`, windowId: count };
      await editCases(fake.ports, (cases) => [...cases.filter(({ caseId }) => caseId !== next.caseId), next]);
    }
    const cases = await readCases(fake.session);
    expect(cases).toHaveLength(40);
  });
});

describe("the report", () => {
  it("replays to the same diagnosis", async () => {
    const fake = thunderbird(sharing);
    await noticed(fake);
    const entry = await caseOf(fake);
    const { tools } = reportOf(entry, { kind: "written", today: "2026-11-28" });
    const replayed = JSON.parse(tools.slice(tools.indexOf("{"))) as Evidence;
    expect(essence(diagnose(replayed))).toBe(essence(entry.diagnosis));
  });

  it("holds no password, and neither does anything we keep", async () => {
    const fake = thunderbird(sharing);
    await noticed(fake);
    const report = JSON.stringify(reportOf(await caseOf(fake), { kind: "written", today: "2026-11-28" }));
    for (const password of [alicesPassword, bobsPassword]) {
      expect(report).not.toContain(password);
      expect(fake.session.text + fake.lasting.text).not.toContain(password);
    }
  });
});
