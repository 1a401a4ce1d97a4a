// Taking a change back: in the right order, never half, and never a password before all the rest.

import { describe, expect, it } from "vitest";
import { applyPlan } from "../../../src/app/change/apply-plan.js";
import { findChange, keep, readJournal } from "../../../src/app/change/journal.js";
import { recover } from "../../../src/app/change/recover.js";
import { createdBy } from "../../../src/app/change/standing.js";
import { takeBack, type TakenBack } from "../../../src/app/change/take-back.js";
import { gather } from "../../../src/app/find/gather.js";
import type { RecordedChange, Step } from "../../../src/engine/fixes/step.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import type { FakeProfile, FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { alicesPassword, failedSend, profile, sharing, thunderbird } from "../profile.js";

interface Changed {
  readonly fake: FakeThunderbird;
  readonly before: unknown;
  readonly change: RecordedChange;
  /** Takes it back as it is on record now. */
  readonly back: (manner?: "whole" | "ours") => Promise<TakenBack>;
}

async function changed(of: FakeProfile = profile): Promise<Changed> {
  const fake = thunderbird(of);
  const before = fake.snapshot();
  const evidence = await gather(fake.ports, "id1", failedSend());
  const plan = evidence && diagnose(evidence).plan;
  if (evidence === null || plan === null) throw new Error("The sample has no plan.");
  await applyPlan(fake.ports, plan, evidence);
  const onRecord = async (): Promise<RecordedChange> => {
    const change = (await readJournal(fake.lasting)).at(-1);
    if (change === undefined) throw new Error("Nothing is on record.");
    return change;
  };
  const back = async (manner: "whole" | "ours" = "whole"): Promise<TakenBack> =>
    takeBack(fake.ports, await onRecord(), manner);
  return { fake, before, change: await onRecord(), back };
}

const stateOf = async ({ fake, change }: Changed): Promise<unknown> =>
  (await findChange(fake.lasting, change.changeId))?.state;

describe("where Thunderbird refuses a step for now", () => {
  it("an identity stays with the entry we made, the entry stays, and so does its password", async () => {
    const it = await changed(sharing);
    const made = it.fake.servers.entries.at(-1)?.id ?? "";
    const works = it.fake.snapshot();
    it.fake.servers.busy.add(made);
    expect(await it.back()).toEqual({ kind: "refused", because: "busy" });
    expect(it.fake.snapshot()).toEqual(works);
    expect(it.fake.servers.password({ kind: "outgoing", serverId: made })).toBe(alicesPassword);
    expect(await stateOf(it)).toBe("made");
    it.fake.servers.busy.clear();
    expect(await it.back()).toEqual({ kind: "undone" });
    expect(it.fake.snapshot()).toEqual(it.before);
  });

  it.each(["busy", "locked", "primary-password"] as const)(
    "nothing after it is touched, the password least of all: %s",
    async (because) => {
      const it = await changed();
      const saved = it.fake.logIns.list;
      it.fake.interruptions.refuseWrite(1, because);
      expect(await it.back()).toEqual({ kind: "refused", because });
      expect(it.fake.logIns.list).toEqual(saved);
      expect(await stateOf(it)).toBe("made");
    },
  );

  it("the last step, what is back already stays back, and the rest goes later", async () => {
    const it = await changed(sharing);
    it.fake.interruptions.refuseWrite(3, "busy");
    expect(await it.back()).toEqual({ kind: "refused", because: "busy" });
    expect(it.fake.servers.identities).toEqual(sharing.identities);
    expect(it.fake.servers.entries).toHaveLength(3);
    expect(await it.back()).toEqual({ kind: "undone" });
    expect(it.fake.snapshot()).toEqual(it.before);
  });

  it("the password alone, the settings are back, and the change is not called undone", async () => {
    const it = await changed();
    it.fake.logIns.locked = true;
    expect(await it.back()).toEqual({ kind: "refused", because: "primary-password" });
    expect(it.fake.servers.entries).toEqual(profile.entries);
    expect(await stateOf(it)).toBe("made");
  });
});

it.each(["gone", "not-smtp", "invalid"] as const)(
  "what can never be taken back keeps nothing else from it: %s",
  async (because) => {
    const it = await changed();
    it.fake.interruptions.refuseWrite(1, because);
    expect(await it.back()).toEqual({ kind: "undone" });
    expect(it.fake.logIns.list).toEqual(profile.logIns?.map((one): unknown => expect.objectContaining(one)));
    expect(await stateOf(it)).toBe("undone");
  },
);

