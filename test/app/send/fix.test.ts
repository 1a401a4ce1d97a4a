// The click: proven, then written, then sent; and every way in which it stops before that.

import { describe, expect, it } from "vitest";
import { afterSend } from "../../../src/app/send/after-send.js";
import { findCase, viewOf, type Case } from "../../../src/app/case/case-file.js";
import { advance } from "../../../src/app/case/advance.js";
import { fix } from "../../../src/app/send/fix.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { recover } from "../../../src/app/change/recover.js";
import { readJournal, record } from "../../../src/app/change/journal.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { sendAgain } from "../../../src/app/send/send-again.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { undo } from "../../../src/app/page/undo.js";
import { refusedForMilliseconds } from "../../../src/engine/smtp/refused-log-ins.js";
import type { ProbeAnswer } from "../../../src/engine/model/probe.js";
import type { Proof } from "../../../src/ports.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { alicesPassword, failedSend, profile, relayDenied, sharing, thunderbird } from "../profile.js";

const written = { kind: "written", lookUps: "made", today: "2026-11-28", sentences: {} } as const;

const id = "window-7";

async function failed(of = profile): Promise<FakeThunderbird> {
  const fake = thunderbird(of);
  await noticeFailedSend(fake.ports, failedSend());
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

const click = (fake: FakeThunderbird, password: string | null = null): Promise<void> =>
  fix(fake.ports, id, "send", password);

describe("the click", () => {
  it.each([
    ["in place", profile],
    ["with an entry of its own", sharing],
  ])("proves, writes %s, and sends that message", async (_, of) => {
    const fake = await failed(of);
    await click(fake);
    expect(fake.attempts).toMatchObject([
      { from: "alice@example.test", recipients: ["carol@elsewhere.test"] },
    ]);
    expect(fake.sent).toEqual([7]);
    expect(await caseOf(fake)).toMatchObject({ state: "sending", operationId: null });
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["made"]);
  });

  it("forgets the proof's password in the end, however it ends", async () => {
    const fake = await failed();
    await click(fake);
    expect(fake.ended).toContain(fake.attempts[0]?.operationId);
  });

  it("twice at once is one change, one proof and one message", async () => {
    const fake = await failed();
    await Promise.all([click(fake), click(fake)]);
    await click(fake);
    expect(fake.sent).toEqual([7]);
    expect(fake.attempts).toHaveLength(1);
    expect(await readJournal(fake.lasting)).toHaveLength(1);
  });

  it("without sending leaves the message where it is, and can be undone", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    await fix(fake.ports, id, "stop", null);
    expect(fake.sent).toEqual([]);
    const fixed = await caseOf(fake);
    expect(fixed.state).toBe("fixed");
    expect(viewOf(fixed, written).canUndo).toBe(true);
    await undo(fake.ports, id);
    await investigated(fake.ports, id);
    expect(fake.snapshot()).toEqual(before);
    expect(await caseOf(fake)).toMatchObject({
      state: "problem",
      outcome: { kind: "undone" },
      changeId: null,
    });
  });

  it("keeps the change when the window was closed in the meantime", async () => {
    const fake = await failed();
    fake.windows.clear();
    await click(fake);
    expect(await caseOf(fake)).toMatchObject({ state: "fixed", windowId: null });
  });

  it("while a server is still being asked waits for its word, which goes into the plan", async () => {
    const fake = thunderbird();
    const slow = answerLater<ProbeAnswer>();
    fake.look = () => slow.promise;
    await noticeFailedSend(fake.ports, failedSend());
    const clicked = click(fake);
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(fake.attempts).toEqual([]);
    slow.resolve({ kind: "answers", offeredSignIn: ["CRAM-MD5"], toStranger: null });
    await clicked;
    expect(fake.attempts).toMatchObject([{ settings: { signIn: "encrypted-password" } }]);
    expect(fake.sent).toEqual([7]);
  });

  it("of a case that is gone does nothing", async () => {
    const fake = thunderbird();
    await fix(fake.ports, "window-99", "send", null);
    expect(fake.attempts).toEqual([]);
  });
});

