// When Test sending, Get mail and a password are offered, case by case: everything as it should be but for one fact.

import { describe, expect, it } from "vitest";
import { mayGetMail } from "../../../src/engine/case/may-get-mail.js";
import { mayTest } from "../../../src/engine/case/may-test.js";
import { isWorthAsking, mostPressing, stateOf } from "../../../src/engine/case/state-of.js";
import type { Case } from "../../../src/engine/model/case.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Finding, Plan } from "../../../src/engine/model/finding.js";
import { opened, variants } from "./samples.js";
import { incoming, replied, sending } from "../rules/sample.js";

const problem: Finding = {
  rule: "wrong-settings",
  verdict: "problem",
  certainty: "possible",
  title: { key: "rule_wrong_settings_title", values: [] },
  evidence: [],
  changes: [],
} as unknown as Finding;

/** A cause that is only likely, on a server to sign in to. */
const testable: Case = {
  ...opened,
  state: "problem",
  evidence: {
    ...opened.evidence,
    ...sending({}),
    refusal: replied("550 no"),
    trial: null,
  } as unknown as Evidence,
  diagnosis: {
    ...opened.diagnosis,
    classification: null,
    findings: [problem],
    conclusion: { kind: "not-enough-evidence" },
  } as unknown as Case["diagnosis"],
};

function testableWith(evidence: Partial<Evidence>, rest: Partial<Case> = {}): boolean {
  return mayTest({ ...testable, ...rest, evidence: { ...testable.evidence, ...evidence } });
}

describe("Test sending", () => {
  it.each(["problem", "settings-fine", "healthy"] as const)(
    "is offered while nothing is done: %s",
    (state) => {
      expect(testableWith({}, { state })).toBe(true);
    },
  );

  it.each(["checking", "fixing", "sending", "sent", "need-input"] as const)("is not while %s", (state) => {
    expect(testableWith({}, { state })).toBe(false);
  });

  it("is not where there is no server to sign in to", () => {
    expect(testableWith({ outgoing: { kind: "none" } })).toBe(false);
  });

  it.each([
    ["another server refused it", { by: "other-server" }],
    ["a notice tells of it", { notice: { event: "failed" } }],
    ["the message is not the user's own", { ownMessage: "no" }],
  ])("is not where %s", (_, reported) => {
    expect(testableWith({ reported: reported as unknown as NonNullable<Evidence["reported"]> })).toBe(false);
  });

  it("is where the user sent a message himself that his own server refused", () => {
    const reported = { by: "own-server", ownMessage: "yes" } as unknown as NonNullable<Evidence["reported"]>;
    expect(testableWith({ reported })).toBe(true);
  });

  it("is not after words of lock-out, in the refusal or in the last test", () => {
    const refusal = replied("421 4.7.0 Too many failed login attempts, try again later", { stage: "auth" });
    expect(testableWith({ refusal })).toBe(false);
    expect(testableWith({ trial: { kind: "refused", refusal } } as unknown as Partial<Evidence>)).toBe(false);
    expect(testableWith({ trial: { kind: "accepted" } } as unknown as Partial<Evidence>)).toBe(true);
  });

  it("is not where the cause is certain, or known to lie elsewhere", () => {
    const certain = { ...problem, certainty: "certain" } as Finding;
    const { diagnosis } = testable;
    expect(testableWith({}, { diagnosis: { ...diagnosis, findings: [certain] } })).toBe(false);
    // What a rule is certain of and calls no problem is no cause.
    const fine = { ...certain, verdict: "ok" } as unknown as Finding;
    expect(testableWith({}, { diagnosis: { ...diagnosis, findings: [fine] } })).toBe(true);
    const elsewhere = { ...diagnosis, conclusion: { kind: "settings-fine" } } as Case["diagnosis"];
    expect(testableWith({}, { diagnosis: elsewhere })).toBe(false);
    expect(testableWith({ refusal: null }, { diagnosis: elsewhere })).toBe(true);
  });
});

describe("Get mail and send again", () => {
  const asked = variants["problem, mail first"];
  if (asked === undefined) throw new Error("The sample is gone.");

  it("is offered where the server asked for it, and a window holds the refused message", () => {
    expect(mayGetMail(asked)).toBe(true);
    expect(mayGetMail({ ...asked, windowId: null })).toBe(false);
    expect(mayGetMail({ ...asked, evidence: { ...asked.evidence, refusal: null } })).toBe(false);
    expect(mayGetMail(testable)).toBe(false);
  });
});

describe("a password is asked for", () => {
  const plan = opened.diagnosis.plan;
  if (plan === null) throw new Error("The sample has no plan.");
  const state = (
    settings: Partial<Plan>,
    sendingSaved: "yes" | "no",
    receiving: "yes" | "no" | null,
  ): string =>
    stateOf(
      { ...opened.diagnosis, plan: { ...plan, ...settings } },
      {
        ...opened.evidence,
        ...sending({ savedPassword: sendingSaved }),
        incoming: receiving === null ? null : { ...incoming, savedPassword: receiving },
      },
    );

  it("where none is saved, for sending or receiving", () => {
    expect(state({}, "no", "no")).toBe("need-input");
    expect(state({}, "no", null)).toBe("need-input");
    expect(state({}, "yes", "no")).toBe("problem");
    expect(state({}, "yes", null)).toBe("problem");
    expect(state({}, "no", "yes")).toBe("problem");
  });

  it("where one has to be typed, among whatever else changes", () => {
    const typed = [
      { field: "port", from: 25, to: 587 },
      { field: "password", from: "saved", to: "typed" },
    ] as unknown as Plan["changes"];
    expect(state({ changes: typed }, "yes", "yes")).toBe("need-input");
  });

  it("not for a way of signing in that has none", () => {
    const settings = { ...plan.settings, signIn: "kerberos" as const };
    expect(state({ settings }, "no", "no")).toBe("problem");
  });
});

it("servers are asked about what may lie in the settings, and about nothing else", () => {
  const { diagnosis, evidence } = testable;
  expect(isWorthAsking(diagnosis, evidence)).toBe(true);
  const fine = { ...diagnosis, conclusion: { kind: "settings-fine" } } as Case["diagnosis"];
  expect(isWorthAsking(fine, evidence)).toBe(false);
  expect(isWorthAsking(diagnosis, { ...evidence, outgoing: { kind: "unreadable" } })).toBe(false);
  const returned = { ...evidence, reported: { notice: {} } } as unknown as Evidence;
  expect(isWorthAsking(diagnosis, returned)).toBe(false);
  const wrong = { ...diagnosis, conclusion: { kind: "settings-wrong" } } as Case["diagnosis"];
  expect(isWorthAsking(wrong, returned)).toBe(true);
});

it("of several cases the page opens the most pressing", () => {
  expect(mostPressing(["healthy", "problem", "fixing"])).toBe("fixing");
  expect(mostPressing(["settings-fine", "sent"])).toBe("sent");
  expect(mostPressing([])).toBe("healthy");
});
