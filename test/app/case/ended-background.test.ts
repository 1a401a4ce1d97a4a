// Every wait in which a background may end, though it keeps awake: a program that is closed, an add-on that is updated. The
// next one concludes nothing from a memory it does not have: settings and page say what is, and the same click works.
// Of a sending from the Outbox: send/send-unsent.test.ts; of a crash at each write: change/recover.test.ts.

import { expect, it, vi } from "vitest";
import { findCase, type Case } from "../../../src/app/case/case-file.js";
import { readJournal } from "../../../src/app/change/journal.js";
import { recover } from "../../../src/app/change/recover.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { lookAgain } from "../../../src/app/notice/look-again.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { undo } from "../../../src/app/page/undo.js";
import { afterSend } from "../../../src/app/send/after-send.js";
import { fix } from "../../../src/app/send/fix.js";
import { advance } from "../../../src/app/case/advance.js";
import { testSending } from "../../../src/app/send/test-sending.js";
import type { FailedSend } from "../../../src/ports.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const id = "window-7";

/** `offered`: which ways of signing in every server offers. */
async function judged(
  failure: FailedSend = failedSend(),
  offered = ["PLAIN", "LOGIN"],
): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.look = () => ({ kind: "answers", offeredSignIn: offered, toStranger: null });
  await recover(fake.ports);
  await noticeFailedSend(fake.ports, failure);
  await investigated(fake.ports, id);
  return fake;
}

async function caseOf(fake: FakeThunderbird): Promise<Case> {
  const found = await findCase(fake.session, id);
  if (found === null) throw new Error("The case is gone.");
  return found;
}

const never = (): Promise<never> => new Promise(() => undefined);

/** Begins what never comes to its end, and ends the background in the middle of it. */
async function endedDuring(
  fake: FakeThunderbird,
  state: Case["state"],
  begun: Promise<unknown>,
): Promise<void> {
  void begun;
  await vi.waitFor(
    async () => {
      expect((await caseOf(fake)).state).toBe(state);
    },
    { interval: 1 },
  );
  fake.sleep();
}

it("while servers are asked: they are asked anew", async () => {
  const fake = thunderbird();
  const { look } = fake;
  fake.look = never;
  const before = fake.snapshot();
  await recover(fake.ports);
  await endedDuring(fake, "checking", noticeFailedSend(fake.ports, failedSend()));
  fake.look = look;
  await recover(fake.ports);
  await investigated(fake.ports, id);
  expect(await caseOf(fake)).toMatchObject({ state: "problem", gathering: false });
  expect(fake.snapshot()).toEqual(before);
});

it("during the proof: nothing is written, and the same click works", async () => {
  const fake = await judged();
  const before = fake.snapshot();
  const { prove } = fake;
  fake.prove = never;
  await endedDuring(fake, "fixing", fix(fake.ports, id, "send", null));
  fake.prove = prove;
  await recover(fake.ports);
  expect(await caseOf(fake)).toMatchObject({ state: "problem", outcome: null });
  expect(fake.snapshot()).toEqual(before);
  expect(await readJournal(fake.lasting)).toEqual([]);
  await fix(fake.ports, id, "send", null);
  expect(fake.sent).toEqual([7]);
});

it("while Thunderbird sends from the window: the settings stay, and its end is still heard", async () => {
  const fake = await judged();
  await fix(fake.ports, id, "send", null);
  const mended = fake.snapshot();
  fake.sleep();
  await recover(fake.ports);
  expect(await caseOf(fake)).toMatchObject({ state: "sending", outcome: null });
  expect(fake.snapshot()).toEqual(mended);
  await afterSend(fake.ports, 7, true);
  expect((await caseOf(fake)).state).toBe("sent");
  expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["kept"]);
});

it("while mail is fetched: nothing is sent, and it is offered again", async () => {
  const lines = ["Relaying denied: authenticate with POP first"];
  const fake = await judged({ ...failedSend(), refusal: { ...relayDenied, lines, secure: true } }, []);
  Object.assign(fake.ports.incomingMail, { get: never });
  await endedDuring(fake, "sending", advance(fake.ports, id, { kind: "get-mail-clicked" }));
  await recover(fake.ports);
  expect(await caseOf(fake)).toMatchObject({ state: "problem", changeId: null });
  expect(fake.sent).toEqual([]);
});

it("during Test sending: the verdict is what it was, and it can be tested again", async () => {
  const refusal = { ...relayDenied, lines: ["xyzzy"], stage: "mail", secure: true } as const;
  const fake = await judged({ ...failedSend(7, "id2"), from: "bob@other.test", refusal });
  const { state } = await caseOf(fake);
  const { prove } = fake;
  fake.prove = never;
  await endedDuring(fake, "fixing", testSending(fake.ports, id));
  fake.prove = prove;
  await recover(fake.ports);
  expect(await caseOf(fake)).toMatchObject({ state, outcome: null });
  await testSending(fake.ports, id);
  expect(await caseOf(fake)).toMatchObject({ outcome: { kind: "tested" } });
});

it("during Undo: what is left of the change can be undone", async () => {
  const fake = await judged();
  const before = fake.snapshot();
  await fix(fake.ports, id, "send", null);
  await afterSend(fake.ports, 7, true);
  const { removePassword } = fake.servers;
  fake.servers.removePassword = never;
  await endedDuring(fake, "sent", undo(fake.ports, id));
  fake.servers.removePassword = removePassword;
  await recover(fake.ports);
  await undo(fake.ports, id);
  expect(fake.snapshot()).toEqual(before);
  expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["undone"]);
});

it("during Check again: the verdict stays", async () => {
  const fake = await judged();
  const { accounts } = fake.ports;
  Object.assign(fake.ports, { accounts: { identities: never } });
  await endedDuring(fake, "problem", lookAgain(fake.ports, id));
  Object.assign(fake.ports, { accounts });
  await recover(fake.ports);
  expect(await caseOf(fake)).toMatchObject({ state: "problem", outcome: null });
});
