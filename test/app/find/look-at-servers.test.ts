// What a server is asked without signing in, which names of a certificate are looked at, and whose turn it is at a host.

import { describe, expect, it } from "vitest";
import { callsForCandidates } from "../../../src/app/find/calls-for-candidates.js";
import {
  lookAtServerInUse,
  namesInCertificate,
  reachesSameMachine,
} from "../../../src/app/find/look-at-servers.js";
import { PlacesAtHosts } from "../../../src/app/find/places-at-hosts.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import { offersSignIn, type Probe, type ProbeAnswer } from "../../../src/engine/model/probe.js";
import type { OutgoingServer } from "../../../src/engine/model/server-settings.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import type { ServerTalk } from "../../../src/ports.js";
import {
  answers,
  candidate,
  evidence,
  faulty,
  incoming,
  probed,
  replied,
  sending,
} from "../../engine/rules/sample.js";

describe("the server in use", () => {
  async function asked(all: Evidence): Promise<readonly unknown[] | null> {
    let asking: readonly unknown[] | null = null;
    const talk = {
      look: async (...question: readonly unknown[]) => {
        asking = question;
        return Promise.resolve(probed(answers));
      },
    } as unknown as ServerTalk;
    await lookAtServerInUse(talk, all, "look-1");
    return asking;
  }
  const own = { from: "alice@example.test", to: "alice@example.test" };
  const outside = { from: "alice@example.test", to: "postmaster@example.com" };
  const foreign = { host: "mail.stranger.test" };

  it("is looked at where it stands, on the port that Thunderbird would take", async () => {
    const all = evidence(sending({ host: "mail.example.test", port: 0, security: "tls" }));
    expect(await asked(all)).toEqual([
      { host: "mail.example.test", port: 465, security: "tls" },
      null,
      "look-1",
    ]);
  });

  it.each<[string, Partial<OutgoingServer>, Partial<Evidence>, unknown]>([
    ["whether it hosts the address, where its name is foreign", foreign, {}, own],
    ["nothing, where it is the account's own", {}, {}, null],
    ["nothing in a check, where it is signed in to", foreign, { refusal: null }, null],
    ["nothing after a refusal, where it is the account's own and unsigned", { signIn: "none" }, {}, null],
    ["in a check whether it takes mail from here unsigned", { signIn: "none" }, { refusal: null }, outside],
  ])("is asked %s", async (_, server, more, envelope) => {
    expect((await asked(evidence({ ...sending(server), ...more })))?.[1]).toEqual(envelope);
  });

  it("is foreign, or not, for the name that receiving works with", async () => {
    const received = { ...incoming, host: "imap.other.test", userName: "alice@stranger.test" };
    expect((await asked(evidence({ ...sending(foreign), incoming: received })))?.[1]).toBeNull();
  });

  it.each<Evidence["outgoing"]>([{ kind: "none" }, { kind: "unreadable" }])(
    "is none where there is none: $kind",
    async (outgoing) => {
      expect(await asked(evidence({ outgoing }))).toBeNull();
    },
  );
});

it("an answer is good only where a sign-in is offered", () => {
  expect(offersSignIn(probed(answers))).toBe(true);
  expect(offersSignIn(probed({ ...answers, offeredSignIn: [] }))).toBe(false);
  expect(offersSignIn(probed({ kind: "silent" }))).toBe(false);
  expect(offersSignIn(null)).toBe(false);
});

describe("the names in a certificate", () => {
  const shown = (names: readonly string[], reason: "other-name" | "expired" = "other-name"): ProbeAnswer => ({
    kind: "certificate",
    reason,
    names,
  });
  const shared = evidence(sending({ host: "mail.example.test", port: 587, security: "starttls" }));
  const named = (all: Evidence, probe: Probe | null): ReturnType<typeof namesInCertificate> =>
    namesInCertificate({ ...all, probe });
  const namesOf = (answer: ProbeAnswer, all = shared): readonly string[] =>
    named(all, probed(answer)).toAsk.map(({ settings }) => settings.host);

  it("are looked at with the settings in use, in small letters", () => {
    expect(named(shared, probed(shown(["Host7.Provider.test"]))).toAsk).toEqual([
      {
        settings: {
          host: "host7.provider.test",
          port: 587,
          security: "starttls",
          signIn: "password",
          userName: "alice@example.test",
        },
        source: "certificate",
        trust: "guess",
        ownNetworkOnly: false,
      },
    ]);
  });

  it("of the user's own domain are the user's own", () => {
    const [first] = named(shared, probed(shown(["smtp.example.test"]))).toAsk;
    expect(first?.trust).toBe("own-domain");
  });

  it("are four at the most, and hosts only", () => {
    const odd = ["*.provider.test", "localhost", "a.b", "with space.test", "evil.test/path", "-"];
    const good = ["a.one.test", "b.one.test", "c.one.test", "d.one.test", "e.one.test"];
    expect(namesOf(shown([...odd, ...good]))).toEqual(good.slice(0, 4));
    const { further } = named(shared, probed(shown([...odd, ...good])));
    expect(further.map(({ settings }) => settings.host)).toEqual(["e.one.test"]);
  });

  it("are those of the user's own domain first, among however many", () => {
    const many = ["a.one.test", "b.one.test", "c.one.test", "d.one.test", "mail.example.test"];
    expect(namesOf(shown(many))).toEqual(["mail.example.test", "a.one.test", "b.one.test", "c.one.test"]);
  });

  it("keep the order of the certificate, those of the user's own domain among themselves too", () => {
    const mixed = ["z.one.test", "smtp.example.test", "a.one.test", "mail.example.test"];
    expect(namesOf(shown(mixed))).toEqual([
      "smtp.example.test",
      "mail.example.test",
      "z.one.test",
      "a.one.test",
    ]);
  });

  it("matter only where the name is what is wrong with it", () => {
    expect(namesOf(shown(["a.one.test"], "expired"))).toEqual([]);
    expect(namesOf({ kind: "silent" })).toEqual([]);
    expect(namesOf(shown(["a.one.test"]), evidence({ outgoing: { kind: "none" } }))).toEqual([]);
    expect(named(shared, null)).toEqual({ toAsk: [], further: [] });
  });

  it("count only where they lead to the machine that showed them", () => {
    const inUse = probed(shown(["a.one.test"]), { addresses: ["192.0.2.1", "192.0.2.2"] });
    const at = (addresses: readonly string[]): boolean =>
      reachesSameMachine(
        candidate({}, { source: "certificate", probe: probed(answers, { addresses }) }),
        inUse,
      );
    expect(at(["192.0.2.9", "192.0.2.2"])).toBe(true);
    expect(at(["192.0.2.9"])).toBe(false);
    expect(at([])).toBe(false);
    expect(reachesSameMachine(candidate({}, { source: "certificate", probe: null }), inUse)).toBe(false);
    const elsewhere = probed(answers, { addresses: ["192.0.2.9"] });
    expect(reachesSameMachine(candidate({}, { source: "guide", probe: elsewhere }), inUse)).toBe(true);
    expect(reachesSameMachine(candidate({}, { source: "certificate", probe: elsewhere }), null)).toBe(false);
  });
});

