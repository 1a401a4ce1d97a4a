// The verdict is earned (DESIGN §1.4): what holds for any evidence, whatever the words. The words here are nobody's.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Certainty, Finding } from "../../../src/engine/model/finding.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { signInMade } from "../../../src/engine/rules/sign-in-made.js";
import { anyEvidence } from "../any-evidence.js";
import { evidence as sample, probed, replied, sending } from "./sample.js";

const runs = { numRuns: 2000 };
const unknown = "xyzzy plugh";
/** Codes that mean nothing by themselves (RFC 5321 §4.2). */
const plain = { code: 550, enhancedCode: null } as const;

/** The same failed send, refused in words nobody knows. */
function inUnknownWords(evidence: Evidence): Evidence | null {
  const { refusal } = evidence;
  return refusal === null
    ? null
    : { ...evidence, refusal: { ...refusal, ...plain, lines: [unknown], fault: null } };
}

/** `known`: evidence that is hardly ever come upon by chance. */
function property(check: (evidence: Evidence) => void, known: readonly Evidence[] = []): void {
  const examples = known.map((evidence): [Evidence] => [evidence]);
  fc.assert(fc.property(anyEvidence, check), { ...runs, examples });
}

/** Without a sign-in or TLS the server took a foreign recipient; when it was looked at afterwards, it had no room. */
const busyAfterAStranger = sample({
  ...sending({ security: "none", signIn: "none" }),
  refusal: replied(unknown, { stage: "data" }),
  probe: probed({ kind: "turned-away", code: 421, lines: [] }),
});

const weight: Readonly<Record<Certainty, number>> = { certain: 3, likely: 2, possible: 1 };
const weightOf = (finding: Finding | undefined): number =>
  finding?.verdict === "problem" ? weight[finding.certainty] : 0;

describe("unknown words", () => {
  it("never make fine what a check calls wrong, nor anything else", () => {
    property((evidence) => {
      const all = inUnknownWords(evidence);
      if (all === null || all.refusal?.stage === "auth") return;
      expect(["settings-fine", "healthy"]).not.toContain(diagnose(all).conclusion.kind);
    });
  });

  it("leave a problem that a check finds a problem, where the server was not seen to take it", () => {
    property(
      (evidence) => {
        const all = inUnknownWords(evidence);
        if (all?.refusal == null) return;
        // Nobody saw a connection, so nothing about it can be ruled out.
        const asTold = { ...all, refusal: { ...all.refusal, secure: null, offeredSignIn: null } };
        const before = diagnose({ ...all, refusal: null }).findings;
        const after = diagnose(asTold).findings;
        for (const { rule } of before.filter(({ verdict }) => verdict === "problem")) {
          const now = after.find((finding) => finding.rule === rule);
          // A server that is busy now is said to be, and is blamed for nothing.
          if (now?.verdict === "fine" && now.note?.key === "rule_wrong_settings_note_busy") continue;
          expect([rule, now?.verdict]).not.toEqual([rule, "fine"]);
        }
      },
      [busyAfterAStranger],
    );
  });

  it("make nothing more certain than the words of a client's problem did", () => {
    property((evidence) => {
      const all = inUnknownWords(evidence);
      const known = diagnose(evidence);
      const { classification } = known;
      if (all === null || evidence.refusal?.fault !== null || classification?.confidence !== "certain")
        return;
      if (["not-a-client-config-problem", "port-or-connection-blocked"].includes(classification.reason))
        return;
      const after = diagnose(all).findings;
      for (const rule of ["authentication-off", "port-25"]) {
        const find = (findings: readonly Finding[]): Finding | undefined =>
          findings.find((finding) => finding.rule === rule);
        if (classification.reason === "auth-failed") continue;
        expect(weightOf(find(after))).toBeLessThanOrEqual(weightOf(find(known.findings)));
      }
    });
  });

  it("lead to no plan that the facts do not lead to", () => {
    property((evidence) => {
      const all = inUnknownWords(evidence);
      if (all === null) return;
      const { classification, findings, plan } = diagnose(all);
      if (classification?.confidence !== "guess" || plan === null) return;
      expect(findings.some(({ verdict }) => verdict === "problem")).toBe(true);
    });
  });
});

describe("no rule is fine without the evidence it names", () => {
  it("a sign-in is ruled in by one that was offered, or a look at what is", () => {
    property((evidence) => {
      const finding = diagnose(evidence).findings.find(({ rule }) => rule === "authentication-off");
      if (finding?.verdict !== "fine" || finding.note !== undefined || evidence.outgoing.kind !== "smtp")
        return;
      const { refusal, probe, outgoing } = evidence;
      const told = refusal?.fault === "untold" ? null : refusal;
      const looked = probe?.answer.kind === "answers" && probe.answer.offeredSignIn.length > 0;
      const tried = signInMade(outgoing.server, told) === "tried";
      const hasItsOwnWay = refusal?.offeredSignIn?.length === 0;
      expect(tried || looked || hasItsOwnWay).toBe(true);
    });
  });

  it("settings by a sign-in that went through, or a server that answers", () => {
    property((evidence) => {
      const finding = diagnose(evidence).findings.find(({ rule }) => rule === "wrong-settings");
      // A server that is busy now is said to be, and blamed for nothing.
      if (finding?.verdict !== "fine" || finding.note !== undefined) return;
      if (evidence.outgoing.kind !== "smtp") return;
      const { refusal, probe, outgoing } = evidence;
      const told = refusal?.fault === "untold" ? null : refusal;
      const through = signInMade(outgoing.server, told) === "tried" && told?.stage !== "auth";
      expect(through || probe?.answer.kind === "answers").toBe(true);
    });
  });
});

describe("settings are fine", () => {
  it("only of a server whose settings are known, but for what is said to anybody", () => {
    property((evidence) => {
      const { conclusion, classification } = diagnose(evidence);
      if (conclusion.kind !== "settings-fine" || evidence.outgoing.kind === "smtp") return;
      expect(evidence.outgoing.kind).toBe("unreadable");
      expect(["size", "mailbox-full", "greylist", "rate-limit", "spam"]).toContain(classification?.subReason);
    });
  });

  it("never by a guess, and never at the sign-in", () => {
    property((evidence) => {
      const { conclusion, classification } = diagnose(evidence);
      if (conclusion.kind !== "settings-fine") return;
      expect(classification?.confidence).not.toBe("guess");
      expect(evidence.refusal?.stage).not.toBe("auth");
    });
  });
});
