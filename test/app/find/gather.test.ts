// What is collected of Thunderbird's own settings, what publication adds, and what is remembered of it.

import { beforeEach, describe, expect, it } from "vitest";
import { gather, gatherAll } from "../../../src/app/find/gather.js";
import { writeOptions } from "../../../src/app/find/options.js";
import {
  memoryMilliseconds,
  recallLookUps,
  rememberLookUps,
} from "../../../src/app/find/remembered-look-ups.js";
import { accountIn } from "../../../src/engine/model/discovery-account.js";
import { withPublished, withPublishedPages } from "../../../src/app/find/with-published.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { LookUp, LookUpSource } from "../../../src/ports.js";
import { evidence, sending } from "../../engine/rules/sample.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, profile, relayDenied, sharing, thunderbird } from "../profile.js";

describe("of an identity", () => {
  it("the account's first is not a further one, any other is", async () => {
    const { ports } = thunderbird(sharing);
    const further = async (id: string): Promise<unknown> => (await gather(ports, id, null))?.sender.isFurther;
    expect([await further("id1"), await further("id1b"), await further("id2")]).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });

  it("the address sent from is the message's, else its own", async () => {
    const { ports } = thunderbird();
    const failed = { ...failedSend(), from: "info@example.test" };
    expect((await gather(ports, "id1", failed))?.sender).toMatchObject({
      identityId: "id1",
      accountId: "account1",
      accountName: "Alice",
      address: "alice@example.test",
      from: "info@example.test",
    });
    expect((await gather(ports, "id1", null))?.sender.from).toBe("alice@example.test");
  });

  it("those who share its entry are named, none else, nor itself", async () => {
    const shared = await gather(thunderbird(sharing).ports, "id1", failedSend());
    expect(shared?.fellows).toEqual([
      {
        identityId: "id1b",
        accountId: "account1",
        accountName: "Alice",
        address: "info@example.test",
      },
      { identityId: "id2", accountId: "account2", accountName: "Bob", address: "bob@other.test" },
    ]);
    expect(shared).toMatchObject({ refusal: relayDenied, probe: null, candidates: [] });
    const alone = await gather(thunderbird({ ...profile, entries: [] }).ports, "id1", null);
    expect(alone).toMatchObject({ fellows: [], refusal: null });
    expect(Object.keys(alone ?? {})).not.toContain("reported");
  });

  it("one that an old profile lists under two accounts does not share with itself", async () => {
    const { ports } = thunderbird();
    const [own, ...others] = await ports.accounts.identities();
    if (own === undefined) throw new Error("no identity in the profile");
    const twice = {
      ...ports,
      accounts: {
        ...ports.accounts,
        identities: () => Promise.resolve([own, { ...own, accountId: "account2" }, ...others]),
      },
    };
    expect((await gather(twice, own.identityId, null))?.fellows).toEqual([]);
  });

  it("nothing where it is gone; of all there are, each", async () => {
    const { ports } = thunderbird(sharing);
    expect(await gather(ports, "id9", null)).toBeNull();
    expect((await gatherAll(ports)).map(({ sender }) => sender.identityId)).toEqual(["id1", "id1b", "id2"]);
  });
});

const page = { url: "https://mail.example.test/help", texts: [] } as never;
const server = (number: number): LookUp["servers"][number] => ({
  host: `out${String(number)}.example.test`,
  port: 587,
  security: "starttls",
  signIns: ["password"],
  userName: "%EMAILADDRESS%",
  ownNetworkOnly: false,
});
const none: LookUp = { result: "none", vouched: false, servers: [], pages: [] };

function asking(servers: readonly LookUp["servers"][number][] = []): {
  readonly fake: FakeThunderbird;
  readonly asked: LookUpSource[];
} {
  const asked: LookUpSource[] = [];
  const fake = thunderbird();
  fake.lookUp = (_, source) => {
    asked.push(source);
    return source === "isp" ? { result: "found", vouched: true, servers, pages: [page] } : none;
  };
  return { fake, asked };
}