describe("what somebody has changed since", () => {
  it("is named once, however many identities it is about", async () => {
    const it = await changed(sharing);
    await it.fake.servers.assign("id1", "smtp1");
    await it.fake.servers.assign("id1b", "smtp1");
    expect(await it.back()).toEqual({ kind: "changed-since", fields: ["server"] });
    expect(await stateOf(it)).toBe("made");
  });

  it("stays, where the rest is taken back all the same, with the password it may be used with", async () => {
    const it = await changed(sharing);
    const made = it.fake.servers.entries.at(-1)?.id ?? "";
    await it.fake.servers.update(made, { port: 2525 });
    expect(await it.back("ours")).toEqual({ kind: "changed-since", fields: ["port"] });
    expect(it.fake.servers.identities).toEqual(sharing.identities);
    expect(it.fake.servers.password({ kind: "outgoing", serverId: made })).toBe(alicesPassword);
    expect(await stateOf(it)).toBe("left");
  });

  it("an entry that is gone with its settings is said to be another server", async () => {
    const it = await changed();
    it.fake.servers.entries = it.fake.servers.entries.filter(({ id }) => id !== "smtp1");
    expect(await it.back()).toEqual({ kind: "changed-since", fields: ["server"] });
  });
});

describe("on a full disk", () => {
  it("nothing is taken back that is not written down first", async () => {
    const it = await changed();
    const works = it.fake.snapshot();
    it.fake.lasting.room = 0;
    expect(await it.back()).toEqual({ kind: "refused", because: "unrecorded" });
    expect(it.fake.snapshot()).toEqual(works);
    expect(await stateOf(it)).toBe("made");
  });

  it("what is back is told as that, though the end of it is not written down: the next start does", async () => {
    const it = await changed();
    it.fake.lasting.room = 1;
    expect(await it.back()).toEqual({ kind: "undone" });
    expect(it.fake.snapshot()).toEqual(it.before);
    it.fake.lasting.room = Number.POSITIVE_INFINITY;
    it.fake.restart();
    await recover(it.fake.ports);
    expect(it.fake.snapshot()).toEqual(it.before);
    expect(await stateOf(it)).toBe("undone");
  });
});

it("what ends between the settings and the password is gone on with at the next start", async () => {
  const it = await changed();
  await keep(it.fake.ports, it.change.changeId);
  const { removePassword } = it.fake.ports.servers;
  Object.assign(it.fake.ports.servers, { removePassword: async () => Promise.reject(new Error("ended")) });
  await expect(it.back()).rejects.toThrow("ended");
  expect(await stateOf(it)).toBe("pending");
  Object.assign(it.fake.ports.servers, { removePassword });
  await recover(it.fake.ports);
  expect(it.fake.snapshot()).toEqual(it.before);
  expect(it.fake.logIns.list).toEqual(profile.logIns?.map((one): unknown => expect.objectContaining(one)));
  expect(await stateOf(it)).toBe("undone");
});

it("tells of a password that was left the first time, not when it is undone once more", async () => {
  const it = await changed();
  it.fake.logIns.edit("smtp://mail.example.test", "alice@example.test", "a newer one");
  expect(await it.back()).toEqual({ kind: "undone", password: "changed-since" });
  expect(await it.back()).toEqual({ kind: "undone" });
});

it("a password that was there already is none of ours to take away, nor missed", async () => {
  const saved = {
    origin: "smtp://mail.example.test",
    userName: "alice@example.test",
    password: alicesPassword,
  };
  const it = await changed({ ...profile, logIns: [...(profile.logIns ?? []), saved] });
  expect(it.change.steps.at(-1)).not.toHaveProperty("saved");
  expect(await it.back()).toEqual({ kind: "undone" });
  expect(it.fake.snapshot()).toEqual(it.before);
});

it.each([
  ["one in place", profile],
  ["an entry of its own", sharing],
])("Thunderbird is asked to take away no password but the one that was saved with it: %s", async (_, of) => {
  const it = await changed(of);
  const saved = it.change.steps.flatMap((step) =>
    step.kind === "save-password" ? [[step.credentialId, step.serverId]] : [],
  );
  expect(saved).toHaveLength(1);
  const { removePassword } = it.fake.servers;
  const asked: unknown[] = [];
  it.fake.servers.removePassword = async (...named) => {
    asked.push(named);
    return removePassword.apply(it.fake.servers, named);
  };
  expect(await it.back()).toEqual({ kind: "undone" });
  expect(asked).toEqual(saved);
});