const rejected: Proof = {
  kind: "refused",
  refusal: { ...relayDenied, stage: "auth", code: 535, lines: ["5.7.8 authentication failed"] },
};
const refused: Proof = { kind: "refused", refusal: relayDenied };

describe("without a proof nothing is written", () => {
  it.each<[string, Proof, { readonly state: Case["state"]; readonly outcome?: unknown }]>([
    ["the server refused again", refused, { state: "failed", outcome: { kind: "not-proven" } }],
    ["nobody answered", { kind: "unreachable", because: "silent" }, { state: "failed" }],
    ["no sign-in was offered", { kind: "no-sign-in-offered" }, { state: "failed" }],
    ["the password was withheld", { kind: "withheld" }, { state: "failed" }],
    ["no password is saved", { kind: "no-password" }, { state: "need-input", outcome: null }],
    [
      "the primary password was not given",
      { kind: "locked" },
      { state: "failed", outcome: { kind: "not-changed", because: "primary-password" } },
    ],
    [
      "the server has locked the user out",
      { kind: "locked-out" },
      { state: "failed", outcome: { kind: "not-changed", because: "locked-out" } },
    ],
    ["the user cancelled", { kind: "cancelled" }, { state: "problem" }],
  ])("when %s", async (_, proof, expected) => {
    const fake = await failed();
    fake.prove = () => proof;
    const before = fake.snapshot();
    await click(fake);
    expect(fake.snapshot()).toEqual(before);
    expect(fake.sent).toEqual([]);
    expect(await readJournal(fake.lasting)).toEqual([]);
    const { state, outcome } = await caseOf(fake);
    expect(state).toBe(expected.state);
    if (expected.outcome !== undefined) {
      expect([outcome]).toMatchObject([expected.outcome]);
    }
  });

  it("does not offer to try the saved password again where a click has found none to try", async () => {
    const fake = await failed();
    fake.prove = () => ({ kind: "no-password" });
    await click(fake);
    expect(viewOf(await caseOf(fake), written).asksPassword).toMatchObject({ optional: false });
  });

  it("asks for another password when the one that was typed is rejected, and tries no further", async () => {
    const fake = await failed();
    fake.prove = () => rejected;
    await click(fake, "a wrong one");
    expect(fake.attempts).toHaveLength(1);
    expect(await caseOf(fake)).toMatchObject({ state: "need-input", outcome: { kind: "not-proven" } });
    expect(fake.session.text + fake.lasting.text).not.toContain("a wrong one");
  });

  it.each([421, 454])("stops at the first %i: no second log-in against a lock-out", async (code) => {
    const fake = await failed();
    fake.prove = () => ({
      kind: "refused",
      refusal: { ...relayDenied, stage: "auth", code, lines: ["try later"] },
    });
    await click(fake);
    expect(fake.attempts).toHaveLength(1);
    expect((await caseOf(fake)).state).toBe("failed");
  });

  it("asks no server that has just shut the user out, and asks it a quarter of an hour later", async () => {
    const words = { stage: "auth", code: 535, lines: ["account temporarily locked"] } as const;
    const shutOut = { ...relayDenied, ...words, secure: true, offeredSignIn: ["PLAIN"] };
    const clickedAfter = async (milliseconds: number): Promise<FakeThunderbird> => {
      const fake = thunderbird(sharing);
      await noticeFailedSend(fake.ports, { ...failedSend(), refusal: shutOut });
      await investigated(fake.ports, id);
      fake.time += milliseconds;
      await click(fake);
      return fake;
    };
    const soon = await clickedAfter(1_000);
    expect(soon.attempts).toEqual([]);
    expect((await caseOf(soon)).outcome).toEqual({ kind: "not-changed", because: "locked-out" });
    expect((await clickedAfter(refusedForMilliseconds)).attempts).toHaveLength(1);
  });

  it("applies what only Thunderbird can try, and takes it back if that fails", async () => {
    const fake = await failed();
    fake.prove = () => ({ kind: "not-provable" });
    const before = fake.snapshot();
    await click(fake);
    expect(fake.snapshot()).not.toEqual(before);
    await noticeFailedSend(fake.ports, failedSend());
    await afterSend(fake.ports, 7, false);
    expect(fake.snapshot()).toEqual(before);
  });

  it.each([
    ["locked", "locked"],
    ["busy", "busy"],
    ["gone", "gone"],
    ["primary-password", "primary-password"],
    ["invalid", "other"],
    ["not-smtp", "other"],
  ] as const)(
    "says that nothing was changed when Thunderbird takes none of it: %s",
    async (refused, because) => {
      const fake = await failed();
      const before = fake.snapshot();
      fake.interruptions.refuseWrite(1, refused);
      await click(fake);
      expect(fake.snapshot()).toEqual(before);
      expect(await caseOf(fake)).toMatchObject({
        state: "failed",
        outcome: { kind: "not-changed", because },
      });
    },
  );
});

