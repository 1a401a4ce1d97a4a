// Which words are believed of what, whose name is signed in with, and what a trial proves.

import { describe, expect, it } from "vitest";
import { blamesNoSetting, isBelieved } from "../../../src/engine/rules/belief.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { meaningOf } from "../../../src/engine/rules/meaning.js";
import { isOtherDomain, ownNames, signsInAsAnother } from "../../../src/engine/rules/signs-in-as.js";
import { isProven, refusalToJudge } from "../../../src/engine/rules/tried-settings.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Classification, SubReason } from "../../../src/engine/model/reason.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import type { OutgoingServer } from "../../../src/engine/model/server-settings.js";
import {
  answers,
  authFailed,
  candidate,
  evidence,
  faulty,
  findingOf,
  incoming,
  probed,
  relayDenied,
  replied,
  sender,
  sending,
  silentSignIns,
} from "./sample.js";

const said = (subReason: SubReason | null, more: Partial<Classification> = {}): Classification => ({
  reason: "not-a-client-config-problem",
  subReason,
  confidence: "certain",
  basis: "",
  ...more,
});

describe("words that no setting cures", () => {
  it("are known ones, that name something", () => {
    expect(blamesNoSetting(said("spam"))).toBe(true);
    expect(blamesNoSetting(said("policy"))).toBe(true);
    expect(blamesNoSetting(said("policy", { confidence: "likely" }))).toBe(false);
    expect(blamesNoSetting(said("spam", { confidence: "likely" }))).toBe(true);
    expect(blamesNoSetting(said("spam", { confidence: "guess" }))).toBe(false);
    expect(blamesNoSetting(said(null, { reason: "auth-required" }))).toBe(false);
    expect(blamesNoSetting(null)).toBe(false);
  });

  const believed = (
    subReason: SubReason,
    server: Partial<OutgoingServer> = {},
    refusal: Partial<Refusal> = {},
  ): boolean =>
    isBelieved(said(subReason), evidence({ ...sending(server), refusal: { ...relayDenied, ...refusal } }));
  const unsigned = { offeredSignIn: [], recipients: ["carol@elsewhere.test"] };

  it("about a mailbox are believed of who was signed in, or of the domain's own server", () => {
    expect(believed("mailbox-unknown")).toBe(true);
    expect(believed("mailbox-unknown", {}, unsigned)).toBe(false);
    const own = { ...unsigned, recipients: ["bob@example.test"] };
    expect(believed("mailbox-unknown", {}, own)).toBe(true);
    expect(believed("mailbox-unknown", {}, { ...own, recipients: [] })).toBe(false);
    const both = { ...own, recipients: ["bob@example.test", "carol@elsewhere.test"] };
    expect(believed("mailbox-unknown", {}, both)).toBe(false);
    const hosted = { ...unsigned, recipients: ["carol@host.test"] };
    expect(believed("mailbox-unknown", { host: "mail.host.test" }, hosted)).toBe(true);
  });

  it("where nobody could tell whether it was signed in, every setting has to speak for it", () => {
    const unknown = { offeredSignIn: null };
    expect(believed("policy", {}, unknown)).toBe(true);
    expect(believed("policy", { security: "none" }, unknown)).toBe(false);
    expect(believed("policy", { port: 25 }, unknown)).toBe(false);
    expect(believed("policy", { signIn: "none" }, unknown)).toBe(false);
  });

  it("about the size are said to anybody; others not to who signs in as somebody else", () => {
    const another = { userName: "mallory@elsewhere.test" };
    expect([believed("size", another), believed("greylist", another)]).toEqual([true, true]);
    expect([believed("spam", another), believed("policy", another)]).toEqual([false, false]);
    expect(believed("spam", {}, unsigned)).toBe(true);
  });

  it("at the sign-in itself prove nothing of it, nor do any without a refusal", () => {
    expect(believed("size", {}, { stage: "auth" })).toBe(false);
    expect(isBelieved(said("size"), evidence({ refusal: null }))).toBe(false);
  });

  it("where the settings cannot be read are believed of what is said to anybody, by its name", () => {
    const unread = (kind: "unreadable" | "none", subReason: SubReason | null): boolean =>
      isBelieved(said(subReason), evidence({ outgoing: { kind } }));
    expect([unread("unreadable", "size"), unread("unreadable", "spam")]).toEqual([true, true]);
    expect([unread("unreadable", "other"), unread("unreadable", null)]).toEqual([false, false]);
    expect([unread("unreadable", "policy"), unread("none", "size")]).toEqual([false, false]);
  });
});

