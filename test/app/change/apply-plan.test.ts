// Settings all old or all new: undone, refused at any write, or cut off after any write.

import { describe, expect, it } from "vitest";
import { applyPlan } from "../../../src/app/change/apply-plan.js";
import { gather } from "../../../src/app/find/gather.js";
import { findChange, readJournal } from "../../../src/app/change/journal.js";
import { recover } from "../../../src/app/change/recover.js";
import { takeBack, type TakenBack } from "../../../src/app/change/take-back.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Plan } from "../../../src/engine/model/finding.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { Crashed } from "../../fakes/interruptions.js";
import type { FakeProfile, FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { alicesPassword, failedSend, profile, sharing, thunderbird } from "../profile.js";

async function planned(fake: FakeThunderbird): Promise<{ evidence: Evidence; plan: Plan }> {
  const evidence = await gather(fake.ports, "id1", failedSend());
  const plan = evidence === null ? null : diagnose(evidence).plan;
  if (evidence === null || plan === null) {
    throw new Error("The sample has no plan.");
  }
  return { evidence, plan };
}

async function applied(fake: FakeThunderbird, proofId: string | null = null): Promise<string> {
  const { evidence, plan } = await planned(fake);
  const outcome = await applyPlan(fake.ports, plan, evidence, proofId);
  if (outcome.kind !== "made") {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.changeId;
}

async function takenBack(fake: FakeThunderbird, changeId: string): Promise<TakenBack | null> {
  const change = await findChange(fake.lasting, changeId);
  return change && takeBack(fake.ports, change, "whole");
}

const undone: TakenBack = { kind: "undone" };
function since(...fields: Extract<TakenBack, { kind: "changed-since" }>["fields"]): TakenBack {
  return { kind: "changed-since", fields };
}

/** What the identity sends through now, in short. */
async function sendsThrough(fake: FakeThunderbird, identityId: string): Promise<unknown> {
  const found = await fake.servers.ofIdentity(identityId);
  if (found.kind !== "smtp") {
    return found.kind;
  }
  const { host, port, security, signIn, userName } = found.server;
  return { host, port, security, signIn, userName };
}

const dangling: FakeProfile = {
  ...profile,
  identities: profile.identities.map((one) => (one.identityId === "id1" ? { ...one, chosen: "smtp9" } : one)),
};
const kinds: readonly (readonly [string, FakeProfile])[] = [
  ["in place", profile],
  ["by an entry of its own", sharing],
  ["in place of a removed entry", dangling],
];

it("a password that takes the other's place is all that is written, and the entry's values are left alone", async () => {
  const [first, ...others] = profile.entries;
  if (first === undefined) throw new Error("The sample has no entry.");
  const inOrder = { ...first, port: 587, security: "starttls", signIn: "password" } as const;
  const fake = thunderbird({ ...profile, entries: [inOrder, ...others] });
  const { plan } = await planned(thunderbird());
  const evidence = await gather(fake.ports, "id1", null);
  if (evidence === null) throw new Error("The sample has no evidence.");
  const password: Plan = {
    ...plan,
    settings: { ...plan.settings, port: 587, security: "starttls", signIn: "password" },
    changes: [{ field: "password", from: "outgoing", to: "incoming" }],
  };
  expect(await applyPlan(fake.ports, password, evidence)).toMatchObject({ kind: "made" });
  expect((await readJournal(fake.lasting)).flatMap(({ steps }) => steps.map(({ kind }) => kind))).toEqual([
    "save-password",
  ]);
});

describe("what the user changes in the very moment before it is written over", () => {
  /** Done while that step is being written down. */
  function meanwhile(fake: FakeThunderbird, step: "update" | "assign", work: () => void): void {
    const write = fake.lasting.write.bind(fake.lasting);
    fake.lasting.write = async (key, value) => {
      if (JSON.stringify(value).includes(`"kind":"${step}"`)) {
        fake.lasting.write = write;
        work();
      }
      await write(key, value);
    };
  }

  /** What is told of it; everything else is as the user had it then. */
  async function told(fake: FakeThunderbird): Promise<unknown> {
    const { evidence, plan } = await planned(fake);
    return applyPlan(fake.ports, plan, evidence);
  }

  it("in the entry, goes back at once as it was then, and is told", async () => {
    const fake = thunderbird(profile);
    const { servers } = fake;
    let before: unknown = null;
    meanwhile(fake, "update", () => {
      servers.entries = servers.entries.map((one) => (one.id === "smtp1" ? { ...one, port: 2525 } : one));
      before = fake.snapshot();
    });
    expect(await told(fake)).toEqual(since("port"));
    expect(fake.snapshot()).toEqual(before);
  });

  it("to another entry, is what the identity goes back to at once, and is told", async () => {
    const fake = thunderbird(sharing);
    const { servers } = fake;
    const before = servers.entries;
    meanwhile(fake, "assign", () => {
      servers.identities = servers.identities.map((one) =>
        one.identityId === "id1" ? { ...one, chosen: "smtp2" } : one,
      );
    });
    expect(await told(fake)).toEqual(since("server"));
    expect(await servers.assignedTo("id1")).toBe("smtp2");
    expect(servers.entries).toEqual(before);
  });
});

describe.each(kinds)("a change %s", (_, start) => {
  it("gives the identity the plan's settings and Thunderbird a password for them", async () => {
    const fake = thunderbird(start);
    const { plan } = await planned(fake);
    await applied(fake);
    expect(await sendsThrough(fake, "id1")).toEqual(plan.settings);
    const found = await fake.servers.ofIdentity("id1");
    const serverId = found.kind === "smtp" ? found.server.id : "";
    expect(fake.servers.password({ kind: "outgoing", serverId })).toBe(alicesPassword);
  });

  it("leaves what Bob has, to the letter", async () => {
    const fake = thunderbird(start);
    const before = await fake.servers.ofIdentity("id2");
    await applied(fake);
    const after = await fake.servers.ofIdentity("id2");
    const withoutUsers = (found: unknown): string =>
      JSON.stringify(found, (key, value: unknown) => (key === "identityIds" ? undefined : value));
    expect(withoutUsers(after)).toBe(withoutUsers(before));
  });

  it.each(["locked", "busy", "gone", "invalid"] as const)(
    "leaves nothing behind when any one write is refused: %s",
    async (because) => {
      for (let at = 1; ; at += 1) {
        const fake = thunderbird(start);
        const before = fake.snapshot();
        const { evidence, plan } = await planned(fake);
        fake.interruptions.refuseWrite(at, because);
        const outcome = await applyPlan(fake.ports, plan, evidence);
        if (outcome.kind === "made") {
          expect(at).toBeGreaterThan(1);
          return;
        }
        expect(outcome).toEqual({ kind: "refused", because });
        expect(fake.snapshot()).toEqual(before);
      }
    },
  );

  it("leaves nothing behind where the disk is full from any record on, the last one too", async () => {
    for (let room = 0; ; room += 1) {
      const fake = thunderbird(start);
      const before = fake.snapshot();
      const { evidence, plan } = await planned(fake);
      fake.lasting.room = room;
      const came = await applyPlan(fake.ports, plan, evidence);
      if (came.kind === "made") {
        expect(room).toBeGreaterThan(1);
        return;
      }
      expect(came).toEqual({ kind: "refused", because: "unrecorded" });
      expect(fake.snapshot(), `room for ${String(room)} records`).toEqual(before);
    }
  });

  it("is thrown and leaves nothing behind where a record is our own mistake: no disk is called full", async () => {
    const fake = thunderbird(start);
    const before = fake.snapshot();
    const { evidence, plan } = await planned(fake);
    fake.lasting.write = () => Promise.reject(new TypeError("no such call"));
    await expect(applyPlan(fake.ports, plan, evidence)).rejects.toThrow(TypeError);
    expect(fake.snapshot()).toEqual(before);
  });

  it("is all old again after Thunderbird died at any write but the last, which makes it whole", async () => {
    const whole = thunderbird(start);
    whole.interruptions.crashAfterWrite(Number.MAX_SAFE_INTEGER);
    await applied(whole);
    const { writes } = whole.interruptions;
    expect(writes).toBeGreaterThan(3);
    for (let count = 0; count <= writes; count += 1) {
      const fake = thunderbird(start);
      const before = fake.snapshot();
      const { evidence, plan } = await planned(fake);
      fake.interruptions.crashAfterWrite(count);
      await expect(applyPlan(fake.ports, plan, evidence)).rejects.toThrow(Crashed);
      fake.restart();
      await recover(fake.ports);
      // Nothing was proven here: what is whole is not known to work, and goes back, too.
      expect(fake.snapshot(), `after write ${String(count)}`).toEqual(before);
      expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(
        count === 0 ? [] : ["undone"],
      );
    }
  });
});

describe("the first outgoing server there is", () => {
  const none: FakeProfile = {
    ...profile,
    entries: [],
    defaultId: null,
    identities: profile.identities.map((one) => ({ ...one, chosen: null })),
  };

  it("goes again with an undo, though other accounts fall back to it meanwhile", async () => {
    const fake = thunderbird(none);
    const before = fake.snapshot();
    const changeId = await applied(fake);
    expect(await sendsThrough(fake, "id2")).toEqual(await sendsThrough(fake, "id1"));
    expect(await takenBack(fake, changeId)).toEqual(undone);
    expect(fake.snapshot()).toEqual(before);
  });

  it("is gone again after Thunderbird died at any write, also before its name was written down", async () => {
    const whole = thunderbird(none);
    whole.interruptions.crashAfterWrite(Number.MAX_SAFE_INTEGER);
    await applied(whole);
    const { writes } = whole.interruptions;
    for (let count = 0; count <= writes; count += 1) {
      const fake = thunderbird(none);
      const before = fake.snapshot();
      const { evidence, plan } = await planned(fake);
      fake.interruptions.crashAfterWrite(count);
      await expect(applyPlan(fake.ports, plan, evidence)).rejects.toThrow(Crashed);
      fake.restart();
      await recover(fake.ports);
      expect(fake.snapshot(), `after write ${String(count)}`).toEqual(before);
    }
  });

  it("stays where another account has chosen it since", async () => {
    const fake = thunderbird(none);
    const changeId = await applied(fake);
    const [made] = await fake.servers.ids();
    await fake.servers.assign("id2", made ?? "");
    expect(await takenBack(fake, changeId)).toEqual(since("users"));
  });
});

describe.each(kinds)("a change %s, taken back,", (_, start) => {
  it("is undone bit for bit", async () => {
    const fake = thunderbird(start);
    const before = fake.snapshot();
    const changeId = await applied(fake);
    expect(fake.snapshot()).not.toEqual(before);
    expect(await takenBack(fake, changeId)).toEqual(undone);
    expect(fake.snapshot()).toEqual(before);
  });

  it("has nothing left to do the second time", async () => {
    const fake = thunderbird(start);
    const before = fake.snapshot();
    const changeId = await applied(fake);
    await takenBack(fake, changeId);
    expect(await takenBack(fake, changeId)).toEqual(undone);
    expect(fake.snapshot()).toEqual(before);
  });

  it("is still taken back whole when Thunderbird dies again while it recovers", async () => {
    for (let count = 0; count < 6; count += 1) {
      const fake = thunderbird(start);
      const before = fake.snapshot();
      const changeId = await applied(fake);
      const change = await findChange(fake.lasting, changeId);
      await fake.lasting.write("journal", [{ ...change, state: "pending" }]);
      fake.interruptions.crashAfterWrite(count);
      await recover(fake.ports).catch((error: unknown) => expect(error).toBeInstanceOf(Crashed));
      fake.restart();
      await recover(fake.ports);
      expect(fake.snapshot()).toEqual(before);
    }
  });
});

describe("undo leaves alone what somebody changed since", () => {
  it("a value of the entry", async () => {
    const fake = thunderbird();
    const changeId = await applied(fake);
    await fake.servers.update("smtp1", { port: 2525 });
    expect(await takenBack(fake, changeId)).toEqual(since("port"));
    expect(await sendsThrough(fake, "id1")).toMatchObject({ port: 2525, signIn: "password" });
    expect(fake.servers.password({ kind: "outgoing", serverId: "smtp1" })).toBe(alicesPassword);
  });

  it("the entry of an identity", async () => {
    const fake = thunderbird(sharing);
    const changeId = await applied(fake);
    await fake.servers.assign("id1", "smtp1");
    expect(await takenBack(fake, changeId)).toEqual(since("server"));
    expect(fake.servers.identities.find(({ identityId }) => identityId === "id1")?.chosen).toBe("smtp1");
  });

  it("the entry we made, once another identity uses it", async () => {
    const fake = thunderbird(sharing);
    const changeId = await applied(fake);
    const made = fake.servers.entries.at(-1)?.id ?? "";
    await fake.servers.assign("id2", made);
    expect(await takenBack(fake, changeId)).toEqual(since("users"));
    expect(fake.servers.password({ kind: "outgoing", serverId: made })).toBe(alicesPassword);
  });

  it("the old entry, once it is gone: the identity would send through nothing", async () => {
    const fake = thunderbird(sharing);
    const changeId = await applied(fake);
    const works = fake.snapshot();
    fake.servers.entries = fake.servers.entries.filter(({ id }) => id !== "smtp2");
    expect(await takenBack(fake, changeId)).toEqual(since("server"));
    expect(fake.servers.identities).toEqual((works as { identities: unknown }).identities);
  });
});

describe("nothing is written over what somebody changed between the verdict and the click", () => {
  const changes: readonly (readonly [string, FakeProfile, (fake: FakeThunderbird) => Promise<unknown>])[] = [
    ["host", profile, (fake) => fake.servers.update("smtp1", { host: "mail.other.test" })],
    ["userName", profile, (fake) => fake.servers.update("smtp1", { userName: "bob@other.test" })],
    ["port", profile, (fake) => fake.servers.update("smtp1", { port: 2525 })],
    ["users", profile, (fake) => fake.servers.assign("id2", "smtp1")],
    ["server", sharing, (fake) => fake.servers.assign("id1", "smtp1")],
    ["server", sharing, (fake) => fake.servers.assign("id1b", "smtp1")],
  ];
  it.each(changes)("%s", async (field, start, change) => {
    const fake = thunderbird(start);
    const { evidence, plan } = await planned(fake);
    await change(fake);
    const before = fake.snapshot();
    expect(await applyPlan(fake.ports, plan, evidence)).toEqual({ kind: "changed-since", fields: [field] });
    expect(fake.snapshot()).toEqual(before);
    expect(await readJournal(fake.lasting)).toEqual([]);
  });

  it("and where it is just what the plan wants, nothing is left to do", async () => {
    const fake = thunderbird();
    const { evidence, plan } = await planned(fake);
    await fake.servers.update("smtp1", plan.settings);
    expect(await applyPlan(fake.ports, plan, evidence)).toEqual({ kind: "already", serverId: "smtp1" });
  });
});

it.each(["busy", "primary-password"] as const)(
  "takes back later what was refused for now: %s",
  async (because) => {
    const fake = thunderbird();
    const before = fake.snapshot();
    const changeId = await applied(fake);
    if (because === "busy") {
      fake.servers.busy.add("smtp1");
    } else {
      fake.logIns.locked = true;
    }
    expect(await takenBack(fake, changeId)).toEqual({ kind: "refused", because });
    expect((await findChange(fake.lasting, changeId))?.state).toBe("made");
    fake.servers.busy.clear();
    fake.logIns.locked = false;
    expect(await takenBack(fake, changeId)).toEqual(undone);
    expect(fake.snapshot()).toEqual(before);
  },
);

describe("undo never touches a password that is newer", () => {
  const origin = "smtp://mail.example.test";
  const user = "alice@example.test";
  async function replaced(): Promise<{ fake: FakeThunderbird; changeId: string }> {
    const fake = thunderbird();
    fake.logIns.add(origin, user, "an old one");
    fake.servers.proven.set("proof", "the right one");
    return { fake, changeId: await applied(fake, "proof") };
  }
  const inUse = (fake: FakeThunderbird) => fake.logIns.find(origin, user)?.password;

  it("edited since, where it had taken the place of another", async () => {
    const { fake, changeId } = await replaced();
    fake.logIns.edit(origin, user, "a newer one");
    expect(await takenBack(fake, changeId)).toEqual({ kind: "undone", password: "changed-since" });
    expect(inUse(fake)).toBe("a newer one");
    expect(fake.logIns.list.map(({ password }) => password)).toContain("an old one");
    expect(await sendsThrough(fake, "id1")).toMatchObject({ port: 25, signIn: "none" });
  });

  it("edited since, where we had added it", async () => {
    const fake = thunderbird();
    const changeId = await applied(fake);
    fake.logIns.edit(origin, user, "a newer one");
    expect(await takenBack(fake, changeId)).toEqual({ kind: "undone", password: "changed-since" });
    expect(inUse(fake)).toBe("a newer one");
  });

  it("that another entry signs in with", async () => {
    const fake = thunderbird();
    const changeId = await applied(fake);
    const other = {
      host: "mail.example.test",
      port: 465,
      security: "tls",
      signIn: "password",
      userName: user,
    } as const;
    await fake.servers.create(other, "");
    expect(await takenBack(fake, changeId)).toEqual({ kind: "undone", password: "used-elsewhere" });
    expect(inUse(fake)).toBe(alicesPassword);
  });

  it("and says where the old one, put aside, has been removed by the user", async () => {
    const { fake, changeId } = await replaced();
    fake.logIns.list = fake.logIns.list.filter(({ realm }) => realm === origin || !realm.startsWith(origin));
    expect(await takenBack(fake, changeId)).toEqual({ kind: "undone", password: "gone" });
    expect(inUse(fake)).toBe("the right one");
  });
});

describe("passwords", () => {
  it("saves the one that was proven, and undo brings the replaced one back", async () => {
    const fake = thunderbird();
    fake.logIns.add("smtp://mail.example.test", "alice@example.test", "an old one");
    fake.servers.proven.set("proof", "the right one");
    const before = fake.snapshot();
    const changeId = await applied(fake, "proof");
    expect(fake.servers.password({ kind: "outgoing", serverId: "smtp1" })).toBe("the right one");
    expect(await takenBack(fake, changeId)).toEqual(undone);
    expect(fake.snapshot()).toEqual(before);
  });

  it("brings back the one it replaced, or keeps the proven one, wherever Thunderbird dies in between", async () => {
    const prepared = (): FakeThunderbird => {
      const fake = thunderbird();
      fake.logIns.add("smtp://mail.example.test", "alice@example.test", "an old one");
      fake.servers.proven.set("proof", "the right one");
      return fake;
    };
    const whole = prepared();
    whole.interruptions.crashAfterWrite(Number.MAX_SAFE_INTEGER);
    await applied(whole, "proof");
    const ends = [prepared().snapshot(), whole.snapshot()];
    for (let count = 0; count < whole.interruptions.writes; count += 1) {
      const fake = prepared();
      const { evidence, plan } = await planned(fake);
      fake.interruptions.crashAfterWrite(count);
      await expect(applyPlan(fake.ports, plan, evidence, "proof")).rejects.toThrow(Crashed);
      fake.restart();
      await recover(fake.ports);
      expect(ends, `after write ${String(count)}`).toContainEqual(fake.snapshot());
    }
  });

  it("writes none into the journal", async () => {
    const fake = thunderbird(sharing);
    await applied(fake);
    expect(fake.lasting.text).toContain("save-password");
    expect(fake.lasting.text).not.toContain(alicesPassword);
  });

  it("copies none where a primary password has not been typed, and changes the settings all the same", async () => {
    const fake = thunderbird();
    fake.logIns.locked = true;
    await applied(fake);
    expect(await sendsThrough(fake, "id1")).toMatchObject({ signIn: "password" });
    expect(fake.logIns.list).toHaveLength(3);
  });

  it.each([
    ["that signs nobody in over a secure connection", { security: "none" }],
    ["where Thunderbird gets a permission in its place", { signIn: "oauth2" }],
    ["where that permission has been proven", { signIn: "oauth2" }, "proof"],
  ] as const)("copies none for settings %s", async (_, odd, proofId: string | null = null) => {
    const fake = thunderbird();
    fake.servers.proven.set("proof", alicesPassword);
    const { evidence, plan } = await planned(fake);
    const settings = { ...plan.settings, ...odd };
    await applyPlan(fake.ports, { ...plan, settings }, evidence, proofId);
    expect(fake.logIns.list).toHaveLength(3);
    expect(fake.lasting.text).not.toContain("save-password");
  });

  it("copies none to a server that nobody vouches for", async () => {
    const fake = thunderbird();
    const { evidence, plan } = await planned(fake);
    const settings = { ...plan.settings, host: "smtp.stranger.test" };
    await applyPlan(fake.ports, { ...plan, kind: "new-entry", settings }, evidence);
    expect(fake.logIns.list).toHaveLength(3);
  });
});

it("two changes for one identity within one millisecond are two on record", async () => {
  const fake = thunderbird(profile);
  const first = await applied(fake);
  expect(await takenBack(fake, first)).toMatchObject({ kind: "undone" });
  const second = await applied(fake);
  const recorded = await readJournal(fake.lasting);
  expect(recorded.map(({ changeId, at, state }) => ({ changeId, at, state }))).toEqual([
    { changeId: first, at: fake.time, state: "undone" },
    { changeId: second, at: fake.time, state: "made" },
  ]);
});