it("takes back what it began when something goes wrong that nobody thought of", async () => {
  const fake = await failed(sharing);
  const before = fake.snapshot();
  fake.servers.copyPassword = () => Promise.reject(new Error("our bug"));
  await expect(click(fake)).rejects.toThrow("our bug");
  expect(fake.snapshot()).toEqual(before);
  expect(await caseOf(fake)).toMatchObject({
    state: "failed",
    outcome: { kind: "not-changed", because: "other" },
  });
  expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["undone"]);
});

it("says that nothing is known, not that nothing was changed, when sending goes wrong after a change", async () => {
  const fake = await failed();
  fake.windows.clear();
  fake.ports.compose.sendAgain = () => Promise.reject(new Error("our bug"));
  await expect(click(fake)).rejects.toThrow("our bug");
  const { outcome, changeId } = await caseOf(fake);
  expect(outcome).toBeNull();
  expect(changeId).not.toBeNull();
});

it("saves a typed password once it has worked, in Thunderbird and nowhere else", async () => {
  const fake = await failed();
  await click(fake, "typed by hand");
  expect(fake.servers.password({ kind: "outgoing", serverId: "smtp1" })).toBe("typed by hand");
  expect(fake.session.text + fake.lasting.text).not.toContain("typed by hand");
});

describe("cancel", () => {
  it("while the servers are tried writes nothing", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    const slow = answerLater<Proof>();
    const asked = answerLater<null>();
    fake.prove = () => {
      asked.resolve(null);
      return slow.promise;
    };
    const running = click(fake);
    await asked.promise;
    await advance(fake.ports, id, { kind: "cancel-clicked" });
    slow.resolve({ kind: "cancelled" });
    await running;
    expect(fake.snapshot()).toEqual(before);
    expect(await caseOf(fake)).toMatchObject({ state: "problem", operationId: null });
  });

  it("too late for the proof takes back what was written", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    fake.prove = async () => {
      await advance(fake.ports, id, { kind: "cancel-clicked" });
      fake.servers.proven.set("proof", alicesPassword);
      return { kind: "accepted", proofId: "proof" };
    };
    await click(fake);
    expect(fake.snapshot()).toEqual(before);
    expect(fake.sent).toEqual([]);
    expect((await caseOf(fake)).state).toBe("problem");
  });

  it("and a second click while the first still winds down: the second one counts, whole", async () => {
    const fake = await failed();
    const first = answerLater<Proof>();
    const asked = answerLater<null>();
    const prove = fake.prove;
    fake.prove = () => {
      asked.resolve(null);
      return first.promise;
    };
    const cancelled = click(fake);
    await asked.promise;
    await advance(fake.ports, id, { kind: "cancel-clicked" });
    fake.time += 1000;
    fake.prove = (attempt) => {
      first.resolve({ kind: "cancelled" });
      return cancelled.then(() => (prove === null ? { kind: "locked" as const } : prove(attempt)));
    };
    await click(fake);
    expect(fake.sent).toEqual([7]);
    expect((await caseOf(fake)).state).toBe("sending");
  });

  it.each(["of the same window", "of another window"])(
    "and a second click, %s, while the first one is still writing: what goes back was nobody's fix",
    async (whose) => {
      const second = whose === "of the same window" ? id : "window-8";
      const fake = await failed(sharing);
      fake.windows.add(8);
      await noticeFailedSend(fake.ports, failedSend(8));
      await investigated(fake.ports, "window-8");
      const [writes, goesOn] = [answerLater<null>(), answerLater<null>()];
      const copyPassword = fake.servers.copyPassword.bind(fake.servers);
      fake.servers.copyPassword = async (...values) => {
        const copied = await copyPassword(...values);
        writes.resolve(null);
        await goesOn.promise;
        return copied;
      };
      const first = click(fake);
      await writes.promise;
      await advance(fake.ports, id, { kind: "cancel-clicked" });
      fake.time += 1000;
      const again = fix(fake.ports, second, "send", null);
      const page = openPage(fake.ports, { kind: "compose", windowId: 8 });
      goesOn.resolve(null);
      await Promise.all([first, again, page]);
      expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["undone", "made"]);
      expect(fake.sent).toEqual([second === id ? 7 : 8]);
      expect(fake.attempts).toHaveLength(2);
      const found = await fake.servers.ofIdentity("id1");
      expect(found.kind === "smtp" && found.server.port).toBe(587);
      expect(await findCase(fake.session, second)).toMatchObject({ state: "sending" });
    },
  );

  it("leaves alone what is not being fixed", async () => {
    const fake = await failed();
    const before = await caseOf(fake);
    await advance(fake.ports, id, { kind: "cancel-clicked" });
    expect(await caseOf(fake)).toEqual(before);
  });
});

