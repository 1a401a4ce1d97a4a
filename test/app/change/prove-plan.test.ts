// In which order settings and passwords are tried, and where trying stops.

import { describe, expect, it } from "vitest";
import { provePlan, type Proven } from "../../../src/app/change/prove-plan.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Plan } from "../../../src/engine/model/finding.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import type { ServerSettings } from "../../../src/engine/model/server-settings.js";
import { refusedForMilliseconds } from "../../../src/engine/smtp/refused-log-ins.js";
import type { Attempt, Proof } from "../../../src/ports.js";
import { authFailed, candidate, evidence, relayDenied, replied, sending } from "../../engine/rules/sample.js";
import { thunderbird } from "../profile.js";

const refusedOnPort25 = evidence({
  ...sending({ signIn: "none", security: "none", port: 25 }),
  candidates: [
    candidate({}),
    candidate({ port: 465, security: "tls" }),
    candidate({ host: "smtp.example.test" }),
  ],
});

async function proven(
  answers: readonly Proof[],
  password: string | null = null,
  signIn: "oauth2" | null = null,
): Promise<{ end: Proven; attempts: readonly Attempt[] }> {
  const fake = thunderbird();
  const left = [...answers];
  fake.prove = () => left.shift() ?? { kind: "too-many-log-ins" };
  const plan: Plan | null = diagnose(refusedOnPort25).plan;
  if (plan === null) {
    throw new Error("The sample has no plan.");
  }
  const by = (settings: ServerSettings): ServerSettings =>
    signIn === null ? settings : { ...settings, signIn };
  const wanted = { ...plan, settings: by(plan.settings), alternatives: plan.alternatives.map(by) };
  const toProve = {
    plan: wanted,
    evidence: refusedOnPort25,
    operationId: "fix",
    password,
    agreed: null,
    since: 0,
  };
  return { end: await provePlan(fake.ports.talk, toProve), attempts: fake.attempts };
}

const accepted: Proof = { kind: "accepted", proofId: "proof" };
const silent: Proof = { kind: "unreachable", because: "silent" };
const refused = (refusal = relayDenied): Proof => ({ kind: "refused", refusal });

it("stops at the first proof", async () => {
  const { end, attempts } = await proven([accepted]);
  expect(end).toMatchObject({ kind: "proven", plan: { kind: "in-place" }, proofId: "proof" });
  expect(attempts).toHaveLength(1);
  expect(attempts[0]).toMatchObject({ password: null, agreed: null });
});

it("goes on to the alternatives, and proves another host for an entry of its own only", async () => {
  const { end, attempts } = await proven([silent, { kind: "no-sign-in-offered" }, accepted]);
  expect(attempts.map(({ settings: { host, port } }) => `${host} ${String(port)}`)).toEqual([
    "mail.example.test 587",
    "mail.example.test 465",
    "smtp.example.test 587",
  ]);
  expect(end).toMatchObject({
    kind: "proven",
    plan: { kind: "new-entry", settings: { host: "smtp.example.test" } },
  });
});

it("tells what each one tried answered, in the order tried", async () => {
  const { end } = await proven([silent, { kind: "withheld" }, refused()]);
  expect(end).toMatchObject({
    kind: "not-proven",
    tried: [
      { port: 587, answer: { kind: "unreachable", because: "silent" } },
      { port: 465, answer: { kind: "password-withheld" } },
      { host: "smtp.example.test", answer: { kind: "refused" } },
    ],
  });
});

it("tries the same server again with the next saved password when the first was rejected", async () => {
  const { end, attempts } = await proven([refused(authFailed), accepted]);
  expect(end.kind).toBe("proven");
  expect(new Set(attempts.map(({ settings }) => settings.port)).size).toBe(1);
});

it("asks for a password once the log-ins of the click are used up", async () => {
  const { end } = await proven([refused(authFailed), refused(authFailed)]);
  expect(end).toMatchObject({ kind: "password-needed", tried: [{}, {}] });
});

it("asks for none where the log-ins are used up and no sign-in was refused", async () => {
  for (const answers of [[silent], [refused(replied("5.7.1 relay access denied"))]]) {
    expect((await proven(answers)).end).toMatchObject({ kind: "not-proven", tried: [{}] });
  }
  expect((await proven([silent, refused(authFailed)])).end).toMatchObject({ kind: "password-needed" });
});

