// Settings all old or all new: undone, refused at any write, or cut off after any write.

import { describe, expect, it } from "vitest";
import { applyPlan } from "../../src/app/apply-plan.js";
import { gather } from "../../src/app/gather.js";
import { findChange, readJournal } from "../../src/app/journal.js";
import { recover } from "../../src/app/recover.js";
import { takeBack } from "../../src/app/take-back.js";
import type { Evidence } from "../../src/engine/model/evidence.js";
import type { Plan } from "../../src/engine/model/finding.js";
import { diagnose } from "../../src/engine/rules/diagnose.js";
import { Crashed } from "../fakes/interruptions.js";
import type { FakeProfile, FakeThunderbird } from "../fakes/fake-thunderbird.js";
import { alicesPassword, failedSend, profile, sharing, thunderbird } from "./profile.js";

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
    throw new Error(`Refused: ${outcome.because}`);
  }
  return outcome.changeId;
}

async function takenBack(fake: FakeThunderbird, changeId: string): Promise<string> {
  const change = await findChange(fake.lasting, changeId);
  return change === null ? "no such change" : takeBack(fake.ports, change);
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

  it("is all old or all new after Thunderbird died at any write, and loses no password", async () => {
    const whole = thunderbird(start);
    const old = whole.servers.identities;
    whole.interruptions.crashAfterWrite(Number.MAX_SAFE_INTEGER);
    await applied(whole);
    const { writes } = whole.interruptions;
    expect(writes).toBeGreaterThan(3);
    const settingsOf = async (fake: FakeThunderbird): Promise<unknown> => [
      fake.servers.identities,
      await sendsThrough(fake, "id1"),
    ];
    const ends = [await settingsOf(thunderbird(start)), await settingsOf(whole)];
    for (let count = 0; count <= writes; count += 1) {
      const fake = thunderbird(start);
      const saved = fake.logIns.list;
      const { evidence, plan } = await planned(fake);
      fake.interruptions.crashAfterWrite(count);
      await expect(applyPlan(fake.ports, plan, evidence)).rejects.toThrow(Crashed);
      fake.restart();
      await recover(fake.ports);
      expect(ends).toContainEqual(await settingsOf(fake));
      expect(fake.logIns.list).toEqual(expect.arrayContaining([...saved]));
      // An entry that was made and then forgotten is used by nobody.
      if (fake.servers.identities.every((identity, index) => identity.chosen === old[index]?.chosen)) {
        const made = fake.servers.entries.filter(({ id }) => id.startsWith("smtp-new"));
        const users = await Promise.all(made.map(({ id }) => fake.servers.get(id)));
        expect(users.flatMap((server) => server?.identityIds)).toEqual([]);
      }
      expect((await readJournal(fake.lasting)).every(({ state }) => state !== "pending")).toBe(true);
    }
  });
});

describe.each(kinds.filter(([kind]) => !kind.includes("removed")))("a change %s, taken back,", (_, start) => {
  it("is undone bit for bit", async () => {
    const fake = thunderbird(start);
    const before = fake.snapshot();
    const changeId = await applied(fake);
    expect(fake.snapshot()).not.toEqual(before);
    expect(await takenBack(fake, changeId)).toBe("undone");
    expect(fake.snapshot()).toEqual(before);
  });

  it("has nothing left to do the second time", async () => {
    const fake = thunderbird(start);
    const before = fake.snapshot();
    const changeId = await applied(fake);
    await takenBack(fake, changeId);
    expect(await takenBack(fake, changeId)).toBe("undone");
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
    expect(await takenBack(fake, changeId)).toBe("changed-since");
    expect(await sendsThrough(fake, "id1")).toMatchObject({ port: 2525, signIn: "password" });
    expect(fake.servers.password({ kind: "outgoing", serverId: "smtp1" })).toBe(alicesPassword);
  });

  it("the entry of an identity", async () => {
    const fake = thunderbird(sharing);
    const changeId = await applied(fake);
    await fake.servers.assign("id1", "smtp1");
    expect(await takenBack(fake, changeId)).toBe("changed-since");
    expect(fake.servers.identities.find(({ identityId }) => identityId === "id1")?.chosen).toBe("smtp1");
  });

  it("the entry we made, once another identity uses it", async () => {
    const fake = thunderbird(sharing);
    const changeId = await applied(fake);
    const made = fake.servers.entries.at(-1)?.id ?? "";
    await fake.servers.assign("id2", made);
    expect(await takenBack(fake, changeId)).toBe("changed-since");
    expect(fake.servers.password({ kind: "outgoing", serverId: made })).toBe(alicesPassword);
  });

  it("and brings back what was there at the click, not at the refusal", async () => {
    for (const [start, change] of [
      [profile, (fake: FakeThunderbird) => fake.servers.update("smtp1", { port: 2525 })],
      [sharing, (fake: FakeThunderbird) => fake.servers.assign("id1", "smtp1")],
    ] as const) {
      const fake = thunderbird(start);
      const { evidence, plan } = await planned(fake);
      await change(fake);
      const atTheClick = fake.snapshot();
      const outcome = await applyPlan(fake.ports, plan, evidence);
      expect(await takenBack(fake, outcome.kind === "made" ? outcome.changeId : "")).toBe("undone");
      expect(fake.snapshot()).toEqual(atTheClick);
    }
  });

  it("and a removed entry cannot be given back: the one that works stays, and nobody claims otherwise", async () => {
    const fake = thunderbird(dangling);
    const changeId = await applied(fake);
    const works = fake.snapshot();
    expect(await takenBack(fake, changeId)).toBe("changed-since");
    expect(fake.snapshot()).toEqual(works);
  });
});

it.each([{ host: "mail.other.test" }, { userName: "bob@other.test" }])(
  "writes nothing onto an entry that is no longer the one that was judged: %o",
  async (change) => {
    const fake = thunderbird();
    const { evidence, plan } = await planned(fake);
    await fake.servers.update("smtp1", change);
    const before = fake.snapshot();
    expect((await applyPlan(fake.ports, plan, evidence)).kind).toBe("refused");
    expect(fake.snapshot()).toEqual(before);
  },
);

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
    expect(await takenBack(fake, changeId)).toBe("changed-since");
    expect((await findChange(fake.lasting, changeId))?.state).toBe("made");
    fake.servers.busy.clear();
    fake.logIns.locked = false;
    expect(await takenBack(fake, changeId)).toBe("undone");
    expect(fake.snapshot()).toEqual(before);
  },
);

describe("passwords", () => {
  it("saves the one that was proven, and undo brings the replaced one back", async () => {
    const fake = thunderbird();
    fake.logIns.add("smtp://mail.example.test", "alice@example.test", "an old one");
    fake.servers.proven.set("proof", "the right one");
    const before = fake.snapshot();
    const changeId = await applied(fake, "proof");
    expect(fake.servers.password({ kind: "outgoing", serverId: "smtp1" })).toBe("the right one");
    expect(await takenBack(fake, changeId)).toBe("undone");
    expect(fake.snapshot()).toEqual(before);
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

  it("copies none to a server that nobody vouches for", async () => {
    const fake = thunderbird();
    const { evidence, plan } = await planned(fake);
    const settings = { ...plan.settings, host: "smtp.stranger.test" };
    await applyPlan(fake.ports, { ...plan, kind: "new-entry", settings }, evidence);
    expect(fake.logIns.list).toHaveLength(3);
  });
});