describe("after the second try", () => {
  it("that went out the case is told as sent in the main window, and can be undone", async () => {
    const fake = await failed(sharing);
    const before = fake.snapshot();
    await click(fake);
    await afterSend(fake.ports, 7, true);
    expect(await caseOf(fake)).toMatchObject({ state: "sent", windowId: null });
    expect(fake.pagesShown).toEqual(["main"]);
    await undo(fake.ports, id);
    await investigated(fake.ports, id);
    expect(fake.snapshot()).toEqual(before);
  });

  it("that was refused again everything is as it was, and the server's new words are told", async () => {
    const fake = await failed(sharing);
    const before = fake.snapshot();
    await click(fake);
    const again = { ...relayDenied, lines: ["relaying denied, still"] };
    await noticeFailedSend(fake.ports, { ...failedSend(), refusal: again });
    await afterSend(fake.ports, 7, false);
    expect(fake.snapshot()).toEqual(before);
    expect(await caseOf(fake)).toMatchObject({
      state: "failed",
      changeId: null,
      outcome: {
        kind: "refused-again",
        settings: "as-before",
        refusal: { lines: ["relaying denied, still"] },
      },
    });
    expect(fake.pagesShown).toEqual([7]);
  });

  it("that was refused while the server is still busy can be undone later", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    await click(fake);
    fake.servers.busy.add("smtp1");
    await noticeFailedSend(fake.ports, failedSend());
    await afterSend(fake.ports, 7, false);
    expect(await caseOf(fake)).toMatchObject({ state: "failed", outcome: { settings: "in-place" } });
    expect(viewOf(await caseOf(fake), written).canUndo).toBe(true);
    fake.servers.busy.clear();
    await undo(fake.ports, id);
    await investigated(fake.ports, id);
    expect(fake.snapshot()).toEqual(before);
  });

  it.each(["before", "when half is back"])(
    "that was refused, and Thunderbird refuses %s, is not told as somebody's change",
    async (when) => {
      const fake = await failed(sharing);
      fake.prove = () => ({ kind: "not-provable" });
      const before = fake.snapshot();
      await fix(fake.ports, id, "send", null);
      const mended = fake.snapshot();
      const remove = fake.servers.remove.bind(fake.servers);
      if (when === "before") {
        fake.servers.busy.add(fake.servers.identities[0]?.chosen ?? "");
      } else {
        fake.servers.remove = async () => Promise.resolve({ kind: "refused", because: "busy" });
      }
      await noticeFailedSend(fake.ports, failedSend());
      await afterSend(fake.ports, 7, false);
      const settings = when === "before" ? "in-place" : "as-before";
      expect((await caseOf(fake)).outcome).toMatchObject({ kind: "refused-again", settings });
      fake.servers.busy.clear();
      fake.servers.remove = remove;
      if (when === "before") {
        expect(fake.snapshot()).toEqual(mended);
        await undo(fake.ports, id);
      } else {
        // Nobody sends through what is left; the next start takes it away, and has nothing to tell.
        fake.restart();
        await recover(fake.ports);
        expect(await fake.lasting.read("notices")).toBeUndefined();
      }
      expect(fake.snapshot()).toEqual(before);
    },
  );

  it("that the user cancelled the page says so, and what was proven stays, to be sent with or undone", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    await click(fake);
    const mended = fake.snapshot();
    await afterSend(fake.ports, 7, false);
    expect(fake.snapshot()).toEqual(mended);
    expect(await caseOf(fake)).toMatchObject({
      state: "fixed",
      windowId: 7,
      outcome: { kind: "not-sent", because: "stopped" },
    });
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["kept"]);
    expect(fake.pagesShown).toEqual([7]);
    await undo(fake.ports, id);
    await investigated(fake.ports, id);
    expect(fake.snapshot()).toEqual(before);
  });

  it("that the user cancelled what was not proven is not called good", async () => {
    const fake = await failed();
    fake.prove = () => ({ kind: "not-provable" });
    await click(fake);
    await afterSend(fake.ports, 7, false);
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["made"]);
  });

  it("that changed nothing, and that the user cancelled, the verdict is what it was", async () => {
    const fake = await failed();
    await sendAgain(fake.ports, id);
    await afterSend(fake.ports, 7, false);
    expect(await caseOf(fake)).toMatchObject({
      state: "problem",
      outcome: { kind: "not-sent", because: "stopped" },
    });
  });

  it("survives a background that slept in between: nothing is kept but in the stores", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    await click(fake);
    fake.servers.proven.clear();
    await noticeFailedSend(fake.ports, failedSend());
    await afterSend(fake.ports, 7, false);
    expect(fake.snapshot()).toEqual(before);
  });

  it("of the user's own the case goes with the message", async () => {
    const fake = await failed();
    await afterSend(fake.ports, 7, true);
    expect(await findCase(fake.session, id)).toBeNull();
  });

  it("of the user's own that failed the page is shown", async () => {
    const fake = await failed();
    await afterSend(fake.ports, 7, false);
    expect(fake.pagesShown).toEqual([7]);
    expect((await caseOf(fake)).state).toBe("problem");
  });

  it("of a window without a case nothing happens", async () => {
    const fake = await failed();
    await afterSend(fake.ports, 99, false);
    expect(fake.pagesShown).toEqual([]);
  });
});

