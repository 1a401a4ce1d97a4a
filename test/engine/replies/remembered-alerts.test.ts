// What a remembered alert says: read as the server's own words would be, it means what its name says.

import { describe, expect, it } from "vitest";
import { rememberedAlerts } from "../../../src/engine/model/remembered-alert.js";
import { classify } from "../../../src/engine/replies/classify.js";
import { isRememberedAlert, refusalOfAlert } from "../../../src/engine/replies/remembered-alerts.js";

describe("an alert that is known by the server's words", () => {
  it.each([
    ["relay", "rcpt", "relay-denied"],
    ["sign-in-required", "mail", "auth-required"],
    ["sign-in-failed", "auth", "auth-failed"],
    ["sender-refused", "mail", "sender-not-allowed"],
    ["spam", "data", "not-a-client-config-problem"],
    ["recipient-unknown", "rcpt", "not-a-client-config-problem"],
  ] as const)("%s, at %s: %s", (alert, stage, reason) => {
    const refusal = refusalOfAlert(alert, ["carol@elsewhere.test"]);
    expect(refusal).toMatchObject({ stage, fault: null, code: null, recipients: ["carol@elsewhere.test"] });
    expect(refusal.lines).toHaveLength(1);
    expect(classify({ text: refusal.lines.join("\n"), stage })).toMatchObject({ reason });
  });
});

describe("an alert about the connection, or none that anybody remembers", () => {
  it.each([
    ["unreachable", "connect", "unreachable"],
    ["timeout", "connect", "timeout"],
    ["other", "unknown", "untold"],
  ] as const)("%s quotes nobody", (alert, stage, fault) => {
    expect(refusalOfAlert(alert, [])).toMatchObject({ stage, fault, lines: [], recipients: [] });
  });
});

it("no other name is an alert's", () => {
  expect(rememberedAlerts.every(isRememberedAlert)).toBe(true);
  expect(["", "Relay", "constructor"].some(isRememberedAlert)).toBe(false);
});
