import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/engine/model/rule-id.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { rules } from "../../../src/engine/rules/index.js";
import { meaningsOf } from "../../../src/engine/rules/meaning.js";
import { text } from "../../../src/engine/model/finding.js";
import type { Reported } from "../../../src/engine/model/reported.js";
import { defineRule, fine, problem, skipped, type Rule } from "../../../src/engine/rules/rule.js";
import {
  answers,
  authFailed,
  blocklisted,
  bob,
  evidence,
  faulty,
  findingOf,
  probed,
  relayDenied,
  replied,
  sender,
  senderNotAllowed,
  sending,
} from "./sample.js";

const notOurs = {
  spam: replied("5.7.1 Message contains spam or virus", { stage: "data", code: 554 }),
  blocklist: blocklisted,
  "an unknown mailbox": replied("5.1.1 User unknown", { enhancedCode: "5.1.1" }),
  "a full mailbox": replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" }),
  greylisting: replied("4.2.0 Greylisted, please try again in 300 seconds", { code: 450 }),
  "the size": replied("5.3.4 Message size exceeds fixed limit", { code: 552, enhancedCode: "5.3.4" }),
};

describe("the verdict", () => {
  it("is that the settings are wrong when a problem was found", () => {
    expect(diagnose(evidence(sending({ signIn: "none" })))).toMatchObject({
      conclusion: { kind: "settings-wrong" },
      classification: { reason: "relay-denied" },
      noPlan: null,
    });
  });

  it.each(Object.entries(notOurs))("is that settings are fine for a refusal because of %s", (_, refusal) => {
    expect(diagnose(evidence({ refusal }))).toMatchObject({
      conclusion: { kind: "settings-fine" },
      classification: { reason: "not-a-client-config-problem" },
      plan: null,
      noPlan: null,
    });
  });

  it("looks behind a blocklist refusal of somebody who did not sign in", () => {
    const { conclusion, plan } = diagnose(
      evidence({ ...sending({ signIn: "unset" }), refusal: blocklisted }),
    );
    expect(conclusion.kind).toBe("settings-wrong");
    expect(plan?.settings.signIn).toBe("password");
  });

  it.each(Object.entries(notOurs).filter(([name]) => name !== "blocklist" && name !== "an unknown mailbox"))(
    "changes nothing in a set-up without sign-in after a refusal because of %s",
    (_, refusal) => {
      const all = evidence({ ...sending({ signIn: "none", port: 25, security: "none" }), refusal });
      expect(diagnose(all)).toMatchObject({ conclusion: { kind: "settings-fine" }, plan: null });
    },
  );

  it("says that its words are not known rather than that settings are fine", () => {
    const unknown = evidence({ refusal: replied("xyzzy", { code: 550, stage: "mail" }) });
    expect(diagnose(unknown).conclusion).toEqual({
      kind: "not-enough-evidence",
      next: text("next_words_unknown"),
    });
  });

  it("does not call settings fine that nobody has read", () => {
    const outgoing = { kind: "unreadable" } as const;
    const unknown = evidence({ outgoing, refusal: notOurs["an unknown mailbox"] });
    expect(diagnose(unknown).conclusion).toMatchObject({ next: { key: "next_settings_unreadable" } });
    expect(diagnose(evidence({ outgoing, refusal: notOurs["the size"] })).conclusion.kind).toBe(
      "settings-fine",
    );
  });

  it("does not call settings fine of who signs in as somebody else", () => {
    const all = evidence({ ...sending({ userName: "bob@other.test" }), refusal: notOurs.spam });
    expect(diagnose(all).conclusion.kind).not.toBe("settings-fine");
  });

  it("is that settings are fine where the words name a cause and all else is merely possible", () => {
    const server = sending({ host: "mail.other.test", userName: "bob@other.test" });
    const all = evidence({ ...server, fellows: [bob], refusal: notOurs["a full mailbox"] });
    const { conclusion, findings, plan } = diagnose(all);
    expect(findings).toContainEqual(expect.objectContaining({ verdict: "problem", certainty: "possible" }));
    expect(conclusion.kind).toBe("settings-fine");
    expect(plan).toBeNull();
  });

  it("is that the evidence does not suffice, with a next step", () => {
    const { conclusion, plan } = diagnose(evidence({ refusal: relayDenied }));
    expect(conclusion).toEqual({ kind: "not-enough-evidence", next: text("next_ask_provider") });
    expect(plan).toBeNull();
  });

  it.each([
    ["certificate", "next_certificate"],
    ["starttls-not-offered", "next_starttls_not_offered"],
    ["sign-in-not-offered", "next_sign_in_not_offered"],
    ["timeout", "next_unreachable"],
    ["other", "next_ask_provider"],
  ] as const)("names the next step after %s", (fault, key) => {
    // The account's own host on the guide's port, not looked at: nothing to suspect yet.
    expect(diagnose(evidence({ refusal: faulty(fault) })).conclusion).toMatchObject({ next: { key } });
  });

  it.each([
    ["an address that the server does not take", senderNotAllowed, "next_own_address"],
    [
      "an account that is closed",
      replied("5.7.13 User account disabled", { code: 525, enhancedCode: "5.7.13", stage: "auth" }),
      "next_account_disabled",
    ],
  ] as const)("names the next step after %s", (_, refusal, key) => {
    expect(diagnose(evidence({ refusal })).conclusion).toEqual({
      kind: "not-enough-evidence",
      next: text(key),
    });
  });

  it("takes a connection that never came about for one that is blocked", () => {
    expect(diagnose(evidence({ refusal: faulty("timeout") })).classification).toMatchObject({
      reason: "port-or-connection-blocked",
    });
  });

  it("does not say of a server that turns everybody away that it does not answer", () => {
    const refusal = replied("No SMTP service here", { code: 554, stage: "greeting", offeredSignIn: null });
    const { conclusion } = diagnose(evidence({ refusal }));
    expect(conclusion).toEqual({ kind: "not-enough-evidence", next: text("next_ask_provider") });
  });

  it("is that all is well on a check that finds nothing", () => {
    const all = evidence({ refusal: null, probe: probed(answers) });
    expect(diagnose(all)).toMatchObject({ conclusion: { kind: "healthy" }, classification: null });
  });

  it("leaves another kind of server alone, whatever it said", () => {
    const all = evidence({ outgoing: { kind: "other-type", type: "ews" }, refusal: relayDenied });
    expect(diagnose(all)).toMatchObject({ conclusion: { kind: "left-alone" }, plan: null });
  });

  it("asks for the settings where they cannot be read", () => {
    const all = evidence({ outgoing: { kind: "unreadable" }, refusal: relayDenied });
    expect(diagnose(all).conclusion).toMatchObject({ next: { key: "next_settings_unreadable" } });
  });
});

