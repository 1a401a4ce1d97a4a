import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import {
  bob,
  evidence,
  findingOf,
  incoming,
  relayDenied,
  replied,
  sender,
  senderNotAllowed,
  sending,
  silentSignIns,
} from "../sample.js";

const id = "sender-mismatch";
const bobs = sending({ host: "mail.other.test", userName: "bob@other.test", identityIds: ["id1", "id2"] });

describe(id, () => {
  it("is certain when the server says that this From is not the user's", () => {
    const all = evidence({ ...bobs, fellows: [bob], refusal: senderNotAllowed });
    expect(findingOf(id, all)).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      cure: { settings: { userName: "alice@example.test", host: "mail.example.test" }, ownEntry: true },
    });
    expect(diagnose(all).plan).toMatchObject({
      kind: "new-entry",
      identityIds: ["id1"],
      untouchedAccounts: ["Bob"],
    });
  });

  it("is likely for a relay denied to another account's log-in", () => {
    const all = evidence({ ...bobs, fellows: [bob], refusal: relayDenied });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "likely" });
  });

  it("is possible before anything failed where the log-in is another account's", () => {
    expect(findingOf(id, evidence({ ...bobs, fellows: [bob], refusal: null }))).toMatchObject({
      certainty: "possible",
    });
  });

  it("keeps the host where only the user name is another's", () => {
    const all = evidence({ ...sending({ userName: "bob@example.test" }), refusal: senderNotAllowed });
    const finding = findingOf(id, all);
    expect(finding.verdict === "problem" && finding.cure?.settings).toEqual({
      userName: "alice@example.test",
    });
  });

  it("leaves an alias alone: the account signs in with its own name", () => {
    const all = evidence({ sender: { ...sender, from: "info@example.test" }, refusal: relayDenied });
    expect(findingOf(id, all).verdict).toBe("fine");
  });

  it("explains an alias that the server refuses, and changes nothing", () => {
    const all = evidence({ sender: { ...sender, from: "info@example.test" }, refusal: senderNotAllowed });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "certain", cure: null });
    expect(diagnose(all)).toMatchObject({ plan: null, noPlan: { key: "reason_sender_not_allowed_do" } });
  });

  it("leaves a provider's own account name alone that receiving works with", () => {
    const all = evidence({
      ...sending({ userName: "k123@provider.test" }),
      incoming: { ...incoming, userName: "k123@provider.test" },
      refusal: null,
    });
    expect(findingOf(id, all).verdict).toBe("fine");
  });

  it.each(silentSignIns)("is skipped, not fine, where %s never signs in", (signIn) => {
    expect(findingOf(id, evidence(sending({ signIn })))).toMatchObject({
      verdict: "skipped",
      missing: "sign-in",
    });
  });

  it("is skipped where the server offered no sign-in", () => {
    const refusal = { ...relayDenied, offeredSignIn: [] };
    expect(findingOf(id, evidence({ ...bobs, fellows: [bob], refusal }))).toMatchObject({
      verdict: "skipped",
      missing: "sign-in",
    });
  });

  it("is skipped, not fine, where the user name is no address", () => {
    expect(findingOf(id, evidence(sending({ userName: "alice" }))).verdict).toBe("skipped");
  });

  it.each(["greeting", "ehlo"] as const)("has no part in what is said before the sender, at %s", (stage) => {
    const refusal = replied("A problem occurred", { code: 554, stage, offeredSignIn: null });
    const all = evidence({ ...bobs, fellows: [bob], refusal });
    expect(findingOf(id, all)).toMatchObject({ verdict: "skipped", missing: "sender" });
    expect(diagnose(all).plan).toBeNull();
  });

  it("has no part in a refused recipient", () => {
    const refusal = replied("5.1.1 User unknown", { enhancedCode: "5.1.1" });
    const finding = findingOf(id, evidence({ ...bobs, fellows: [bob], refusal }));
    expect(finding).toMatchObject({ verdict: "problem", certainty: "possible" });
  });

  it.each([
    ["mail", "likely"],
    ["rcpt", "possible"],
  ] as const)("counts beside unknown words at %s, which judges the sender: %s", (stage, certainty) => {
    const all = evidence({ ...bobs, refusal: replied("Command rejected", { stage }) });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty });
  });

  it("names the letter case where nothing else differs", () => {
    const from = "Alice@Example.test";
    const all = evidence({ sender: { ...sender, address: from, from }, refusal: senderNotAllowed });
    expect(findingOf(id, all)).toMatchObject({
      verdict: "problem",
      why: { key: "rule_sender_mismatch_why_letter_case" },
      cure: { settings: { userName: from } },
    });
  });
});
