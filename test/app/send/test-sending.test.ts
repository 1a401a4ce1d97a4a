// *Test sending*: one log-in with what is in use, whatever comes of it, and nothing written.

import { describe, expect, it, vi } from "vitest";
import { findCase, viewOf, type Case } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { advance } from "../../../src/app/case/advance.js";
import { afterSend } from "../../../src/app/send/after-send.js";
import { testSending } from "../../../src/app/send/test-sending.js";
import type { Proof } from "../../../src/engine/model/attempt.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const id = "window-7";
const written = { kind: "written", lookUps: "made", sentences: {}, today: "2026-11-28" } as const;
const offered = ["PLAIN", "LOGIN"];

function refusalOf(lines: string, rest: Partial<Refusal> = {}): Refusal {
  return { ...relayDenied, lines: [lines], secure: true, offeredSignIn: offered, ...rest };
}

/** Bob, whose settings are in order, was refused in words nobody knows. */
async function refused(refusal = refusalOf("xyzzy", { stage: "mail" })): Promise<FakeThunderbird> {
  const fake = thunderbird();
  fake.look = () => ({ kind: "answers", offeredSignIn: offered, toStranger: null });
  await noticeFailedSend(fake.ports, { ...failedSend(7, "id2"), from: "bob@other.test", refusal });
  await investigated(fake.ports, id);
  return fake;
}

async function caseOf(fake: FakeThunderbird): Promise<Case> {
  const found = await findCase(fake.session, id);
  if (found === null) throw new Error("The case is gone.");
  return found;
}

async function tested(proof: Proof): Promise<{ readonly fake: FakeThunderbird; readonly entry: Case }> {
  const fake = await refused();
  fake.prove = () => proof;
  await testSending(fake.ports, id);
  return { fake, entry: await caseOf(fake) };
}