describe("the rules", () => {
  /** Under names of their own. */
  const judged = (id: string, judge: Rule["judge"], needs: Rule["needs"] = []): Rule => ({
    id: id as RuleId,
    needs,
    judge,
  });
  const found = (certainty: "certain" | "likely" | "possible"): Rule =>
    judged(certainty, () => problem(certainty, text("ui_why"), null));

  it("tells problems first, the most certain first, then what is fine, then what was skipped", () => {
    const listed = [
      judged("skipped", () => skipped("something")),
      judged("fine", () => fine),
      found("possible"),
      found("certain"),
      found("likely"),
    ];
    const { findings } = diagnose(evidence(), listed);
    expect(findings.map(({ rule }) => rule)).toEqual(["certain", "likely", "possible", "fine", "skipped"]);
  });

  it("keeps the list's order among equals", () => {
    const listed = ["b", "a", "c"].map((id) => judged(id, () => fine));
    expect(diagnose(evidence(), listed).findings.map(({ rule }) => rule)).toEqual(["b", "a", "c"]);
  });

  it("loses nothing to a rule that throws", () => {
    const broken = judged("broken", () => {
      throw new Error("our bug");
    });
    const whole = diagnose(evidence(sending({ signIn: "none" })));
    const { findings, plan } = diagnose(evidence(sending({ signIn: "none" })), [broken, ...rules]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "broken", verdict: "skipped", missing: "rule-failed" }),
    );
    expect(findings).toHaveLength(whole.findings.length + 1);
    expect(plan).toEqual(whole.plan);
  });

  it("skips a rule without its evidence, and never calls it fine", () => {
    const needsProbe = judged("needs-probe", () => fine, ["probe"]);
    expect(diagnose(evidence({ probe: null }), [needsProbe]).findings).toEqual([
      { rule: "needs-probe", verdict: "skipped", missing: "probe" },
    ]);
  });

  it("hands a rule what it declares and nothing else", () => {
    let handed: readonly string[] = [];
    const rule = defineRule({
      id: "port-25",
      needs: ["sender"],
      mayUse: ["probe"],
      judge(pieces) {
        handed = Object.keys(pieces);
        return fine;
      },
    });
    diagnose(evidence(), [rule]);
    expect(handed).toEqual(["sender", "probe"]);
  });

  it("skips every rule that needs a piece of evidence nobody has", () => {
    const bare = evidence({ outgoing: { kind: "none" }, incoming: null, refusal: null, probe: null });
    const { findings } = diagnose(bare);
    for (const rule of rules.filter(({ needs }) => needs.includes("server"))) {
      expect(findings.find((finding) => finding.rule === rule.id)?.verdict).toBe("skipped");
    }
  });
});

