// The history: what is told of each change, undo from there, and removing for good what nobody uses.

import { describe, expect, it } from "vitest";
import { editCases, findCase, readCases } from "../../../src/app/case/case-file.js";
import { fix } from "../../../src/app/send/fix.js";
import { afterSend } from "../../../src/app/send/after-send.js";
import { historyOf, removeOldEntry, undoFromHistory } from "../../../src/app/page/history.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { undo } from "../../../src/app/page/undo.js";
import { readJournal } from "../../../src/app/change/journal.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import type { HistoryEntry } from "../../../src/engine/model/history.js";
import type { FakeProfile, FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, profile, sharing, thunderbird } from "../profile.js";

const id = "window-7";

async function fixed(of: FakeProfile = profile): Promise<FakeThunderbird> {
  const fake = thunderbird(of);
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, id);
  await fix(fake.ports, id, "send", null);
  return fake;
}

async function sent(of: FakeProfile = profile): Promise<FakeThunderbird> {
  const fake = await fixed(of);
  await afterSend(fake.ports, 7, true);
  return fake;
}

/** Alice has left Bob's entry, the default one, and then Bob's account goes. */
async function leftAlone(): Promise<FakeThunderbird> {
  const fake = await sent(sharing);
  fake.servers.identities = fake.servers.identities.filter(({ accountId }) => accountId === "account1");
  return fake;
}

async function only(fake: FakeThunderbird): Promise<HistoryEntry> {
  const { entries } = await historyOf(fake.ports);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    throw new Error(`${String(entries.length)} changes`);
  }
  return entry;
}

it("is empty before anything was changed", async () => {
  expect(await historyOf(thunderbird().ports)).toEqual({ entries: [], outcome: null });
});

it("is known to the toolbar's page, and to no other", async () => {
  const toolbar = { kind: "toolbar" } as const;
  expect((await openPage(thunderbird().ports, toolbar)).hasChanges).toBeUndefined();
  const { ports } = await fixed();
  expect((await openPage(ports, toolbar)).hasChanges).toBe(true);
  expect((await openPage(ports, { kind: "compose", windowId: 7 })).hasChanges).toBeUndefined();
});

describe("a change", () => {
  it("is told with account, time, old and new values", async () => {
    const fake = await sent();
    expect(await only(fake)).toMatchObject({
      accountName: "Alice",
      at: fake.time,
      status: "in-use",
      security: "starttls",
      oldEntry: null,
    });
    expect((await only(fake)).changes).toContainEqual({ field: "signIn", from: "none", to: "password" });
  });

  it("is under way while its message is being sent", async () => {
    expect((await only(await fixed())).status).toBe("under-way");
  });

  it("is undone from here, and the page of its case says so, too", async () => {
    const fake = thunderbird();
    const before = fake.snapshot();
    await noticeFailedSend(fake.ports, failedSend());
    await investigated(fake.ports, id);
    await fix(fake.ports, id, "send", null);
    await afterSend(fake.ports, 7, true);
    const { changeId } = await only(fake);
    const { entries, outcome } = await undoFromHistory(fake.ports, changeId);
    await investigated(fake.ports, id);
    expect(fake.snapshot()).toEqual(before);
    expect(outcome).toEqual({ changeId, outcome: { kind: "undone" } });
    expect(entries[0]?.status).toBe("undone");
    expect(await findCase(fake.session, id)).toMatchObject({ changeId: null, outcome: { kind: "undone" } });
  });

  it("of which somebody has changed a value says which", async () => {
    const fake = await sent();
    await fake.servers.update("smtp1", { port: 2525 });
    expect(await only(fake)).toMatchObject({ status: "changed-since", changedSince: ["port"] });
    const before = fake.snapshot();
    const { outcome } = await undoFromHistory(fake.ports, (await only(fake)).changeId);
    expect(outcome?.outcome).toEqual({ kind: "changed-since", during: "undo", fields: ["port"] });
    expect(fake.snapshot()).toEqual(before);
  });

  it("that somebody has put back by hand is told as that", async () => {
    const fake = await sent();
    const { port, security, signIn } = profile.entries[0] ?? {};
    await fake.servers.update("smtp1", {
      ...(port !== undefined && { port }),
      ...(security && { security }),
      ...(signIn && { signIn }),
    });
    expect((await only(fake)).status).toBe("as-before");
  });

  it("of which somebody has put back a half is not told as in use, and can be undone", async () => {
    const fake = await sent(sharing);
    const to = fake.servers.identities.find(({ identityId }) => identityId === "id1");
    expect(to?.chosen).not.toBeNull();
    await fake.servers.assign("id1", null, "must-exist");
    expect((await only(fake)).status).toBe("partly-back");
    const { outcome } = await undoFromHistory(fake.ports, (await only(fake)).changeId);
    expect(outcome?.outcome).toEqual({ kind: "undone" });
    expect((await only(fake)).status).toBe("undone");
    expect(fake.servers.entries.map(({ id: key }) => key)).toEqual(profile.entries.map(({ id: key }) => key));
  });

  it("that Thunderbird refuses to undo for the moment can be tried again", async () => {
    const fake = await sent();
    fake.servers.busy.add("smtp1");
    const { changeId } = await only(fake);
    const { outcome, entries } = await undoFromHistory(fake.ports, changeId);
    expect(outcome?.outcome).toEqual({ kind: "not-undone", because: "busy" });
    expect(entries[0]?.status).toBe("in-use");
    fake.servers.busy.clear();
    expect((await undoFromHistory(fake.ports, changeId)).outcome?.outcome).toEqual({ kind: "undone" });
  });
});