it("undo on a full disk says that nothing was changed, and can be pressed again", async () => {
  const fake = await failed();
  const before = fake.snapshot();
  await fix(fake.ports, id, "stop", null);
  fake.lasting.room = 0;
  await undo(fake.ports, id);
  const left = await caseOf(fake);
  expect(left).toMatchObject({ state: "fixed", outcome: { kind: "not-undone", because: "unrecorded" } });
  expect(viewOf(left, written).canUndo).toBe(true);
  fake.lasting.room = Number.POSITIVE_INFINITY;
  await undo(fake.ports, id);
  await investigated(fake.ports, id);
  expect(fake.snapshot()).toEqual(before);
});

it("undo of a change that fifty later ones have pushed off the record says so, and is not offered again", async () => {
  const fake = await failed();
  await fix(fake.ports, id, "stop", null);
  const [change] = await readJournal(fake.lasting);
  if (change === undefined) throw new Error("Nothing is on record.");
  for (let later = 1; later <= 50; later += 1) {
    await record(fake.ports, { ...change, changeId: `later-${String(later)}` });
  }
  const works = fake.snapshot();
  await undo(fake.ports, id);
  const left = await caseOf(fake);
  expect(left).toMatchObject({ state: "fixed", outcome: { kind: "not-undone", because: "forgotten" } });
  expect(viewOf(left, written).canUndo).toBe(false);
  expect(fake.snapshot()).toEqual(works);
});

it("undo, clicked twice, is undone once and says so", async () => {
  const fake = await failed(sharing);
  const before = fake.snapshot();
  await fix(fake.ports, id, "stop", null);
  await Promise.all([undo(fake.ports, id), undo(fake.ports, id)]);
  await investigated(fake.ports, id);
  expect(fake.snapshot()).toEqual(before);
  expect((await caseOf(fake)).outcome).toEqual({ kind: "undone" });
});