describe("a refusal that came as text", () => {
  const pasted: Reported = {
    found: "pasted",
    by: "own-server",
    reportingServer: null,
    refusingServer: null,
    ownMessage: "yes",
  };
  const refusal = replied("relay not permitted", { secure: null, offeredSignIn: null });

  it("is taken with what a look at the server in use shows that it offers", () => {
    const all = evidence({ refusal, probe: probed(answers) });
    expect(findingOf("authentication-off", { ...all, reported: pasted }).verdict).toBe("fine");
    expect(findingOf("authentication-off", all).verdict).toBe("skipped");
    expect(findingOf("authentication-off", { ...all, reported: pasted, probe: null }).verdict).toBe(
      "skipped",
    );
  });

  it("is read for each recipient to whom it was not delivered", () => {
    const fate = { recipient: "carol@elsewhere.test", code: 552, enhancedCode: "5.2.2", lines: ["full"] };
    const fates = (["failed", "delayed", "delivered", "relayed", "expanded"] as const).map((event) => ({
      ...fate,
      event,
    }));
    const meanings = meaningsOf({ event: "failed", fates, retryUntil: null }, sender);
    expect(meanings.map((meaning) => meaning?.subReason ?? null)).toEqual([
      ...["mailbox-full", "mailbox-full"],
      ...[null, null, null],
    ]);
  });

  it("is no blocked connection where another server greeted so", () => {
    const greeting = { ...refusal, lines: ["Mailbox full"], code: null, stage: "greeting" } as const;
    const reasonFrom = (by: Reported["by"]): unknown =>
      diagnose(evidence({ refusal: greeting, reported: { ...pasted, by } })).classification?.reason;
    expect(reasonFrom("own-server")).toBe("port-or-connection-blocked");
    expect(reasonFrom("other-server")).toBe("not-a-client-config-problem");
  });
});

it("finds the same in a report that went through JSON", () => {
  const all = evidence({ ...sending({ signIn: "none" }), refusal: authFailed });
  expect(diagnose(JSON.parse(JSON.stringify(all)) as typeof all)).toEqual(diagnose(all));
});
