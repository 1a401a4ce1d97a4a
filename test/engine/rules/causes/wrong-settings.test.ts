import { describe, expect, it } from "vitest";
import type { ProbeAnswer } from "../../../../src/engine/model/probe.js";
import {
  answers,
  authFailed,
  candidate,
  evidence,
  faulty,
  findingOf,
  incoming,
  mustUseTls,
  probed,
  realSignIns,
  relayDenied,
  replied,
  sending,
} from "../sample.js";

const id = "wrong-settings";
const submission = { port: 587, security: "starttls" };
const submissionOverTls = { port: 465, security: "tls" };

describe("wrong-settings: port and security", () => {
  it.each([
    [465, "none", submissionOverTls],
    [465, "starttls", submissionOverTls],
    [587, "tls", submission],
    [25, "tls", submission],
  ] as const)("mends port %i with security %s when no connection came about", (port, security, settings) => {
    const all = evidence({ ...sending({ port, security }), refusal: faulty("timeout") });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "likely", cure: { settings } });
  });

  it.each([
    [465, "tls"],
    [587, "starttls"],
    [0, "tls"],
    [0, "starttls"],
  ] as const)("finds nothing wrong with port %i and %s on a check", (port, security) => {
    const all = evidence({ ...sending({ port, security }), refusal: null });
    expect(findingOf(id, all)).toMatchObject({ verdict: "skipped", missing: "probe" });
    expect(findingOf(id, { ...all, probe: probed(answers) }).verdict).toBe("fine");
  });

  it("wants STARTTLS where an empty list of sign-ins was offered before it", () => {
    const refusal = {
      ...faulty("sign-in-not-offered"),
      stage: "auth",
      secure: false,
      offeredSignIn: [],
    } as const;
    const all = evidence({ ...sending({ security: "none" }), refusal });
    expect(findingOf(id, all)).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      cure: { settings: { port: 587, security: "starttls" } },
    });
  });

  it("leaves an odd pair alone that the server has just answered on", () => {
    expect(findingOf(id, evidence(sending({ port: 587, security: "tls" }))).verdict).toBe("fine");
  });

  it("does not take a pasted text for a connection on that pair", () => {
    const refusal = replied("relay not permitted", { secure: null, offeredSignIn: null });
    expect(findingOf(id, evidence({ ...sending({ port: 587, security: "tls" }), refusal }))).toMatchObject({
      certainty: "likely",
      cure: { settings: submission },
    });
  });

  it("is certain about security none when the server asks for TLS", () => {
    const all = evidence({ ...sending({ security: "none" }), refusal: mustUseTls });
    expect(findingOf(id, all)).toMatchObject({ certainty: "certain", cure: { settings: submission } });
  });

  it("thinks of TLS, not of the password, where the sign-in is answered with 530 in unknown words", () => {
    const refusal = replied("暗号化された接続が必要", { code: 530, stage: "auth", secure: false });
    const all = evidence({ ...sending({ security: "none" }), refusal });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", cure: { settings: submission } });
    expect(findingOf("credentials-rejected", all).verdict).toBe("skipped");
  });

  it("is certain about security none when sign-in was offered only after TLS", () => {
    const refusal = { ...relayDenied, offeredSignIn: [], secure: false };
    const all = evidence({ ...sending({ security: "none" }), refusal });
    expect(findingOf(id, all)).toMatchObject({ certainty: "certain", cure: { settings: submission } });
  });

  it("calls security none only possible where nothing has failed", () => {
    const all = evidence({ ...sending({ security: "none" }), refusal: null });
    expect(findingOf(id, all)).toMatchObject({ certainty: "possible", cure: { settings: submission } });
  });
});

