import { describe, expect, it } from "vitest";
import { hasPasswordForReceiving, stateOf } from "../../../src/engine/case/state-of.js";
import { withSettings } from "../../../src/engine/fixes/plan.js";
import { withOAuth2 } from "../../../src/engine/fixes/with-oauth2.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Plan } from "../../../src/engine/model/finding.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import {
  authFailed,
  bob,
  candidate,
  evidence,
  faulty,
  incoming,
  probed,
  relayDenied,
  sender,
  sending,
} from "../rules/sample.js";

function planOf(all: Evidence): Plan {
  const { plan, noPlan } = diagnose(all);
  if (plan === null) {
    throw new Error(`No plan: ${noPlan?.key ?? "nothing is wrong"}`);
  }
  return plan;
}

const notSignedIn = sending({ signIn: "none", security: "none", port: 25 });

describe("where a plan is written", () => {
  it("changes port, security and sign-in of an unshared entry in place", () => {
    const plan = planOf(evidence(notSignedIn));
    expect(plan).toMatchObject({ kind: "in-place", serverId: "smtp1", identityIds: ["id1"], source: null });
    expect(plan.changes).toEqual([
      { field: "port", from: "25", to: "587" },
      { field: "security", from: "none", to: "starttls" },
      { field: "signIn", from: "none", to: "password" },
    ]);
  });

  it("gives the account its own entry where another account uses the same", () => {
    expect(planOf(evidence({ ...notSignedIn, fellows: [bob] }))).toMatchObject({
      kind: "new-entry",
      identityIds: ["id1"],
      untouchedAccounts: ["Bob"],
    });
  });

  it("takes the account's other identities along, and changes their common entry in place", () => {
    const own = { ...bob, accountId: "account1", accountName: "Alice" };
    expect(planOf(evidence({ ...notSignedIn, fellows: [own] }))).toMatchObject({
      kind: "in-place",
      identityIds: ["id1", "id2"],
      untouchedAccounts: [],
    });
  });

  it("names an account once, however many of its identities stay", () => {
    const fellows = [bob, { ...bob, identityId: "id3" }];
    expect(planOf(evidence({ ...notSignedIn, fellows })).untouchedAccounts).toEqual(["Bob"]);
  });

  it("makes a new entry for another user name", () => {
    const all = evidence({ ...sending({ userName: "alice" }), refusal: authFailed });
    expect(planOf(all)).toMatchObject({ kind: "new-entry", settings: { userName: "alice@example.test" } });
  });

  it("fills an empty user name in place: no saved password hangs on it", () => {
    const plan = planOf(evidence(sending({ signIn: "none", userName: "" })));
    expect(plan.kind).toBe("in-place");
    expect(plan.changes).toContainEqual({ field: "userName", from: "", to: "alice@example.test" });
  });

  it("makes a new entry when the proven alternative is on another host", () => {
    const candidates = [candidate({ port: 465, security: "tls" }), candidate({ host: "smtp.example.test" })];
    const all = evidence({ ...notSignedIn, candidates });
    const plan = planOf(all);
    expect(plan).toMatchObject({ kind: "in-place", settings: { host: "mail.example.test", port: 465 } });
    const [alternative = plan.settings] = plan.alternatives;
    const other = withSettings(plan, all, alternative);
    expect(other).toMatchObject({ kind: "new-entry", settings: { host: "smtp.example.test" } });
    expect(other.changes).toContainEqual({
      field: "host",
      from: "mail.example.test",
      to: "smtp.example.test",
    });
  });

  it("takes a host written in capitals for the same host", () => {
    const server = sending({ host: "Mail.Example.TEST", signIn: "none", security: "none", port: 25 });
    const plan = planOf(evidence({ ...server, candidates: [candidate({})] }));
    expect(plan.kind).toBe("in-place");
    expect(plan.changes.map(({ field }) => field)).not.toContain("host");
  });
});