it("the old default that was named in so many words is named so again", async () => {
  const named = sharing.identities.map((one) => (one.identityId === "id1" ? { ...one, chosen: "" } : one));
  const it = await changed({ ...sharing, identities: named });
  expect(it.change.steps).toContainEqual(
    expect.objectContaining({ kind: "assign", identityId: "id1", from: "", fromMissing: false }),
  );
  expect(await it.back()).toEqual({ kind: "undone" });
  expect(it.fake.servers.identities).toEqual(named);
});

it("an entry that has become the default one since, and that another account falls back to, stays", async () => {
  const it = await changed(sharing);
  const { servers } = it.fake;
  servers.defaultId = servers.entries.at(-1)?.id ?? "";
  servers.identities = [
    ...servers.identities,
    { identityId: "id3", accountId: "account2", address: "new@other.test", chosen: null },
  ];
  const now = it.fake.snapshot();
  expect(await it.back()).toEqual({ kind: "changed-since", fields: ["users"] });
  expect(it.fake.snapshot()).toEqual(now);
});

it("a name that led nowhere is given back as it was", async () => {
  const identities = profile.identities.map((one) =>
    one.identityId === "id1" ? { ...one, chosen: "smtp9" } : one,
  );
  const it = await changed({ ...profile, identities });
  expect(it.change.steps).toContainEqual(
    expect.objectContaining({ kind: "assign", from: "smtp9", fromMissing: true }),
  );
  expect(await it.back()).toEqual({ kind: "undone" });
  expect(it.fake.servers.identities).toEqual(identities);
});

describe("an entry whose name a crash kept from being written down", () => {
  const created = ({ steps }: RecordedChange): Extract<Step, { kind: "create" }> => {
    const step = steps.find((one) => one.kind === "create");
    if (step === undefined) throw new Error("No entry was made.");
    return { ...step, serverId: null };
  };

  it("is found where nobody uses it and it is exactly as it was to be", async () => {
    const { fake, change } = await changed(sharing);
    const made = fake.servers.entries.at(-1)?.id ?? "";
    fake.servers.identities = sharing.identities;
    expect((await createdBy(fake.ports.servers, created(change)))?.id).toBe(made);
  });

  it("is found beside one that sends in another way, and was added since as well", async () => {
    const { fake, change } = await changed(sharing);
    const made = fake.servers.entries.at(-1);
    if (made === undefined) throw new Error("No entry was made.");
    fake.servers.identities = sharing.identities;
    const exchange = { ...made, id: "ews1", type: "ews" } as const;
    fake.servers.entries = [exchange, ...fake.servers.entries];
    expect((await createdBy(fake.ports.servers, created(change)))?.id).toBe(made.id);
  });

  it.each<[string, (fake: FakeThunderbird, made: string) => Promise<unknown>]>([
    ["is used by somebody", async (fake, made) => fake.servers.assign("id2", made)],
    ["has another port", async (fake, made) => fake.servers.update(made, { port: 2525 })],
    [
      "has a name of its own",
      async ({ servers }) => {
        servers.entries = servers.entries.map((one, at) =>
          at === servers.entries.length - 1 ? { ...one, description: "Mine" } : one,
        );
        return Promise.resolve();
      },
    ],
    [
      "is gone",
      async ({ servers }) => {
        servers.entries = servers.entries.slice(0, -1);
        return Promise.resolve();
      },
    ],
  ])("is not taken for it where it %s", async (_, since) => {
    const { fake, change } = await changed(sharing);
    const made = fake.servers.entries.at(-1)?.id ?? "";
    fake.servers.identities = sharing.identities;
    await since(fake, made);
    expect(await createdBy(fake.ports.servers, created(change))).toBeNull();
  });
});

it("what was refused and cannot be taken back at once is not whole: the next start takes it back", async () => {
  const fake = thunderbird(sharing);
  const before = fake.snapshot();
  const evidence = await gather(fake.ports, "id1", failedSend());
  const plan = evidence && diagnose(evidence).plan;
  if (evidence === null || plan === null) throw new Error("The sample has no plan.");
  await fake.ports.session.write("awake", true);
  fake.servers.busy.add("smtp2");
  const { remove } = fake.servers;
  fake.servers.remove = async () => Promise.resolve({ kind: "refused", because: "busy" });
  expect(await applyPlan(fake.ports, plan, evidence)).toEqual({ kind: "refused", because: "busy" });
  expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["pending"]);
  fake.servers.remove = remove;
  fake.servers.busy.clear();
  await recover(fake.ports);
  expect(fake.snapshot()).toEqual(before);
});
