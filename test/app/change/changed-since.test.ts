// What was changed between the verdict and the click, and what somebody else's hand has put right meanwhile.

import { describe, expect, it } from "vitest";
import { editCases, findCase, readCases } from "../../../src/app/case/case-file.js";
import { changedSince } from "../../../src/app/change/changed-since.js";
import { keep, readJournal, record } from "../../../src/app/change/journal.js";
import { changeThatMade, settleMended } from "../../../src/app/change/mended-elsewhere.js";
import { gather } from "../../../src/app/find/gather.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import type { RecordedChange } from "../../../src/engine/fixes/step.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Plan } from "../../../src/engine/model/finding.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { guidedPorts } from "../guided.js";
import { failedSend, profile, sharing, thunderbird } from "../profile.js";

async function planned(fake: FakeThunderbird): Promise<{ evidence: Evidence; plan: Plan }> {
  const evidence = await gather(fake.ports, "id1", failedSend());
  const plan = evidence && diagnose(evidence).plan;
  if (evidence === null || plan === null) throw new Error("The sample has no plan.");
  return { evidence, plan };
}

describe("an account that sends through nothing", () => {
  const nothing = { ...sharing, entries: [], defaultId: null };
  async function since(fake: FakeThunderbird, outgoing: Evidence["outgoing"]): Promise<unknown> {
    const { evidence, plan } = await planned(thunderbird());
    return changedSince(fake.ports, plan, { ...evidence, outgoing });
  }

  it("as before, is unchanged; with another entry that is gone it is not", async () => {
    expect(await since(thunderbird(nothing), { kind: "none" })).toEqual({ kind: "unchanged" });
    const dangling = thunderbird({
      ...nothing,
      identities: [{ identityId: "id1", accountId: "account1", address: "a@b.test", chosen: "smtp9" }],
    });
    expect(await since(dangling, { kind: "dangling", missingId: "smtp9" })).toEqual({ kind: "unchanged" });
    for (const before of [{ kind: "dangling", missingId: "smtp8" }, { kind: "none" }] as const) {
      expect(await since(dangling, before)).toEqual({ kind: "changed-since", fields: ["server"] });
    }
  });

  it("is gone where Thunderbird does not know it any more", async () => {
    const fake = thunderbird({ ...nothing, identities: [] });
    expect(await since(fake, { kind: "none" })).toEqual({ kind: "refused", because: "gone" });
  });

  it("had a server when the verdict was reached: that is named", async () => {
    const { evidence, plan } = await planned(thunderbird());
    expect(await changedSince(thunderbird(nothing).ports, plan, evidence)).toEqual({
      kind: "changed-since",
      fields: ["server"],
    });
  });
});

it("who has joined an entry matters where the entry itself is changed, and only there", async () => {
  const fake = thunderbird(sharing);
  const { evidence, plan } = await planned(fake);
  fake.servers.identities = [
    ...fake.servers.identities,
    { identityId: "id3", accountId: "account2", address: "new@other.test", chosen: "smtp2" },
  ];
  expect(plan.kind).toBe("new-entry");
  expect(await changedSince(fake.ports, plan, evidence)).toEqual({ kind: "unchanged" });
  const inPlace: Plan = { ...plan, kind: "in-place", identityIds: ["id1"] };
  expect(await changedSince(fake.ports, inPlace, evidence)).toEqual({
    kind: "changed-since",
    fields: ["users"],
  });
});

it("whoever was to be moved along sends through something else by now: that is named", async () => {
  const fake = thunderbird(sharing);
  const { evidence, plan } = await planned(fake);
  fake.servers.ofIdentity = async (identityId) =>
    Promise.resolve(identityId === "id1" ? { kind: "none" } : { kind: "other-type", type: "ews" });
  const none = { ...evidence, outgoing: { kind: "none" } } as const;
  expect(await changedSince(fake.ports, plan, none)).toEqual({ kind: "changed-since", fields: ["server"] });
});

it("who has left it matters to nobody", async () => {
  const fake = thunderbird(sharing);
  const { evidence, plan } = await planned(fake);
  await fake.servers.assign("id2", "smtp1");
  const inPlace: Plan = { ...plan, kind: "in-place", identityIds: ["id1"] };
  expect(await changedSince(fake.ports, inPlace, evidence)).toEqual({ kind: "unchanged" });
});