describe("what is published", () => {
  const wrong = evidence(sending({ signIn: "none", security: "none", port: 25 }));
  let lookedUp = 0;
  const onLookedUp = (): void => {
    lookedUp += 1;
  };
  beforeEach(() => {
    lookedUp = 0;
  });

  it("joins where other settings may be the cure, looked at by nobody", async () => {
    const { fake, asked } = asking(Array.from({ length: 30 }, (_, number) => server(number)));
    const { candidates } = await withPublished(fake.ports, wrong, onLookedUp);
    expect(lookedUp).toBe(1);
    expect(candidates).toHaveLength(34);
    expect(candidates[0]).toMatchObject({ source: "isp", probe: null });
    expect(asked).toEqual(["policy", "disk", "isp", "database", "mx", "srv"]);
  });

  it("is not asked for where nothing is to be cured", async () => {
    const { fake, asked } = asking();
    const fine = evidence({ refusal: null });
    expect(await withPublished(fake.ports, fine, onLookedUp)).toBe(fine);
    expect(lookedUp).toBe(0);
    expect(asked).toEqual([]);
  });

  it("is asked of nobody outside until the user agrees", async () => {
    const { fake, asked } = asking();
    await writeOptions(fake.ports, { lookUpSettings: false });
    await withPublished(fake.ports, wrong, onLookedUp);
    expect(lookedUp).toBe(0);
    expect(asked).toEqual(["policy", "disk"]);
    await withPublishedPages(fake.ports, wrong);
    expect(asked).toEqual(["policy", "disk"]);
  });

  it("for its pages alone is asked of those that publish any", async () => {
    const { fake, asked } = asking();
    await withPublishedPages(fake.ports, wrong);
    expect(asked).toEqual(["isp", "database"]);
  });

  it("is for the account as it is: what it sends through now, if anything", () => {
    expect(accountIn(wrong)).toMatchObject({ current: { port: 25 }, sender: { identityId: "id1" } });
    const outgoing: Evidence["outgoing"] = { kind: "none" };
    expect(accountIn(evidence({ outgoing })).current).toBeNull();
  });
});

describe("what sources said", () => {
  const found: LookUp = { result: "found", vouched: true, servers: [server(1)], pages: [] };
  const kept = async (
    answers: readonly (readonly [LookUpSource, LookUp])[],
    after = 0,
  ): Promise<readonly LookUpSource[]> => {
    const fake = thunderbird();
    await rememberLookUps(fake.ports, "example.test", new Map(answers));
    fake.time += after;
    return [...(await recallLookUps(fake.ports, "example.test")).keys()];
  };

  it("is kept once anybody has found something; of a policy, and of who kept silent, never", async () => {
    const silent: LookUp = { ...none, result: "no-answer" };
    const forbidden: LookUp = { ...none, result: "disabled" };
    expect(
      await kept([
        ["policy", found],
        ["isp", found],
        ["database", none],
        ["mx", silent],
        ["srv", forbidden],
      ]),
    ).toEqual(["isp", "database"]);
    expect(await kept([["database", none]])).toEqual([]);
    expect(await kept([["policy", found]])).toEqual([]);
  });

  it("is forgotten after a quarter of an hour, or where the clock was set back", async () => {
    expect(await kept([["isp", found]], memoryMilliseconds - 1)).toEqual(["isp"]);
    expect(await kept([["isp", found]], memoryMilliseconds)).toEqual([]);
    expect(await kept([["isp", found]], -1)).toEqual([]);
  });

  it("about one domain is nothing about another", async () => {
    const { ports } = thunderbird();
    await rememberLookUps(ports, "example.test", new Map([["isp", found]]));
    expect((await recallLookUps(ports, "other.test")).size).toBe(0);
  });
});