it("proves for the recipients that failed, for a check with the own address", async () => {
  const plan = diagnose(refusedOnPort25).plan;
  if (plan === null) throw new Error("The sample has no plan.");
  for (const [refusal, recipients] of [
    [relayDenied, ["carol@elsewhere.test"]],
    [{ ...relayDenied, recipients: [] }, ["alice@example.test"]],
    [null, ["alice@example.test"]],
  ] as const) {
    const fake = thunderbird();
    fake.prove = () => accepted;
    const about = { ...refusedOnPort25, refusal };
    const click = { operationId: "fix", password: null, agreed: null, since: 0 };
    await provePlan(fake.ports.talk, { plan, evidence: about, ...click });
    expect(fake.attempts[0]?.recipients).toEqual(recipients);
  }
});

it("tries a typed password once", async () => {
  const { end, attempts } = await proven([refused(authFailed)], "typed");
  expect(end.kind).toBe("password-needed");
  expect(attempts).toHaveLength(1);
});

it("a permission that could not be judged now is not called refused, and not told again", async () => {
  const said = replied("4.7.0 Temporary authentication failure", { stage: "auth", code: 454 });
  const { end, attempts } = await proven([refused(said), accepted], null, "oauth2");
  expect(end).toMatchObject({
    kind: "not-proven",
    tried: [{ answer: { kind: "refused", matter: "sign-in-put-off" } }],
  });
  expect(attempts).toHaveLength(1);
});

it("OAuth2: a token that is refused is tried nowhere else, and no password is asked for in its place", async () => {
  const { end, attempts } = await proven([refused(authFailed), accepted], null, "oauth2");
  expect(end).toMatchObject({ kind: "not-proven", tried: [{ answer: { kind: "permission-refused" } }] });
  expect(attempts).toHaveLength(1);
});

it("OAuth2: what only Thunderbird can try, since it must ask the user, is left to it", async () => {
  expect((await proven([{ kind: "not-provable" }], null, "oauth2")).end).toEqual({ kind: "not-provable" });
});

it("OAuth2: a server that the provider's permission does not cover is passed over", async () => {
  const { end } = await proven([{ kind: "withheld" }, accepted], null, "oauth2");
  expect(end).toMatchObject({ kind: "proven", plan: { settings: { port: 465, signIn: "oauth2" } } });
});

it("does not knock again where nobody answered", async () => {
  const { attempts } = await proven([silent, silent, silent]);
  const places = attempts.map(({ settings: { host, port } }) => `${host} ${String(port)}`);
  expect(places).toEqual([...new Set(places)]);
});

it("goes on where a server takes the password and refuses to pass the message on, or breaks off there", async () => {
  const brokenOff: Proof = refused({ ...relayDenied, code: null, lines: [], fault: "interrupted" });
  const { end, attempts } = await proven([refused(), brokenOff, accepted]);
  expect(attempts).toHaveLength(3);
  expect(end).toMatchObject({ kind: "proven", plan: { settings: { host: "smtp.example.test" } } });
});