describe("wrong-settings: host", () => {
  const elsewhere = sending({ host: "smtp.gone.test" });

  it("offers the account's own host for one that cannot be reached", () => {
    expect(findingOf(id, evidence({ ...elsewhere, refusal: faulty("unreachable") }))).toMatchObject({
      certainty: "likely",
      cure: { settings: { host: "mail.example.test" } },
    });
  });

  it.each<readonly [ProbeAnswer, string]>([
    [{ kind: "unknown-host" }, "rule_wrong_settings_why_no_such_host"],
    [{ kind: "refused" }, "rule_wrong_settings_why_host"],
    [{ kind: "silent" }, "rule_wrong_settings_why_host"],
    [{ kind: "tls-failed" }, "rule_wrong_settings_why_host"],
    [{ kind: "broken" }, "rule_wrong_settings_why_host"],
    [{ kind: "starttls-not-offered" }, "rule_wrong_settings_why_host"],
    [{ kind: "not-smtp", speaks: "http" }, "rule_wrong_settings_why_host"],
  ])("is certain once a look at the host ended with $0.kind", (answer, key) => {
    const all = evidence({ ...elsewhere, refusal: null, probe: probed(answer) });
    expect(findingOf(id, all)).toMatchObject({
      certainty: "certain",
      why: { key, values: ["smtp.gone.test"] },
      cure: { settings: { host: "mail.example.test" } },
    });
  });

  it.each(["unreachable", "timeout", "interrupted", "starttls-not-offered"] as const)(
    "takes %s for a host that is the wrong one",
    (fault) => {
      expect(findingOf(id, evidence({ ...elsewhere, refusal: faulty(fault) }))).toMatchObject({
        cure: { settings: { host: "mail.example.test" } },
      });
    },
  );

  it("tries no other port where nobody has looked at the right host, or there is no such host", () => {
    const undecided = { verdict: "skipped", missing: "sign-in" };
    const all = evidence({ refusal: faulty("timeout") });
    expect(findingOf(id, all)).toMatchObject(undecided);
    expect(findingOf(id, { ...all, probe: probed({ kind: "unknown-host" }) })).toMatchObject(undecided);
  });

  it("keeps a host that the account receives from, and tries the other port", () => {
    const all = evidence({ refusal: faulty("timeout"), probe: probed({ kind: "silent" }) });
    expect(findingOf(id, all)).toMatchObject({
      certainty: "possible",
      cure: { settings: submissionOverTls },
    });
  });

  it("blames a port that the guide does not name before the host", () => {
    const all = evidence({ ...sending({ port: 2500 }), refusal: faulty("timeout") });
    expect(findingOf(id, all)).toMatchObject({ cure: { settings: submission } });
  });

  it.each<ProbeAnswer>([
    { kind: "silent" },
    { kind: "refused" },
    { kind: "unknown-host" },
    { kind: "broken" },
  ])("believes the server that refused a message over a look that came to nothing ($kind)", (answer) => {
    const refusal = replied("5.7.1 Message contains spam or virus", { stage: "data", code: 554 });
    const all = evidence({ ...elsewhere, refusal, probe: probed(answer) });
    expect(findingOf(id, all).verdict).toBe("fine");
  });
});

describe("wrong-settings: way of signing in", () => {
  const crammed = { certainty: "certain", cure: { settings: { signIn: "encrypted-password" } } };

  it("mends a method that the server did not offer", () => {
    const refusal = { ...faulty("sign-in-not-offered"), offeredSignIn: ["CRAM-MD5"] };
    expect(findingOf(id, evidence({ refusal }))).toMatchObject(crammed);
  });

  it("mends it before anything failed, once the server was looked at", () => {
    const probe = probed({ ...answers, offeredSignIn: ["CRAM-MD5"] });
    expect(findingOf(id, evidence({ refusal: null, probe }))).toMatchObject(crammed);
  });

  it.each(["password", "encrypted-password"] as const)(
    "turns %s to OAuth2 where the server takes no passwords and offers that",
    (signIn) => {
      const refusal = replied("5.7.139 Authentication unsuccessful, basic authentication is disabled.", {
        code: 535,
        enhancedCode: "5.7.139",
        stage: "auth",
        offeredSignIn: ["CRAM-MD5", "PLAIN", "XOAUTH2"],
      });
      const all = evidence({ ...sending({ host: "smtp.office365.com", signIn }), refusal });
      expect(findingOf(id, all)).toMatchObject({
        certainty: "certain",
        cure: { settings: { signIn: "oauth2" } },
      });
    },
  );

  it("believes the connection that failed over a later look", () => {
    const probe = probed({ ...answers, offeredSignIn: ["CRAM-MD5"] });
    expect(findingOf(id, evidence({ probe })).verdict).toBe("fine");
  });

  it.each(realSignIns.filter((one) => !["password", "encrypted-password"].includes(one)))(
    "never turns %s into a password",
    (signIn) => {
      const probe = probed({ ...answers, offeredSignIn: ["PLAIN", "LOGIN"] });
      expect(findingOf(id, evidence({ ...sending({ signIn }), refusal: null, probe })).verdict).toBe("fine");
    },
  );
});

