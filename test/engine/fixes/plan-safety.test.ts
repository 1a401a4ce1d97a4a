// What no plan may do, whatever the evidence (DESIGN §5). Each property runs over evidence of every shape.

import fc from "fast-check";
import { domainOf } from "../../../src/engine/model/address.js";
import { expect, it } from "vitest";
import { sameEndpoint } from "../../../src/engine/fixes/choose-endpoint.js";
import { withSettings } from "../../../src/engine/fixes/plan.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { Plan } from "../../../src/engine/model/finding.js";
import { effectivePort, settingFields, signsIn } from "../../../src/engine/model/server-settings.js";
import type { OutgoingServer } from "../../../src/engine/model/server-settings.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { rules } from "../../../src/engine/rules/index.js";
import { anyEvidence } from "../any-evidence.js";

let evidenceSeen = 0;
let plansSeen = 0;

/** Also with the alternatives in place of the first choice: whichever is proven is written. */
function everyPlan(check: (plan: Plan, before: OutgoingServer | null, evidence: Evidence) => void): void {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      evidenceSeen += 1;
      const { plan } = diagnose(evidence);
      const before = evidence.outgoing.kind === "smtp" ? evidence.outgoing.server : null;
      const settings = plan === null ? [] : plan.alternatives;
      const all = plan === null ? [] : [plan, ...settings.map((one) => withSettings(plan, evidence, one))];
      all.forEach((one) => {
        plansSeen += 1;
        check(one, before, evidence);
      });
    }),
    { numRuns: 1000 },
  );
}

it("diagnoses any evidence without throwing, one finding for each rule", () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const { findings } = diagnose(evidence);
      expect(new Set(findings.map(({ rule }) => rule)).size).toBe(rules.length);
      expect(findings).not.toContainEqual(expect.objectContaining({ missing: "rule-failed" }));
    }),
    { numRuns: 1000 },
  );
});

it("never turns encryption off", () => {
  everyPlan(({ settings }, before) => {
    expect(settings.security === "none" && before?.security !== "none").toBe(false);
  });
});

it("never turns OAuth2 into anything else", () => {
  everyPlan(({ settings }, before) => {
    expect(before?.signIn === "oauth2" && settings.signIn !== "oauth2").toBe(false);
  });
});

it("never turns signing in off, nor a sign-in by ticket or token into a password", () => {
  everyPlan(({ settings }, before) => {
    if (before !== null && signsIn(before.signIn)) {
      expect(signsIn(settings.signIn)).toBe(true);
    }
    if (before !== null && ["kerberos", "ntlm"].includes(before.signIn)) {
      expect([before.signIn, "oauth2"]).toContain(settings.signIn);
    }
  });
});

it("never begins to send a password in the clear, nor takes it to another server in the clear", () => {
  everyPlan(({ settings }, before) => {
    if (settings.security === "none" && signsIn(settings.signIn)) {
      expect(before !== null && signsIn(before.signIn) && before.security === "none").toBe(true);
      expect(settings.host.toLowerCase()).toBe(before?.host.toLowerCase());
    }
  });
});

it("never plans anything for an entry that a policy locks", () => {
  everyPlan((_, before) => {
    expect(before?.locked ?? []).toEqual([]);
  });
});

it("never edits an entry that another account uses", () => {
  everyPlan(({ kind }, _, { sender, fellows }) => {
    const shared = fellows.some(({ accountId }) => accountId !== sender.accountId);
    expect(kind === "in-place" && shared).toBe(false);
  });
});

it("never edits host or user name of an entry: a saved password hangs on both", () => {
  everyPlan(({ kind, settings }, before) => {
    if (kind === "in-place") {
      expect(settings.host).toBe(before?.host);
      expect(before?.userName === "" || settings.userName === before?.userName).toBe(true);
    }
  });
});

it("lists exactly the differences, and at least one", () => {
  everyPlan(({ settings, changes }, before, { outgoing }) => {
    expect(changes.length).toBeGreaterThan(0);
    const untold = outgoing.kind === "unreadable" ? settingFields : (before?.notTold ?? []);
    for (const field of settingFields.filter((one) => one !== "port")) {
      const listed = changes.find((change) => change.field === field);
      const was = before?.[field] ?? (field === "security" ? "none" : field === "signIn" ? "unset" : "");
      const told = !untold.includes(field);
      expect(listed === undefined ? settings[field] : listed.from).toBe(listed && !told ? null : was);
      expect(listed?.to ?? settings[field]).toBe(settings[field]);
      expect(listed?.from === listed?.to).toBe(listed === undefined);
    }
    const ports = changes.find(({ field }) => field === "port");
    const was = before === null || before.host === "" ? "" : String(effectivePort(before));
    const told = !untold.includes("port");
    expect(ports?.from ?? (told ? was : null)).toBe(told ? was : null);
    expect(ports?.to ?? was).toBe(settings.host === "" ? "" : String(effectivePort(settings)));
  });
});

it("moves to a new entry the account's own identities of the sender's domain, and no other", () => {
  everyPlan(({ identityIds, untouchedAccounts, untouchedAddresses, kind }, _, { sender, fellows }) => {
    const ofAccount = fellows.filter(({ accountId }) => accountId === sender.accountId);
    const own = ofAccount.filter(
      ({ address }) => kind === "in-place" || domainOf(address) === domainOf(sender.address),
    );
    expect(untouchedAddresses).toEqual(
      ofAccount.filter((fellow) => !own.includes(fellow)).map(({ address }) => address),
    );
    const others = fellows.filter(({ accountId }) => accountId !== sender.accountId);
    expect(identityIds).toEqual(["id1", ...own.map(({ identityId }) => identityId)]);
    const named = kind === "in-place" ? [] : [...new Set(others.map(({ accountName }) => accountName))];
    expect(untouchedAccounts).toEqual(named);
  });
});

it("connects only to a server that answered, where servers were looked at", () => {
  everyPlan(({ settings }, before, { candidates }) => {
    const stays = before !== null && sameEndpoint(before, settings);
    const looked = candidates.filter(({ probe }) => probe !== null);
    const answered = looked.filter(({ probe }) => probe?.answer.kind === "answers");
    if (!stays && looked.length > 0) {
      expect(answered.some((candidate) => sameEndpoint(candidate.settings, settings))).toBe(true);
    }
  });
});

it("saw plans enough to mean anything", () => {
  expect(plansSeen).toBeGreaterThan(evidenceSeen / 20);
});