describe("the old entry", () => {
  it("is not offered for removal while an identity sends through it", async () => {
    const fake = await sent(sharing);
    expect((await only(fake)).oldEntry).toBeNull();
    const before = fake.snapshot();
    const { outcome } = await removeOldEntry(fake.ports, (await only(fake)).changeId);
    expect(outcome?.outcome).toEqual({ kind: "not-removed", because: "in-use" });
    expect(fake.snapshot()).toEqual(before);
  });

  it("that nobody uses is named, removed for good, and its saved password stays", async () => {
    const fake = await leftAlone();
    const { changeId, oldEntry } = await only(fake);
    expect(oldEntry).toMatchObject({ host: "mail.other.test", userName: "bob@other.test" });
    const saved = fake.logIns.list;
    const { outcome, entries } = await removeOldEntry(fake.ports, changeId);
    expect(outcome?.outcome).toEqual({ kind: "removed", host: "mail.other.test" });
    expect(fake.servers.entries.map(({ id: key }) => key)).not.toContain("smtp2");
    expect(fake.logIns.list).toEqual(saved);
    // It was the default: the new one takes its place, and nothing leads nowhere.
    expect(fake.servers.defaultId).toBe(fake.servers.identities[0]?.chosen);
    expect(entries[0]).toMatchObject({ status: "changed-since", changedSince: ["server"], oldEntry: null });
  });

  it("that somebody has taken into use meanwhile stays", async () => {
    const fake = await leftAlone();
    const { changeId } = await only(fake);
    fake.servers.identities = [
      ...fake.servers.identities,
      { identityId: "id3", accountId: "account2", address: "carol@other.test", chosen: "smtp2" },
    ];
    expect((await removeOldEntry(fake.ports, changeId)).outcome?.outcome.kind).toBe("not-removed");
    expect(fake.servers.entries.map(({ id: key }) => key)).toContain("smtp2");
  });

  it("is not offered while the change is still being tried, nor one that is locked, gone, or was never ours", async () => {
    const fake = await fixed(sharing);
    fake.servers.identities = fake.servers.identities.filter(({ accountId }) => accountId === "account1");
    expect((await only(fake)).oldEntry).toBeNull();
    await afterSend(fake.ports, 7, true);
    expect((await only(fake)).oldEntry).not.toBeNull();
    const { entries } = fake.servers;
    fake.servers.entries = entries.map((one) => (one.id === "smtp2" ? { ...one, locked: ["host"] } : one));
    expect((await only(fake)).oldEntry).toBeNull();
    fake.servers.entries = entries.filter((one) => one.id !== "smtp2");
    expect((await only(fake)).oldEntry).toBeNull();
    const inPlace = await sent();
    // Nobody sends through the mended entry any more, and still no other one has taken its place.
    await inPlace.servers.assign("id1", "smtp2");
    expect((await only(inPlace)).oldEntry).toBeNull();
    expect((await removeOldEntry(fake.ports, "nobody")).outcome?.outcome).toEqual({
      kind: "not-removed",
      because: "in-use",
    });
  });

  it.each([
    ["locked", "locked"],
    ["busy", "in-use"],
  ] as const)("that Thunderbird does not remove stays, and why: %s", async (refused, because) => {
    const fake = await leftAlone();
    const { changeId } = await only(fake);
    fake.interruptions.refuseWrite(1, refused);
    expect((await removeOldEntry(fake.ports, changeId)).outcome?.outcome).toEqual({
      kind: "not-removed",
      because,
    });
    expect(fake.servers.entries.map(({ id: key }) => key)).toContain("smtp2");
  });
});

it("the newest change stands first", async () => {
  const fake = await sent();
  const { changeId } = await only(fake);
  const [first] = await readJournal(fake.lasting);
  await fake.lasting.write("journal", [first, { ...first, changeId: "newer" }]);
  expect((await historyOf(fake.ports)).entries.map((one) => one.changeId)).toEqual(["newer", changeId]);
});

it("a change whose case is gone is undone all the same, also while another message is on its way", async () => {
  const fake = thunderbird();
  const before = fake.snapshot();
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, id);
  await fix(fake.ports, id, "send", null);
  await afterSend(fake.ports, 7, true);
  const { changeId } = await only(fake);
  await editCases(fake.ports, (cases) =>
    cases.map((one) => ({ ...one, caseId: "window-8", windowId: 8, state: "sending", changeId: "another" })),
  );
  const others = await readCases(fake.session);
  const { outcome } = await undoFromHistory(fake.ports, changeId);
  expect(outcome).toEqual({ changeId, outcome: { kind: "undone" } });
  expect(fake.snapshot()).toEqual(before);
  expect(await readCases(fake.session)).toEqual(others);
});

it("nothing is undone of a change that is not on record, and that is said", async () => {
  const fake = await sent();
  const works = fake.snapshot();
  const outcome = { kind: "not-undone", because: "forgotten" } as const;
  expect((await undoFromHistory(fake.ports, "nobody")).outcome).toEqual({ changeId: "nobody", outcome });
  await undo(fake.ports, "nobody");
  expect(fake.snapshot()).toEqual(works);
  // As after fifty later ones.
  await fake.lasting.write("journal", []);
  const entry = await findCase(fake.session, id);
  await undo(fake.ports, id);
  expect(await findCase(fake.session, id)).toEqual({ ...entry, changeId: null, outcome });
  expect(fake.snapshot()).toEqual(works);
});