describe("wrong-settings: user name", () => {
  it("offers the full address for the local part", () => {
    const all = evidence({ ...sending({ userName: "alice" }), refusal: authFailed });
    expect(findingOf(id, all)).toMatchObject({
      certainty: "likely",
      why: { key: "rule_wrong_settings_why_short_user_name", values: ["alice", "alice@example.test"] },
      cure: { settings: { userName: "alice@example.test" } },
    });
  });

  it("offers the name receiving works with", () => {
    const all = evidence({
      ...sending({ userName: "alice" }),
      incoming: { ...incoming, userName: "al1ce@provider.test" },
      refusal: authFailed,
    });
    expect(findingOf(id, all)).toMatchObject({ cure: { settings: { userName: "al1ce@provider.test" } } });
  });

  it("shows a typing mistake in an address", () => {
    const all = evidence({ ...sending({ userName: "alicce@example.test" }), refusal: authFailed });
    expect(findingOf(id, all)).toMatchObject({ why: { key: "rule_wrong_settings_why_user_name" } });
  });

  it.each(["alice@example.test", "ALICE@Example.test"])("finds nothing wrong with %s", (userName) => {
    expect(findingOf(id, evidence({ ...sending({ userName }), refusal: authFailed })).verdict).toBe(
      "skipped",
    );
  });

  it("wants the local part, or a name quite different, where receiving works with it", () => {
    for (const userName of ["alice", "ab1234", "EXAMPLE\\alice"]) {
      const all = evidence({ incoming: { ...incoming, userName }, refusal: authFailed });
      expect(findingOf(id, all)).toMatchObject({ certainty: "likely", cure: { settings: { userName } } });
    }
  });

  it("believes the published form before the name for receiving", () => {
    const published = candidate({ userName: "alice@example.test" }, { source: "ispdb" });
    const all = evidence({
      incoming: { ...incoming, userName: "alice" },
      candidates: [published],
      refusal: authFailed,
    });
    expect(findingOf(id, all).verdict).not.toBe("problem");
    expect(findingOf(id, { ...all, ...sending({ userName: "alice" }) })).toMatchObject({
      cure: { settings: { userName: "alice@example.test" } },
    });
  });

  it("asks nothing of the form that is published for another server", () => {
    const published = candidate({ host: "smtp.other.test", userName: "alice" }, { source: "ispdb" });
    const all = evidence({ candidates: [published], refusal: authFailed });
    expect(findingOf(id, all).verdict).not.toBe("problem");
  });

  it("has nothing against the name that receiving has, whatever its letters' case and whether its password is saved", () => {
    const receives = { ...incoming, userName: "al1ce@provider.test" };
    for (const savedPassword of ["yes", "no"] as const) {
      for (const userName of ["al1ce@provider.test", "AL1CE@provider.test"]) {
        const all = evidence({
          ...sending({ userName }),
          incoming: { ...receives, savedPassword },
          refusal: authFailed,
        });
        expect(findingOf(id, all)).toMatchObject({ verdict: "skipped", missing: "sign-in" });
      }
    }
  });

  it("wants no name that is not known to work for receiving", () => {
    const short = { ...incoming, userName: "ab1234" };
    for (const receiving of [null, { ...short, savedPassword: "no" as const }, { ...short, userName: "" }]) {
      const all = evidence({ incoming: receiving, refusal: authFailed });
      expect(findingOf(id, all)).toMatchObject({ verdict: "skipped", missing: "sign-in" });
    }
  });

  it("looks at the name where the server calls the account disabled, as it may be another's", () => {
    const refusal = replied("5.7.13 User account disabled", {
      code: 525,
      enhancedCode: "5.7.13",
      stage: "auth",
    });
    const all = evidence({ ...sending({ userName: "alice" }), refusal });
    expect(findingOf(id, all)).toMatchObject({ cure: { settings: { userName: "alice@example.test" } } });
  });

  it("does not judge the name where no log-in was rejected", () => {
    expect(findingOf(id, evidence(sending({ userName: "alice" }))).verdict).toBe("fine");
  });
});

it("is skipped without an outgoing server", () => {
  expect(findingOf(id, evidence({ outgoing: { kind: "none" } })).verdict).toBe("skipped");
});

it("a server that is busy now is nothing to mend, and is said to be busy", () => {
  const probe = probed({ kind: "turned-away", code: 421, lines: ["Too many concurrent SMTP connections"] });
  expect(findingOf(id, evidence({ refusal: null, probe }))).toEqual({
    rule: id,
    verdict: "fine",
    note: { key: "rule_wrong_settings_note_busy", values: ["mail.example.test"] },
  });
});
