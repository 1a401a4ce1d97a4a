import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import {
  authFailed,
  evidence,
  faulty,
  findingOf,
  incoming,
  relayDenied,
  sending,
  silentSignIns,
} from "../sample.js";

const id = "credentials-rejected";

describe(id, () => {
  it("is certain when the server rejects a log-in with a name known to be right", () => {
    const finding = findingOf(id, evidence({ refusal: authFailed }));
    expect(finding).toMatchObject({ verdict: "problem", certainty: "certain", cure: { settings: {} } });
  });

  it("is only possible while the name itself is in doubt", () => {
    const all = evidence({ ...sending({ userName: "alice" }), refusal: authFailed });
    expect(findingOf(id, all)).toMatchObject({ certainty: "possible" });
  });

  it("turns to the password for receiving, and asks for one where none is saved", () => {
    const to = (savedPassword: "yes" | "no"): unknown =>
      diagnose(evidence({ refusal: authFailed, incoming: { ...incoming, savedPassword } })).plan?.changes;
    expect(to("yes")).toEqual([{ field: "password", from: "outgoing", to: "incoming" }]);
    expect(to("no")).toEqual([{ field: "password", from: "outgoing", to: "typed" }]);
  });

  it("never turns OAuth2 into a password", () => {
    const diagnosis = diagnose(evidence({ ...sending({ signIn: "oauth2" }), refusal: authFailed }));
    expect(diagnosis.findings[0]).toMatchObject({
      rule: id,
      cure: null,
      why: { key: "rule_credentials_rejected_why_oauth2" },
    });
    expect(diagnosis.plan).toBeNull();
  });

  it("is fine when the refusal came after the log-in", () => {
    expect(findingOf(id, evidence({ refusal: relayDenied })).verdict).toBe("fine");
  });

  it.each(silentSignIns)("is skipped, not fine, where %s never tried a log-in", (signIn) => {
    expect(findingOf(id, evidence(sending({ signIn })))).toMatchObject({
      verdict: "skipped",
      missing: "sign-in",
    });
  });

  it("is skipped, not fine, where no connection was made", () => {
    expect(findingOf(id, evidence({ refusal: faulty("timeout") })).verdict).toBe("skipped");
  });

  it("is skipped without a refusal", () => {
    expect(findingOf(id, evidence({ refusal: null }))).toMatchObject({ missing: "refusal" });
  });
});