describe("where a plan connects to", () => {
  const gone = { ...sending({ host: "smtp.gone.test" }), refusal: faulty("unreachable") };

  it("follows its own wish where nobody looked at a server", () => {
    expect(planOf(evidence(gone)).settings).toMatchObject({ host: "mail.example.test", port: 587 });
  });

  it("prefers, where the host stays, the wish, then the host's other port, then the others", () => {
    const candidates = [
      candidate({ host: "smtp.published.test" }, { source: "isp" }),
      candidate({ port: 465, security: "tls" }),
      candidate({}, { source: "incoming" }),
    ];
    const stays = sending({ host: "mail.example.test", signIn: "none", security: "none", port: 25 });
    const plan = planOf(evidence({ ...stays, candidates }));
    expect(plan).toMatchObject({ settings: { host: "mail.example.test", port: 587 }, source: "incoming" });
    expect(plan.alternatives.map(({ host, port }) => `${host} ${String(port)}`)).toEqual([
      "mail.example.test 465",
      "smtp.published.test 587",
    ]);
  });

  it("prefers what is published to its own guess where the host has to change", () => {
    const candidates = [
      candidate(
        { host: "smtp.published.test", userName: "alice" },
        { source: "isp", trust: "published-by-domain" },
      ),
      candidate({}, { source: "incoming" }),
    ];
    const plan = planOf(evidence({ ...gone, candidates }));
    expect(plan).toMatchObject({
      settings: { host: "smtp.published.test", userName: "alice" },
      source: "isp",
    });
    expect(plan.alternatives.map(({ host }) => host)).toEqual(["mail.example.test"]);
  });

  it("leaves out who is silent, who offers no fitting sign-in, and who does not encrypt", () => {
    const silent = candidate({ host: "silent.example.test" }, { probe: probed({ kind: "silent" }) });
    const offering = (offeredSignIn: readonly string[]): ReturnType<typeof probed> =>
      probed({ kind: "answers", offeredSignIn, toStranger: null });
    const ticketsOnly = candidate({ host: "tickets.example.test" }, { probe: offering(["GSSAPI"]) });
    const inTheClear = candidate({ host: "clear.example.test", security: "none" });
    const all = evidence({ ...gone, candidates: [silent, ticketsOnly, inTheClear] });
    expect(diagnose(all)).toMatchObject({ plan: null, noPlan: { key: "no_plan_nothing_answers" } });
  });

  it("offers three alternatives at the most", () => {
    const hosts = ["a", "b", "c", "d", "e", "f"].map((name) => candidate({ host: `${name}.example.test` }));
    expect(planOf(evidence({ ...gone, candidates: hosts })).alternatives).toHaveLength(3);
  });

  it("asks about a host that nobody vouches for, and names it", () => {
    const guess = candidate({ host: "smtp.stranger.test" }, { trust: "guess" });
    const unknown = { ...gone, probe: probed({ kind: "unknown-host" }) };
    expect(planOf(evidence({ ...unknown, candidates: [guess] })).asksAbout).toEqual({
      host: "smtp.stranger.test",
      passwordOf: "alice@example.test",
    });
    const published = { ...guess, trust: "published-by-ispdb" } as const;
    expect(planOf(evidence({ ...unknown, candidates: [published] })).asksAbout).toBeNull();
  });

  it.each(["refused", "silent", "broken"] as const)(
    "puts nobody else's server in the place of one that does not answer now (%s)",
    (kind) => {
      const guess = candidate({ host: "smtp.stranger.test" }, { trust: "guess" });
      const away = { ...gone, probe: probed({ kind }) };
      expect(diagnose(evidence({ ...away, candidates: [guess] }))).toMatchObject({
        plan: null,
        noPlan: { key: "no_plan_away", values: ["smtp.gone.test"] },
      });
      const own = candidate({ host: "smtp.example.test" }, { trust: "own-domain" });
      const plan = planOf(evidence({ ...away, candidates: [guess, own] }));
      expect(plan).toMatchObject({ settings: { host: "smtp.example.test" }, alternatives: [] });
    },
  );

  it("tries one server once, however many sources name it", () => {
    const candidates = [
      candidate({}, { source: "isp" }),
      candidate({}, { source: "incoming" }),
      candidate({ port: 465, security: "tls" }, { source: "incoming" }),
      candidate({ port: 0 }, { source: "guide" }),
      candidate({ host: "MAIL.example.test" }, { source: "guide" }),
    ];
    const stays = sending({ signIn: "none", security: "none", port: 25 });
    const { settings, alternatives } = planOf(evidence({ ...stays, candidates }));
    expect([settings, ...alternatives].map(({ port }) => port)).toEqual([587, 465]);
  });
});

