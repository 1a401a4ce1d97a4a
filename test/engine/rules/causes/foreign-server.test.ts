import { describe, expect, it } from "vitest";
import type { StrangerAnswer } from "../../../../src/engine/model/probe.js";
import { answers, bob, evidence, faulty, findingOf, incoming, probed, replied, sending } from "../sample.js";

const id = "foreign-server";
const denied: StrangerAnswer = {
  kind: "refused",
  code: 550,
  enhancedCode: null,
  lines: ["relay not permitted"],
};

describe(id, () => {
  const foreign = sending({ host: "smtp.isp.test" });

  it("is likely when a server of another owner denied to relay", () => {
    expect(findingOf(id, evidence(foreign))).toMatchObject({
      verdict: "problem",
      certainty: "likely",
      cure: { settings: { host: "mail.example.test", userName: "alice@example.test" }, ownEntry: true },
    });
  });

  it("names the account whose server it is", () => {
    const all = evidence({ ...sending({ host: "mail.other.test" }), fellows: [bob] });
    expect(findingOf(id, all)).toMatchObject({
      why: {
        key: "rule_foreign_server_why_other_account",
        values: ["mail.other.test", "Bob", "alice@example.test"],
      },
    });
  });

  it("names no account whose server it is not", () => {
    expect(findingOf(id, evidence({ ...foreign, fellows: [bob] }))).toMatchObject({
      why: { key: "rule_foreign_server_why", values: ["smtp.isp.test", "alice@example.test"] },
    });
  });

  it("is possible beside unknown words where the server is another account's", () => {
    const unknown = { fellows: [bob], refusal: replied("Command rejected") };
    expect(findingOf(id, evidence({ ...sending({ host: "mail.other.test" }), ...unknown }))).toMatchObject({
      verdict: "problem",
      certainty: "possible",
    });
    expect(findingOf(id, evidence({ ...foreign, ...unknown })).verdict).toBe("skipped");
  });

  it.each(["smtp.example.test", "MAIL.EXAMPLE.TEST"])("is fine with %s, the address's own domain", (host) => {
    expect(findingOf(id, evidence(sending({ host }))).verdict).toBe("fine");
  });

  it("is fine with the provider that the account receives from", () => {
    const all = evidence({
      ...sending({ host: "smtp.provider.test" }),
      incoming: { ...incoming, host: "imap.provider.test" },
    });
    expect(findingOf(id, all).verdict).toBe("fine");
  });

  it("is fine where the server takes mail for this address", () => {
    const probe = probed({ ...answers, toStranger: { kind: "accepted" } });
    expect(findingOf(id, evidence({ ...foreign, probe })).verdict).toBe("fine");
  });

  it("is only possible while nobody signed in and a password is saved for this server", () => {
    const all = evidence(sending({ host: "smtp.isp.test", signIn: "none", savedPassword: "yes" }));
    expect(findingOf(id, all)).toMatchObject({ certainty: "possible" });
  });

  it("is likely again once the server itself denies to know this address", () => {
    const server = sending({ host: "smtp.isp.test", signIn: "none", savedPassword: "yes" });
    const probe = probed({ ...answers, toStranger: denied });
    expect(findingOf(id, evidence({ ...server, probe }))).toMatchObject({ certainty: "likely" });
  });

  it.each([
    ["no connection", faulty("timeout")],
    ["a spam refusal", replied("5.7.1 Message contains spam or virus", { stage: "data", code: 554 })],
  ] as const)("draws nothing from %s", (_, refusal) => {
    expect(findingOf(id, evidence({ ...foreign, refusal })).verdict).toBe("skipped");
  });

  it.each([
    ["nobody signed in: the server of the own provider is the way from home", [], "problem"],
    ["somebody did: the server knows its customer", ["PLAIN"], "skipped"],
  ] as const)("refused as an internet address of homes, and %s", (_, offeredSignIn, verdict) => {
    const words = "5.7.1 Mail from dynamic IP address refused, use your provider's smarthost";
    const refusal = replied(words, { code: 550, offeredSignIn });
    expect(findingOf(id, evidence({ ...foreign, refusal })).verdict).toBe(verdict);
  });

  it("suspects nobody on a check but the server of another account", () => {
    expect(findingOf(id, evidence({ ...foreign, refusal: null })).verdict).toBe("skipped");
    const shared = evidence({ ...sending({ host: "mail.other.test" }), fellows: [bob], refusal: null });
    expect(findingOf(id, shared)).toMatchObject({ verdict: "problem", certainty: "possible" });
  });

  it("is never certain: names prove nothing", () => {
    const all = evidence({ ...foreign, probe: probed({ ...answers, toStranger: denied }) });
    expect(findingOf(id, all)).not.toMatchObject({ certainty: "certain" });
  });

  it("is skipped without an outgoing server", () => {
    expect(findingOf(id, evidence({ outgoing: { kind: "none" } })).verdict).toBe("skipped");
  });
});
