import { describe, expect, it } from "vitest";
import {
  answers,
  blocklisted,
  evidence,
  findingOf,
  incoming,
  probed,
  realSignIns,
  relayDenied,
  replied,
  sending,
  silentSignIns,
} from "../sample.js";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";

const id = "authentication-off";

describe(id, () => {
  it.each(silentSignIns)("is certain when a relay was denied and the method is %s", (signIn) => {
    expect(findingOf(id, evidence(sending({ signIn })))).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      cure: { settings: { signIn: "password" } },
    });
  });

  it.each(realSignIns)("is fine when a sign-in with %s was offered and made", (signIn) => {
    const offeredSignIn = ["PLAIN", "CRAM-MD5", "GSSAPI", "NTLM", "XOAUTH2"];
    const refusal = { ...relayDenied, offeredSignIn };
    expect(findingOf(id, evidence({ ...sending({ signIn }), refusal })).verdict).toBe("fine");
  });

  it("does not call a connection open that was encrypted", () => {
    const refusal = { ...relayDenied, offeredSignIn: [], secure: true };
    expect(findingOf(id, evidence({ ...sending({ security: "starttls" }), refusal }))).toMatchObject({
      why: { key: "rule_authentication_off_why_not_offered_inside_tls" },
    });
  });

  it.each(realSignIns)("sees that %s was passed over where the server offered no sign-in", (signIn) => {
    const refusal = { ...relayDenied, offeredSignIn: [], secure: false };
    const finding = findingOf(id, evidence({ ...sending({ signIn, security: "none" }), refusal }));
    expect(finding).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      why: { key: "rule_authentication_off_why_not_offered" },
      cure: { settings: { port: 587, security: "starttls" } },
    });
  });

  it("calls no connection insecure that nobody has seen and that is set up as a secure one", () => {
    const refusal = replied("relay not permitted", { secure: null, offeredSignIn: [] });
    expect(findingOf(id, evidence({ ...sending({ security: "starttls" }), refusal }))).toMatchObject({
      why: { key: "rule_authentication_off_why_not_offered_inside_tls" },
    });
  });

  it("says nothing about a sign-in when the connection never got that far", () => {
    const refusal = { ...relayDenied, stage: "connect" as const, offeredSignIn: [] };
    expect(findingOf(id, evidence({ refusal })).verdict).toBe("skipped");
  });

  it.each(["oauth2", "kerberos", "ntlm"] as const)("signs in with %s where receiving does", (signIn) => {
    const all = evidence({ ...sending({ signIn: "none" }), incoming: { ...incoming, signIn } });
    expect(findingOf(id, all)).toMatchObject({ cure: { settings: { signIn } } });
  });

  it("tells a blank box from no sign-in chosen", () => {
    const keyOf = (signIn: "none" | "unset"): unknown => {
      const finding = findingOf(id, evidence(sending({ signIn })));
      return finding.verdict === "problem" ? finding.why.key : null;
    };
    expect(keyOf("none")).toBe("rule_authentication_off_why_none");
    expect(keyOf("unset")).toBe("rule_authentication_off_why_not_set");
  });

  it("is only likely for a blocklist refusal of somebody who did not sign in", () => {
    const all = evidence({ ...sending({ signIn: "none" }), refusal: blocklisted });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "likely" });
  });

  it("is only likely where somebody who did not sign in fails a sender check (SPF)", () => {
    const refusal = replied("5.7.23 SPF validation failed", { enhancedCode: "5.7.23" });
    const all = evidence({ ...sending({ signIn: "none" }), refusal });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "likely" });
  });

  describe.each([
    "5.7.1 Mail from dynamic IP address refused, use your provider's smarthost",
    "5.7.1 Dynamic/residential IP addresses are not allowed to send here",
    "Connections from dynamically assigned addresses are refused",
    "5.7.1 Service unavailable; Client host [192.0.2.9] blocked using Spamhaus PBL",
    "No mail from residential hosts",
    "Sorry, we take no mail from end user IP ranges",
    "554 IP=192.0.2.1 - Dialup/transient IP not allowed. (DYN)",
    "E-Mail von dynamischen IP-Adressen wird nicht angenommen",
    "Les adresses IP dynamiques sont refusées",
  ])("%s", (words) => {
    const refusal = replied(words, { code: 554, offeredSignIn: [] });

    it.each([
      ["off", { signIn: "none" }],
      ["on, and not offered", { security: "none", port: 25 }],
    ] as const)("at the own provider: signing in is likely the cure where it is %s", (_, settings) => {
      const all = evidence({ ...sending(settings), refusal });
      expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "likely" });
      expect(diagnose(all).conclusion.kind).toBe("settings-wrong");
    });

    it("blames no setting where a sign-in was made", () => {
      const all = evidence({ refusal: { ...refusal, offeredSignIn: ["PLAIN"] } });
      expect(findingOf(id, all).verdict).toBe("fine");
      expect(diagnose(all)).toMatchObject({ conclusion: { kind: "settings-fine" }, plan: null });
    });
  });

  it("has no part in a blocklist refusal of somebody who did", () => {
    expect(findingOf(id, evidence({ refusal: blocklisted })).verdict).toBe("fine");
  });

  it.each([
    ["spam", replied("5.7.1 Message contains spam or virus", { stage: "data", code: 554 })],
    ["a full mailbox", replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" })],
  ])("leaves a set-up without sign-in alone when it was refused for %s", (_, refusal) => {
    expect(findingOf(id, evidence({ ...sending({ signIn: "none" }), refusal })).verdict).toBe("skipped");
  });

  it("is likely where somebody unknown is told that a foreign mailbox is", () => {
    const refusal = replied("5.1.1 User unknown", { enhancedCode: "5.1.1" });
    const all = evidence({ ...sending({ signIn: "none" }), refusal });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "likely" });
  });

  it.each([
    ["mail", 550, "none", "likely"],
    ["mail", null, "none", "likely"],
    ["mail", 450, "none", "possible"],
    ["rcpt", 550, "unset", "likely"],
    ["unknown", 550, "none", "likely"],
    ["data", 550, "unset", "likely"],
  ] as const)("is a fact beside unknown words at %s with %s: %s is %s", (stage, code, signIn, certainty) => {
    const all = evidence({ ...sending({ signIn }), refusal: replied("Command rejected", { stage, code }) });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty });
  });

  it("has no part in what a server says that has taken a foreign recipient without it", () => {
    const inUse = { signIn: "none", port: 25, security: "none" } as const;
    const diagnosed = (recipients: readonly string[]) =>
      diagnose(
        evidence({
          ...sending(inUse),
          refusal: replied("Command rejected", { stage: "data", secure: false, recipients }),
        }),
      );
    const campus = diagnosed(["alice@example.test", "carol@elsewhere.test"]);
    expect(campus.conclusion.kind).toBe("not-enough-evidence");
    expect(campus.plan).toBeNull();
    // To its own domain any server takes mail from anybody.
    expect(diagnosed(["dave@example.test"]).findings).toContainEqual(
      expect.objectContaining({ rule: id, verdict: "problem", certainty: "possible" }),
    );
  });

  it("is not ruled out by a sign-in that the server asks for", () => {
    const all = evidence({ refusal: replied("Authentication required", { code: 530, stage: "mail" }) });
    expect(findingOf(id, all)).toMatchObject({ verdict: "skipped", missing: "sign-in" });
  });

  it("is only possible for a chosen no-sign-in that nothing has refused", () => {
    const all = evidence({ ...sending({ signIn: "none" }), refusal: null });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "possible" });
  });

  it("notes, and does not mend, a set-up without sign-in that the server accepts here", () => {
    const probe = probed({ ...answers, toStranger: { kind: "accepted" } });
    const finding = findingOf(id, evidence({ ...sending({ signIn: "none" }), refusal: null, probe }));
    expect(finding).toMatchObject({
      verdict: "fine",
      note: { key: "rule_authentication_off_note_accepted_here" },
    });
  });

  it("is certain before any failed send when the server has just refused a stranger", () => {
    const toStranger = {
      kind: "refused",
      code: 550,
      enhancedCode: null,
      lines: ["relay not permitted"],
    } as const;
    const probe = probed({ ...answers, toStranger });
    const finding = findingOf(id, evidence({ ...sending({ signIn: "none" }), refusal: null, probe }));
    expect(finding).toMatchObject({ verdict: "problem", certainty: "certain" });
  });

  it("is skipped without an outgoing server", () => {
    expect(findingOf(id, evidence({ outgoing: { kind: "none" } }))).toEqual({
      rule: id,
      verdict: "skipped",
      missing: "server",
    });
  });
});