describe("the name signed in with", () => {
  const asAnother = (server: Partial<OutgoingServer>, more: Partial<Evidence> = {}): boolean => {
    const all = evidence({ ...sending(server), ...more });
    return all.outgoing.kind === "smtp" && signsInAsAnother(all.outgoing.server, all);
  };

  it("is another's where it is a full address that is none of the sender's", () => {
    expect(asAnother({ userName: "bob@other.test" })).toBe(true);
    for (const userName of ["ALICE@example.test", "bob", ""]) {
      expect(asAnother({ userName }), userName).toBe(false);
    }
    const from = { ...sender, from: "Info@example.test" };
    expect(asAnother({ userName: "info@example.test" }, { sender: from })).toBe(false);
    const receiving = { ...incoming, userName: "a123@provider.test" };
    expect(asAnother({ userName: "A123@provider.test" }, { incoming: receiving })).toBe(false);
    expect(ownNames(sender, null)).toEqual(["alice@example.test", "alice@example.test", ""]);
  });

  it.each(silentSignIns)("is nobody's where nobody signs in: %s", (signIn) => {
    expect(asAnother({ userName: "bob@other.test", signIn })).toBe(false);
  });

  it("is of another domain, or of the same in any letters", () => {
    const all = evidence();
    if (all.outgoing.kind !== "smtp") throw new Error("The sample has no server.");
    const { server } = all.outgoing;
    expect(isOtherDomain({ ...server, userName: "x@Example.test" }, sender)).toBe(false);
    expect(isOtherDomain({ ...server, userName: "x@other.test" }, sender)).toBe(true);
  });
});

describe("a trial", () => {
  const tried = (refusal: Refusal): Evidence => evidence({ trial: { kind: "refused", refusal } });

  it("proves the settings where it was taken, or refused for this recipient alone", () => {
    expect(isProven(evidence())).toBe(false);
    expect(isProven(evidence({ trial: { kind: "accepted" } }))).toBe(true);
    const full = replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" });
    expect(isProven(tried(full))).toBe(true);
    expect(isProven(tried({ ...full, stage: "data" }))).toBe(true);
    expect(isProven(tried({ ...full, stage: "mail" }))).toBe(false);
    expect(isProven(tried({ ...full, fault: "timeout" }))).toBe(false);
    expect(isProven(tried(authFailed))).toBe(false);
    expect(isProven(tried(relayDenied))).toBe(false);
  });

  it("that failed before is what is judged, with what the server offers", () => {
    expect(refusalToJudge(tried(authFailed))).toEqual(authFailed);
    const untold = { ...authFailed, offeredSignIn: null };
    const probe = probed({ ...answers, offeredSignIn: ["LOGIN"] });
    expect(refusalToJudge({ ...tried(untold), probe })?.offeredSignIn).toEqual(["LOGIN"]);
    expect(refusalToJudge({ ...tried(untold), probe: probed({ kind: "silent" }) })?.offeredSignIn).toBeNull();
    expect(refusalToJudge(evidence({ trial: { kind: "accepted" } }))).toEqual(relayDenied);
    expect(refusalToJudge(evidence())).toEqual(relayDenied);
  });
});

describe("where no reply came", () => {
  it.each(["unreachable", "timeout", "interrupted"] as const)(
    "the connection is what is wrong: %s",
    (fault) => {
      expect(meaningOf(faulty(fault))).toMatchObject({
        reason: "port-or-connection-blocked",
        confidence: "likely",
      });
    },
  );

  it("words without a code before EHLO was answered are another protocol's, later ones not", () => {
    const reason = (stage: Refusal["stage"]): string | undefined =>
      meaningOf(replied("IMAP4rev1 ready", { stage, code: null }))?.reason;
    expect([reason("greeting"), reason("ehlo")]).toEqual([
      "port-or-connection-blocked",
      "port-or-connection-blocked",
    ]);
    expect(reason("rcpt")).not.toBe("port-or-connection-blocked");
    expect(meaningOf(faulty("certificate"))).toBeNull();
  });
});