describe("other servers are looked at", () => {
  const calls = (change: Partial<Evidence>): boolean => {
    const all = evidence(change);
    return callsForCandidates(all, diagnose(all));
  };
  it("where the one in use does not answer as it should", () => {
    const unreachable = { ...sending({}), refusal: faulty("unreachable") };
    expect(calls({ ...unreachable, probe: probed({ kind: "silent" }) })).toBe(true);
  });

  it("where it offers no sign-in, and nothing is known that helps", () => {
    const none = { ...answers, offeredSignIn: [] };
    expect(calls({ probe: probed(none), ...sending({ signIn: "password" }) })).toBe(true);
    expect(calls({ probe: probed(answers), ...sending({ signIn: "password" }) })).toBe(false);
  });

  it("not where nothing is wrong with the settings, or they are not ours to mend, even at a server that is away", () => {
    const away = probed({ kind: "silent" });
    const full = replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" });
    expect(calls({ refusal: full, probe: away })).toBe(false);
    const busy = probed({ kind: "turned-away", code: 421, lines: ["Too many connections"] });
    expect(calls({ refusal: null, probe: busy })).toBe(false);
    expect(calls({ outgoing: { kind: "other-type", type: "ews" }, probe: away })).toBe(false);
  });

  it("not where a sign-in at the same place is all that is missing", () => {
    expect(calls({ probe: probed(answers), ...sending({ signIn: "none" }) })).toBe(false);
    expect(calls({ probe: probed(answers), ...sending({ signIn: "none", port: 25 }) })).toBe(true);
    expect(calls({ outgoing: { kind: "none" }, probe: null })).toBe(true);
  });
});

describe("at one host", () => {
  const turns = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  function places(): {
    readonly take: (host: string) => { isThere: boolean; giveBack: () => void };
    readonly second: () => void;
  } {
    const due: (() => void)[] = [];
    const at = new PlacesAtHosts({ wait: async () => new Promise((resolve) => due.push(resolve)) });
    return {
      take: (host) => {
        const place = { isThere: false, giveBack: (): void => undefined };
        void at.take(host).then((giveBack) => Object.assign(place, { isThere: true, giveBack }));
        return place;
      },
      second: () => {
        due.splice(0).forEach((wake) => {
          wake();
        });
      },
    };
  }

  it("two are let in, and the next one in the order of coming, however the name is written", async () => {
    const { take } = places();
    const all = ["mail.test", "MAIL.test", "mail.test", "mail.test"].map(take);
    const there = async (): Promise<readonly boolean[]> => (await turns(), all.map(({ isThere }) => isThere));
    expect(await there()).toEqual([true, true, false, false]);
    all[1]?.giveBack();
    all[1]?.giveBack();
    expect(await there()).toEqual([true, true, true, false]);
    all[0]?.giveBack();
    expect(await there()).toEqual([true, true, true, true]);
    const elsewhere = take("other.test");
    const late = take("mail.test");
    await turns();
    expect([elsewhere.isThere, late.isThere]).toEqual([true, false]);
    all[2]?.giveBack();
    all[3]?.giveBack();
    late.giveBack();
    const [first, second, third] = [take("mail.test"), take("mail.test"), take("mail.test")];
    await turns();
    expect([late.isThere, first.isThere, second.isThere, third.isThere]).toEqual([true, true, false, false]);
    first.giveBack();
    await turns();
    expect([second.isThere, third.isThere]).toEqual([true, false]);
  });

  it("who says nothing for a second gives the place up", async () => {
    const { take, second } = places();
    const all = ["mail.test", "mail.test", "mail.test"].map(take);
    await turns();
    second();
    await turns();
    expect(all.map(({ isThere }) => isThere)).toEqual([true, true, true]);
  });

  it("all are let in again once everybody has gone", async () => {
    const { take } = places();
    for (let round = 0; round < 3; round += 1) {
      const all = ["mail.test", "mail.test"].map(take);
      await turns();
      expect(all.map(({ isThere }) => isThere)).toEqual([true, true]);
      all.forEach(({ giveBack }) => {
        giveBack();
      });
    }
  });
});
