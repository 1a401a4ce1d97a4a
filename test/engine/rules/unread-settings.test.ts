// What is said while nobody has read the settings: only where the server spoke as to a stranger, and only by what is published.

import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import { refusalOfAlert } from "../../../src/engine/replies/remembered-alerts.js";
import type { RememberedAlert } from "../../../src/engine/model/remembered-alert.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { stateOf } from "../../../src/engine/case/state-of.js";
import { guidedSteps } from "../../../src/engine/fixes/guided-steps.js";
import { candidate, evidence } from "./sample.js";

const published = candidate(
  { host: "out.hosting.test" },
  { source: "ispdb", trust: "published-by-ispdb", probe: null },
);
const guess = candidate({ host: "mail.example.test" }, { source: "guide", probe: null });

function told(alert: RememberedAlert, changes: Partial<Evidence> = {}): Evidence {
  return evidence({
    outgoing: { kind: "unreadable" },
    incoming: null,
    refusal: refusalOfAlert(alert, ["friend@elsewhere.test"]),
    candidates: [guess, published],
    ...changes,
  });
}

describe("settings that nobody has read", () => {
  it.each<RememberedAlert>(["relay", "sign-in-required"])(
    "after the alert %s, what is published goes into an entry of its own",
    (alert) => {
      const seen = told(alert);
      const diagnosis = diagnose(seen);
      expect(diagnosis.conclusion.kind).toBe("settings-wrong");
      expect(stateOf(diagnosis, seen)).toBe("problem");
      expect(diagnosis.plan).toMatchObject({
        kind: "new-entry",
        serverId: null,
        source: "ispdb",
        asksAbout: null,
        settings: { host: "out.hosting.test", security: "starttls", userName: "alice@example.test" },
      });
      // Nobody could tell what stands there now.
      expect(diagnosis.plan?.changes.map(({ from }) => from)).toEqual([null, null, null, null, null]);
      const steps = diagnosis.plan && guidedSteps(diagnosis.plan, null, null).map(({ kind }) => kind);
      expect(steps).toEqual(["open-list", "add", "set", "set", "set", "confirm", "choose"]);
    },
  );

  it.each<RememberedAlert>(["sign-in-failed", "sender-refused", "unreachable", "spam", "other"])(
    "after the alert %s, nothing is made of what is published",
    (alert) => {
      expect(diagnose(told(alert)).plan).toBeNull();
    },
  );

  it("are asked for where there is nothing but a guess", () => {
    const seen = told("relay", { candidates: [guess] });
    expect(diagnose(seen)).toMatchObject({
      plan: null,
      conclusion: { kind: "not-enough-evidence", next: { key: "next_settings_unreadable" } },
    });
    expect(stateOf(diagnose(seen), seen)).toBe("need-input");
  });

  it("are never made up from settings without encryption", () => {
    const open = { ...published, settings: { ...published.settings, security: "none" as const } };
    expect(diagnose(told("relay", { candidates: [open] })).plan).toBeNull();
  });

  it("name the host that only DNS knows before anything is typed", () => {
    const forged = { ...published, source: "mx" as const, trust: "guess" as const };
    expect(diagnose(told("relay", { candidates: [forged] })).plan?.asksAbout).toMatchObject({
      host: "out.hosting.test",
    });
  });
});

it("settings that were read are judged as they are, whatever is published", () => {
  const { findings } = diagnose(evidence({ refusal: refusalOfAlert("relay", []), candidates: [published] }));
  expect(findings.find(({ rule }) => rule === "authentication-off")).not.toMatchObject({
    why: { key: "rule_authentication_off_why_unread" },
  });
});
