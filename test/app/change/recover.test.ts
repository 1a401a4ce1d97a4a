// What the next start makes of what a crash left behind, and what the user is told of it: once.

import { describe, expect, it } from "vitest";
import { editCases, findCase } from "../../../src/app/case/case-file.js";
import { fix } from "../../../src/app/send/fix.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { readJournal } from "../../../src/app/change/journal.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { recover } from "../../../src/app/change/recover.js";
import { Crashed } from "../../fakes/interruptions.js";
import type { FakeProfile, FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, profile, sharing, thunderbird } from "../profile.js";

const id = "window-7";

async function failed(of: FakeProfile = profile): Promise<FakeThunderbird> {
  const fake = thunderbird(of);
  await recover(fake.ports);
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, id);
  return fake;
}

async function told(fake: FakeThunderbird): Promise<readonly string[]> {
  return (await openPage(fake.ports, { kind: "toolbar" })).notices.map(({ kind }) => kind);
}

/** An outgoing password that is wrong, beside the right one for receiving: a fix replaces it. */
const replacing: FakeProfile = {
  ...profile,
  logIns: [
    ...(profile.logIns ?? []),
    { origin: "smtp://mail.example.test", userName: "alice@example.test", password: "an old one" },
  ],
};

describe.each([
  ["in place", profile],
  ["with a password replaced", replacing],
  ["by an entry of its own", sharing],
] as const)("a fix %s, cut off at any write", (_, start) => {
  it("is all old or all new after the next start, log-ins included, and told once", async () => {
    const whole = await failed(start);
    whole.interruptions.crashAfterWrite(Number.MAX_SAFE_INTEGER);
    await fix(whole.ports, id, "send", null);
    const { writes } = whole.interruptions;
    const seen = new Set<string>();
    for (let count = 0; count <= writes; count += 1) {
      const fake = await failed(start);
      const before = fake.snapshot();
      fake.interruptions.crashAfterWrite(count);
      await fix(fake.ports, id, "send", null).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Crashed);
      });
      const atTheCrash = fake.snapshot();
      fake.restart();
      const begun = (await readJournal(fake.lasting)).length > 0;
      await recover(fake.ports);
      const [change] = await readJournal(fake.lasting);
      const end = change?.state ?? "nothing";
      seen.add(end);
      if (end === "kept") {
        expect(fake.snapshot()).toEqual(atTheCrash);
      } else {
        expect(["nothing", "undone"]).toContain(end);
        expect(fake.snapshot(), `after write ${String(count)}`).toEqual(before);
      }
      expect(fake.badge).toBe(begun);
      expect(await told(fake)).toEqual(begun ? [end === "kept" ? "kept" : "taken-back"] : []);
      expect(fake.badge).toBe(false);
      fake.restart();
      await recover(fake.ports);
      expect(await told(fake)).toEqual([]);
    }
    expect([...seen].sort()).toEqual(["kept", "nothing", "undone"]);
  });
});

it("does not touch a change whose message is still being sent when the background wakes", async () => {
  const fake = await failed();
  await fix(fake.ports, id, "send", null);
  const after = fake.snapshot();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(after);
  expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["made"]);
});

it("takes back what was whole in the journal, but not on the disk", async () => {
  const fake = await failed(sharing);
  const before = fake.snapshot();
  await fix(fake.ports, id, "send", null);
  // Thunderbird had saved the new entry, and not yet who uses it.
  fake.servers.identities = sharing.identities;
  fake.restart();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(before);
});

it("takes back what no log-in had proven", async () => {
  const fake = await failed();
  const before = fake.snapshot();
  fake.prove = () => ({ kind: "not-provable" });
  await fix(fake.ports, id, "send", null);
  fake.restart();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(before);
  expect(await told(fake)).toEqual(["taken-back"]);
});

it("keeps trying while the primary password is not typed, and tells it only the first time", async () => {
  const fake = await failed();
  const before = fake.snapshot();
  fake.interruptions.crashAfterWrite(8);
  await fix(fake.ports, id, "send", null).catch(() => undefined);
  fake.restart();
  const [cutOff] = await readJournal(fake.lasting);
  await fake.lasting.write("journal", [{ ...cutOff, state: "pending" }]);
  fake.logIns.locked = true;
  await recover(fake.ports);
  expect(await told(fake)).toEqual(["left"]);
  fake.logIns.locked = false;
  fake.restart();
  await recover(fake.ports);
  expect(await told(fake)).toEqual([]);
  expect(fake.snapshot()).toEqual(before);
});