describe("single rules", () => {
  it("a certificate: nothing is known of it where the server did not answer at all", () => {
    const certificate = (change: Partial<Evidence>): unknown =>
      findingOf("certificate-untrusted", evidence(change));
    expect(certificate({ probe: probed({ kind: "silent" }), refusal: null })).toMatchObject({
      verdict: "skipped",
      missing: "certificate",
    });
    const expired = probed({ kind: "certificate", reason: "expired", names: [] });
    expect(certificate({ probe: expired, refusal: null })).toMatchObject({
      verdict: "problem",
      certainty: "certain",
    });
    // Over TLS it was refused: Thunderbird had taken the certificate.
    expect(certificate({ probe: expired })).toMatchObject({ verdict: "fine" });
    expect(certificate({ probe: expired, refusal: { ...relayDenied, secure: false } })).toMatchObject({
      verdict: "problem",
    });
  });

  it("port 25: in a check it is fine where the server takes mail from strangers", () => {
    const open = probed({ ...answers, offeredSignIn: [], toStranger: { kind: "accepted" } }, { port: 25 });
    const on25 = (probe: Evidence["probe"]): unknown =>
      findingOf("port-25", evidence({ ...sending({ port: 25, signIn: "none" }), refusal: null, probe }));
    expect(on25(open)).toMatchObject({ verdict: "fine" });
    expect(on25(probed(answers, { port: 25 }))).toMatchObject({ verdict: "problem", certainty: "possible" });
  });

  it("an entry of another type is left alone; settings nobody can read are asked for", () => {
    const concluded = (change: Partial<Evidence>): unknown => diagnose(evidence(change)).conclusion;
    expect(concluded({ outgoing: { kind: "other-type", type: "ews" } })).toMatchObject({
      kind: "left-alone",
    });
    const unreadable = { outgoing: { kind: "unreadable" } } as const;
    expect(concluded(unreadable)).toMatchObject({ next: { key: "next_settings_unreadable" } });
    expect(concluded({ ...unreadable, refusal: { ...relayDenied, fault: "untold" } })).toMatchObject({
      next: { key: "next_tell_alert" },
    });
    const full = replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" });
    expect(concluded({ ...unreadable, refusal: full })).toMatchObject({ kind: "settings-fine" });
    expect(concluded({ refusal: full })).toMatchObject({ kind: "settings-fine" });
    expect(concluded({ refusal: null })).toEqual({ kind: "healthy" });
    expect(concluded({ refusal: null, candidates: [candidate({})] })).toEqual({ kind: "healthy" });
  });

  it("settings that are wrong for certain are not called fine by any words", () => {
    const full = replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2", secure: false });
    const expired = probed({ kind: "certificate", reason: "expired", names: [] });
    expect(diagnose(evidence({ refusal: full, probe: expired })).conclusion.kind).toBe("settings-wrong");
  });

  it("no encryption is the cause for certain where nothing was offered, else likely", () => {
    const without = (offeredSignIn: readonly string[] | null): unknown =>
      findingOf(
        "wrong-settings",
        evidence({
          ...sending({ security: "none" }),
          refusal: { ...faulty("sign-in-not-offered"), stage: "ehlo", offeredSignIn },
        }),
      );
    expect(without([])).toMatchObject({ verdict: "problem", certainty: "certain" });
    expect(without(["NTLM"])).toMatchObject({ verdict: "problem", certainty: "likely" });
    expect(without(null)).toMatchObject({ verdict: "problem", certainty: "likely" });
  });

  it("a port that the guide does not name, where nobody answers, is likely the cause", () => {
    const at = (port: number): unknown =>
      findingOf("wrong-settings", evidence({ ...sending({ port }), refusal: faulty("unreachable") }));
    expect(at(2525)).toMatchObject({
      verdict: "problem",
      certainty: "likely",
      why: { key: "rule_wrong_settings_why_port" },
    });
    expect(at(587)).not.toMatchObject({ why: { key: "rule_wrong_settings_why_port" } });
  });
});