describe("when there is no plan", () => {
  it.each(["host", "port", "security", "signIn", "userName"] as const)(
    "says that a policy locks the %s",
    (field) => {
      const all = evidence(sending({ signIn: "none", locked: [field] }));
      expect(diagnose(all)).toMatchObject({
        conclusion: { kind: "settings-wrong" },
        plan: null,
        noPlan: { key: "no_plan_locked" },
      });
    },
  );

  it("sends the user to the provider where no setting cures what was found", () => {
    const all = evidence({ ...sending({ signIn: "oauth2" }), refusal: authFailed });
    expect(diagnose(all)).toMatchObject({ plan: null, noPlan: { key: "no_plan_ask_provider" } });
  });

  it("sends the user to the provider, not to the password, where the settings already are as they should be", () => {
    const all = evidence({ refusal: { ...relayDenied, offeredSignIn: [] } });
    expect(diagnose(all)).toMatchObject({
      conclusion: { kind: "settings-wrong" },
      plan: null,
      noPlan: { key: "no_plan_ask_provider" },
    });
  });

  it("mends nothing merely possible while something likelier was found", () => {
    const all = evidence({
      ...sending({ host: "smtp.isp.test", signIn: "none", savedPassword: "yes" }),
      incoming: { ...incoming },
      refusal: relayDenied,
    });
    const { findings, plan } = diagnose(all);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "foreign-server", certainty: "possible" }),
    );
    expect(plan).toMatchObject({ kind: "in-place", settings: { host: "smtp.isp.test", signIn: "password" } });
  });
});

it("keeps the user name of receiving for an identity with an address of its own", () => {
  const all = evidence({
    ...sending({ signIn: "none", userName: "" }),
    sender: { ...sender, address: "sales@example.test", from: "sales@example.test" },
  });
  expect(planOf(all).settings.userName).toBe("alice@example.test");
});

it("signs in with the address where no user name is known at all", () => {
  const all = evidence({ ...sending({ signIn: "none", userName: "" }), incoming: null });
  expect(planOf(all).settings.userName).toBe(sender.address);
});

describe("a first sign-in", () => {
  it("never starts without TLS, whatever port is set", () => {
    const all = evidence(sending({ signIn: "none", security: "none", port: 587 }));
    expect(planOf(all).settings).toMatchObject({ port: 587, security: "starttls", signIn: "password" });
  });

  it("leaves port 25, also before anything was refused there", () => {
    const all = evidence({ ...sending({ signIn: "unset", port: 25 }), refusal: null });
    expect(planOf(all).settings).toMatchObject({ port: 587, security: "starttls", signIn: "password" });
  });

  it("shows the user name where nobody could tell which one is set", () => {
    const all = evidence(sending({ signIn: "none", userName: "", notTold: ["userName"] }));
    expect(planOf(all).changes).toEqual([
      { field: "signIn", from: "none", to: "password" },
      { field: "userName", from: null, to: "alice@example.test" },
    ]);
  });

  it("takes the full address for a short name, which one that is signed in with keeps", () => {
    const short = { userName: "alice", security: "none", port: 25 } as const;
    expect(planOf(evidence(sending({ ...short, signIn: "none" }))).settings.userName).toBe(
      "alice@example.test",
    );
    expect(planOf(evidence(sending(short))).settings.userName).toBe("alice");
  });
});

describe("a password that was refused", () => {
  const refused = (samePasswordAs: readonly string[]): Evidence =>
    evidence({
      ...sending({}),
      incoming: { ...incoming, samePasswordAs: [...samePasswordAs] },
      refusal: authFailed,
    });

  it("gives way to the one for receiving, where that is another", () => {
    expect(planOf(refused([])).changes).toEqual([{ field: "password", from: "outgoing", to: "incoming" }]);
    expect(planOf(refused(["smtp9"])).changes).toHaveLength(1);
  });

  it("is asked for no more where the provider's own page takes its place", () => {
    const all = refused([]);
    expect(withOAuth2(planOf(all), all).changes).toEqual([
      { field: "signIn", from: "password", to: "oauth2" },
    ]);
  });

  it.each([
    [{}, true],
    [{ savedPassword: "no" }, false],
    [{ savedPassword: "locked" }, false],
    [{ signIn: "encrypted-password" }, true],
    [{ signIn: "oauth2" }, false],
    [{ signIn: "kerberos" }, false],
  ] as const)(
    "may be replaced by the one for receiving where that is a password and saved: %j",
    (how, may) => {
      const all = evidence({ ...sending({}), incoming: { ...incoming, ...how }, refusal: authFailed });
      expect(hasPasswordForReceiving(all)).toBe(may);
      expect(hasPasswordForReceiving({ ...all, incoming: null })).toBe(false);
    },
  );

  it("never to its equal: the user is asked for another", () => {
    const all = refused(["smtp1"]);
    const diagnosis = diagnose(all);
    expect(diagnosis.plan?.changes).toEqual([{ field: "password", from: "outgoing", to: "typed" }]);
    expect(stateOf(diagnosis, all)).toBe("need-input");
    expect(hasPasswordForReceiving(all)).toBe(false);
  });
});