describe("testing the settings in use", () => {
  it("makes one log-in for any number of clicks, with this entry's own password, and changes nothing", async () => {
    const fake = await refused();
    const before = fake.snapshot();
    fake.prove = () => ({ kind: "accepted", proofId: "p" });
    expect(viewOf(await caseOf(fake), written)).toMatchObject({ state: "problem", canTest: true });
    await Promise.all([testSending(fake.ports, id), testSending(fake.ports, id)]);
    expect(fake.attempts).toEqual([
      expect.objectContaining({
        from: "bob@other.test",
        recipients: relayDenied.recipients,
        passwords: [{ kind: "outgoing", serverId: "smtp2" }],
        password: null,
        agreed: null,
      }),
    ]);
    expect(fake.attempts[0]?.settings).toMatchObject({
      host: "mail.other.test",
      port: 587,
      security: "starttls",
    });
    expect(fake.ended).toContain(fake.attempts[0]?.operationId);
    expect(fake.snapshot()).toEqual(before);
    expect(fake.sent).toEqual([]);
  });

  it("ends in settings that are fine where they work", async () => {
    const { entry } = await tested({ kind: "accepted", proofId: "p" });
    expect(entry).toMatchObject({
      state: "settings-fine",
      outcome: { kind: "tested", came: { kind: "accepted" }, userName: "bob@other.test" },
    });
    expect(entry.diagnosis.findings.every(({ verdict }) => verdict === "fine")).toBe(true);
  });

  it("ends so where the server refuses this recipient alone", async () => {
    const refusal = refusalOf("plugh", { stage: "rcpt", offeredSignIn: null });
    const { entry } = await tested({ kind: "refused", refusal });
    expect(entry.state).toBe("settings-fine");
  });

  it("does not call fine what still denies to relay after signing in", async () => {
    const refusal = refusalOf("relay not permitted", { stage: "rcpt", offeredSignIn: null });
    const { entry } = await tested({ kind: "refused", refusal });
    expect(entry.state).toBe("problem");
  });

  it("leads to the password where that was refused", async () => {
    const refusal = refusalOf("5.7.8 authentication failed", {
      stage: "auth",
      code: 535,
      offeredSignIn: null,
    });
    const { entry } = await tested({ kind: "refused", refusal });
    expect(entry.diagnosis.findings[0]).toMatchObject({ rule: "credentials-rejected", verdict: "problem" });
    expect(entry.diagnosis.plan?.changes).toMatchObject([{ field: "password" }]);
  });

  it.each([421, 454])("is not offered again after words of lock-out: %i", async (code) => {
    const refusal = refusalOf("go away", { stage: "auth", code, offeredSignIn: null });
    const { fake, entry } = await tested({ kind: "refused", refusal });
    expect(viewOf(entry, written).canTest).toBe(false);
    await testSending(fake.ports, id);
    expect(fake.attempts).toHaveLength(1);
  });

  it("is not offered for a refusal that is itself one of lock-out, nor with a certain cause", async () => {
    const locked = await refused(refusalOf("Too many failed login attempts", { stage: "auth", code: 535 }));
    expect(viewOf(await caseOf(locked), written).canTest).toBe(false);
    await testSending(locked.ports, id);
    expect(locked.attempts).toEqual([]);
    const certain = await refused(refusalOf("Must issue STARTTLS", { secure: false, offeredSignIn: [] }));
    await testSending(certain.ports, id);
    expect(certain.attempts.length).toBeLessThanOrEqual(1);
  });

  it.each([
    [{ kind: "no-sign-in-offered" }, "not-signed-in"],
    [{ kind: "no-password" }, "no-password"],
    [{ kind: "withheld" }, "withheld"],
    [{ kind: "locked" }, "primary-password"],
    [{ kind: "unreachable", because: "silent" }, "unreachable"],
    [{ kind: "locked-out" }, "locked-out"],
    [{ kind: "not-provable" }, "not-tried"],
    [{ kind: "too-many-log-ins" }, "not-tried"],
  ] as const)("says what was not tried: %j", async (proof, came) => {
    const { entry } = await tested(proof);
    expect(entry).toMatchObject({ state: "problem", outcome: { kind: "tested", came } });
    expect(entry.evidence.trial).toBeUndefined();
  });

  it("of one that was ended before its answer nothing is said", async () => {
    const { entry } = await tested({ kind: "cancelled" });
    expect(entry).toMatchObject({ state: "problem", outcome: null });
  });

  it("is an operation of its own with each click, so that ending one ends no other", async () => {
    const { fake } = await tested({ kind: "unreachable", because: "silent" });
    fake.time += 1;
    await testSending(fake.ports, id);
    expect(new Set(fake.attempts.map(({ operationId }) => operationId)).size).toBe(2);
  });

  it("asks nobody while Thunderbird is offline", async () => {
    const fake = await refused();
    fake.offline = true;
    await testSending(fake.ports, id);
    expect(await caseOf(fake)).toMatchObject({ outcome: { came: "offline" } });
    expect(fake.attempts).toEqual([]);
  });

  it("can be cancelled, and leaves the case as it was", async () => {
    const fake = await refused();
    let answer: (proof: Proof) => void = () => undefined;
    fake.prove = () =>
      new Promise<Proof>((resolve) => {
        answer = resolve;
      });
    const under = testSending(fake.ports, id);
    await vi.waitFor(
      () => {
        expect(fake.attempts).toHaveLength(1);
      },
      { interval: 1 },
    );
    expect(await caseOf(fake)).toMatchObject({ state: "fixing", outcome: { kind: "testing" } });
    await advance(fake.ports, id, { kind: "cancel-clicked" });
    answer({ kind: "cancelled" });
    await under;
    expect(await caseOf(fake)).toMatchObject({ state: "problem" });
    expect((await caseOf(fake)).outcome?.kind).not.toBe("tested");
  });
});

it("of a message that the user sends by hand meanwhile leaves no case behind", async () => {
  const fake = await refused();
  const asked = answerLater<null>();
  const answer = answerLater<Proof>();
  fake.prove = async () => {
    asked.resolve(null);
    return answer.promise;
  };
  const running = testSending(fake.ports, id);
  await asked.promise;
  await afterSend(fake.ports, 7, true);
  answer.resolve({ kind: "refused", refusal: refusalOf("xyzzy", { stage: "mail" }) });
  await running;
  expect(await findCase(fake.session, id)).toBeNull();
});