it("leaves what somebody changed between the crash and the start, and says so", async () => {
  const fake = await failed(sharing);
  fake.prove = () => ({ kind: "not-provable" });
  await fix(fake.ports, id, "send", null);
  const made = fake.servers.entries.at(-1)?.id ?? "";
  fake.restart();
  await fake.servers.update(made, { port: 2525 });
  await recover(fake.ports);
  expect(fake.servers.identities).toEqual(sharing.identities);
  expect(fake.servers.entries.at(-1)).toMatchObject({ id: made, port: 2525 });
  expect((await readJournal(fake.lasting))[0]?.state).toBe("left");
  expect(await told(fake)).toEqual(["left"]);
});

it("offers a click again that ended with the background", async () => {
  const fake = await failed();
  await editCases(fake.ports, (cases) =>
    cases.map((entry) => ({ ...entry, state: "fixing", operationId: "fix-1" })),
  );
  await recover(fake.ports);
  expect(await findCase(fake.session, id)).toMatchObject({ state: "problem", operationId: null });
});

it("one record that is our own mistake keeps no other change, and no click, from being settled", async () => {
  const fake = await failed();
  const before = fake.snapshot();
  fake.prove = () => ({ kind: "not-provable" });
  await fix(fake.ports, id, "send", null);
  const [made] = await readJournal(fake.lasting);
  await fake.lasting.write("journal", [{ ...made, changeId: "broken", state: "pending", steps: null }, made]);
  await editCases(fake.ports, (cases) => cases.map((entry) => ({ ...entry, state: "fixing" })));
  await fake.session.remove("awake");
  fake.sleep();
  await expect(recover(fake.ports)).rejects.toThrow(TypeError);
  expect(fake.snapshot()).toEqual(before);
  expect(await findCase(fake.session, id)).toMatchObject({ state: "problem" });
});

it("one case that cannot be taken up keeps no other from it", async () => {
  const fake = await failed();
  await editCases(fake.ports, (cases) =>
    cases.flatMap((entry) => [
      { ...entry, gathering: true },
      { ...entry, caseId: "window-8", windowId: 8, gathering: true },
    ]),
  );
  const begun: string[] = [];
  fake.ports.underWay.carryOut = async (_, caseId) => {
    begun.push(caseId);
    return caseId === id ? Promise.reject(new RangeError("ours")) : Promise.resolve();
  };
  await expect(recover(fake.ports)).rejects.toThrow("ours");
  expect(begun).toEqual([id, "window-8"]);
});

it("a proven change that a full disk does not let be called kept stays, and is told at a later start", async () => {
  const fake = await failed();
  await fix(fake.ports, id, "send", null);
  const works = fake.snapshot();
  const write = fake.lasting.write.bind(fake.lasting);
  fake.lasting.write = async (key, value) =>
    key === "journal" ? Promise.reject(new Error("the disk is full")) : write(key, value);
  fake.restart();
  await recover(fake.ports);
  expect(await told(fake)).toEqual([]);
  fake.lasting.write = write;
  fake.restart();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(works);
  expect(await told(fake)).toEqual(["kept"]);
});

it("a change that a full disk keeps from being taken back is told as nothing else, and goes at a later start", async () => {
  const fake = await failed();
  const before = fake.snapshot();
  fake.prove = () => ({ kind: "not-provable" });
  await fix(fake.ports, id, "send", null);
  const works = fake.snapshot();
  const write = fake.lasting.write.bind(fake.lasting);
  fake.lasting.write = async (key, value) =>
    key === "journal" ? Promise.reject(new Error("the disk is full")) : write(key, value);
  fake.restart();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(works);
  expect(await told(fake)).toEqual([]);
  fake.lasting.write = write;
  fake.restart();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(before);
  expect(await told(fake)).toEqual(["taken-back"]);
});