it("tries no other server against a full mailbox: that is the same everywhere", async () => {
  const { end, attempts } = await proven([
    refused(replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" })),
  ]);
  expect(end.kind).toBe("not-proven");
  expect(attempts).toHaveLength(1);
});

describe("words of lock-out", () => {
  const words = [
    "Too many bad auth attempts",
    "account temporarily locked",
    "Trop de tentatives de connexion",
  ];
  const lockedOut = (said: string): Evidence => ({
    ...refusedOnPort25,
    refusal: replied(said, { stage: "auth", code: 535 }),
  });

  async function clicked(from: Evidence, since: number): Promise<{ end: Proven; logIns: number }> {
    const fake = thunderbird();
    fake.prove = () => accepted;
    const plan = diagnose(refusedOnPort25).plan;
    if (plan === null) throw new Error("The sample has no plan.");
    const end = await provePlan(fake.ports.talk, {
      plan,
      evidence: from,
      operationId: "fix",
      password: null,
      agreed: null,
      since,
    });
    return { end, logIns: fake.attempts.length };
  }

  it.each(words)("in the refusal that started it allow no log-in at all: %s", async (said) => {
    expect(await clicked(lockedOut(said), 0)).toEqual({ end: { kind: "locked-out" }, logIns: 0 });
    const end = { kind: "locked-out" };
    expect(await clicked(lockedOut(said), refusedForMilliseconds - 1)).toEqual({ end, logIns: 0 });
  });

  it("are over after a quarter of an hour", async () => {
    expect(await clicked(lockedOut("Too many bad auth attempts"), refusedForMilliseconds)).toMatchObject({
      end: { kind: "proven" },
      logIns: 1,
    });
  });

  it("of another server are not about this one", async () => {
    const reported: Evidence["reported"] = {
      found: "returned-mail",
      by: "other-server",
      reportingServer: null,
      refusingServer: null,
      ownMessage: "yes",
    };
    expect(await clicked({ ...lockedOut("Too many login attempts"), reported }, 0)).toMatchObject({
      end: { kind: "proven" },
      logIns: 1,
    });
  });

  it.each(words)("at the first log-in are followed by no second one: %s", async (said) => {
    const { end, attempts } = await proven([refused(replied(said, { stage: "auth", code: 535 })), accepted]);
    expect(end.kind).toBe("not-proven");
    expect(attempts).toHaveLength(1);
  });

  it.each(["greeting", "ehlo", "mail"] as const)(
    "are heeded at %s too: no other port of that server is signed in to",
    async (stage) => {
      const said = replied("Too many bad auth attempts from your address", { stage, code: 421 });
      const { end, attempts } = await proven([refused(said), accepted]);
      expect(end.kind).toBe("not-proven");
      expect(attempts).toHaveLength(1);
    },
  );

  it("and a sign-in that is put off are kept apart from a password that is wrong", async () => {
    const matter = async (said: string, code: number): Promise<unknown> => {
      const { end } = await proven([refused(replied(said, { stage: "auth", code }))]);
      const [first] = end.kind === "not-proven" || end.kind === "password-needed" ? end.tried : [];
      return first?.answer.kind === "refused" ? first.answer.matter : "not refused";
    };
    expect(await matter("Too many failed login attempts", 535)).toBe("locked-out");
    expect(await matter("4.7.0 Temporary authentication failure", 454)).toBe("sign-in-put-off");
    expect(await matter("Incorrect authentication data", 535)).toBeUndefined();
    expect(await matter("xyzzy", 535)).toBeUndefined();
  });

  it.each([
    [432, "Temporary authentication failure"],
    [451, "Temporary authentication failure"],
    [454, "Temporary authentication failure"],
    [451, "Rate limit exceeded"],
    [451, "4.7.13 user account disabled"],
    [535, "5.7.8 LDAP server unavailable"],
    [535, "Server busy"],
    [535, "database is locked"],
  ])("%i %s puts the sign-in off: it is not made again, with no password", async (code, words) => {
    const said = replied(words, { stage: "auth", code });
    for (const [password, signIn] of [
      [null, null],
      ["typed", null],
      [null, "oauth2"],
    ] as const) {
      const { end, attempts } = await proven([refused(said), accepted], password, signIn);
      expect(end).toMatchObject({ kind: "not-proven", tried: [{ answer: { kind: "refused" } }] });
      expect(attempts).toHaveLength(1);
    }
  });

  it("are those that the page calls a lock-out, whatever they are", async () => {
    const limit = replied("Maximum number of connections reached", { stage: "auth", code: 535 });
    expect((await proven([refused(limit), accepted])).attempts).toHaveLength(1);
    // Pasted, at a step that only its code tells.
    const pasted = replied("account temporarily locked", { stage: "unknown", code: 535 });
    for (const refusal of [limit, pasted]) {
      expect(await clicked({ ...refusedOnPort25, refusal }, 0)).toEqual({
        end: { kind: "locked-out" },
        logIns: 0,
      });
    }
    const ofMessage = replied("blocked due to too many failed login attempts", { stage: "data", code: 550 });
    expect((await clicked({ ...refusedOnPort25, refusal: ofMessage }, 0)).logIns).toBe(1);
  });

  it("remembered where the passwords are end the click", async () => {
    const { end, attempts } = await proven([{ kind: "locked-out" }, accepted]);
    expect(end).toEqual({ kind: "locked-out" });
    expect(attempts).toHaveLength(1);
  });
});

it("does not knock with other settings, either, at a port where nobody answered", async () => {
  const plan = diagnose(refusedOnPort25).plan;
  if (plan === null) throw new Error("The sample has no plan.");
  const fake = thunderbird();
  fake.prove = ({ settings }) => (settings.port === plan.settings.port ? silent : accepted);
  const again = { ...plan.settings, signIn: "encrypted-password", userName: "alice" } as const;
  const end = await provePlan(fake.ports.talk, {
    plan: { ...plan, alternatives: [again, { ...plan.settings, port: 465, security: "tls" }] },
    evidence: refusedOnPort25,
    operationId: "fix",
    password: null,
    agreed: null,
    since: 0,
  });
  expect(end).toMatchObject({ kind: "proven", plan: { settings: { port: 465 } } });
  expect(fake.attempts.map(({ settings }) => settings.port)).toEqual([587, 465]);
});