describe("what was put right elsewhere", () => {
  const id = "window-7";
  async function failed(windowId: number | null = 7): Promise<FakeThunderbird> {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, failedSend(windowId));
    await investigated(fake.ports, windowId === null ? "send-id1" : id);
    return fake;
  }
  async function byHand(fake: FakeThunderbird): Promise<void> {
    const [entry] = await readCases(fake.session);
    const settings = entry?.diagnosis.plan?.settings;
    if (settings === undefined) throw new Error("The sample has no plan.");
    await fake.servers.update("smtp1", settings);
  }

  it("is said, so that only the message is left to be sent", async () => {
    const fake = await failed();
    await byHand(fake);
    await settleMended(fake.ports, await readCases(fake.session));
    expect(await findCase(fake.session, id)).toMatchObject({
      state: "fixed",
      changeId: null,
      isProven: false,
    });
  });

  it("is not said of what has been refused since it was looked at", async () => {
    const fake = await failed();
    const seen = await readCases(fake.session);
    await byHand(fake);
    await noticeFailedSend(fake.ports, { ...failedSend(), at: failedSend().at + 1 });
    await investigated(fake.ports, id);
    await settleMended(fake.ports, seen);
    expect(await findCase(fake.session, id)).not.toMatchObject({ state: "fixed" });
  });

  it("is nothing to a case without a window, nor to one whose servers are still asked", async () => {
    const without = await failed(null);
    await byHand(without);
    const [entry] = await readCases(without.session);
    await settleMended(without.ports, entry === undefined ? [] : [entry]);
    expect(await readCases(without.session)).toEqual([entry]);

    const asking = await failed();
    await editCases(asking.ports, (cases) => cases.map((one) => ({ ...one, gathering: true })));
    await byHand(asking);
    await settleMended(asking.ports, await readCases(asking.session));
    expect(await findCase(asking.session, id)).toMatchObject({ state: "problem", gathering: true });
  });

  it("is not called so where the settings are still as they were, or are something else", async () => {
    for (const port of [25, 2525]) {
      const fake = await failed();
      await fake.servers.update("smtp1", { port });
      await settleMended(fake.ports, await readCases(fake.session));
      expect(await findCase(fake.session, id)).toMatchObject({ state: "problem" });
    }
  });

  it("is not looked for where the user mends by hand: there nobody can read the settings", async () => {
    const fake = await failed();
    await byHand(fake);
    await settleMended(guidedPorts(fake), await readCases(fake.session));
    expect(await findCase(fake.session, id)).toMatchObject({ state: "problem" });
  });
});

describe("the change that gave an entry its values", () => {
  const change = (changeId: string, more: Partial<RecordedChange> = {}): RecordedChange => ({
    changeId,
    state: "kept",
    proven: true,
    accountName: "Alice",
    at: 0,
    steps: [{ kind: "update", serverId: "smtp1", from: {}, to: {}, unset: [] }],
    changes: [],
    settings: { host: "", port: 0, security: "tls", signIn: "password", userName: "" },
    oldServerId: null,
    told: false,
    ...more,
  });

  async function madeBy(...changes: readonly RecordedChange[]): Promise<string | null> {
    const fake = thunderbird(profile);
    for (const one of changes) {
      await record(fake.ports, one);
    }
    return (await changeThatMade(fake.ports, "smtp1")).changeId;
  }

  it("is the latest that stands", async () => {
    expect(await madeBy(change("one"), change("two", { state: "made" }))).toBe("two");
    for (const state of ["undone", "left", "pending"] as const) {
      expect(await madeBy(change("one"), change("two", { state }))).toBe("one");
    }
  });

  it("is none that only pointed somebody to it, or was about another", async () => {
    const assign = {
      kind: "assign",
      identityId: "id1",
      from: null,
      fromMissing: false,
      to: "smtp1",
    } as const;
    expect(await madeBy(change("one", { steps: [assign] }))).toBeNull();
    const other = { kind: "save-password", serverId: "smtp2", credentialId: "{1}" } as const;
    expect(await madeBy(change("one", { steps: [other] }), change("two", { steps: [] }))).toBeNull();
    expect(await madeBy(change("one", { steps: [assign, { ...other, serverId: "smtp1" }] }))).toBe("one");
  });

  it("is kept when its message went out, for good only then, and what is over stays over", async () => {
    const { ports, lasting } = thunderbird();
    const kept = async (): Promise<unknown> =>
      (await readJournal(lasting)).map(({ state, untilSent }) => [state, untilSent]);
    await keep(ports, "nobody");
    expect(await kept()).toEqual([]);
    await record(ports, change("one", { state: "made" }));
    await keep(ports, "one", true);
    expect(await kept()).toEqual([["kept", true]]);
    await keep(ports, "one", true);
    expect(await kept()).toEqual([["kept", true]]);
    await keep(ports, "one");
    expect(await kept()).toEqual([["kept", false]]);
    await keep(ports, "one", true);
    expect(await kept()).toEqual([["kept", false]]);
    await record(ports, change("one", { state: "undone" }));
    await keep(ports, "one");
    expect(await kept()).toEqual([["undone", undefined]]);
  });
});
