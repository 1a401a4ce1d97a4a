import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import {
  authFailed,
  evidence,
  faulty,
  findingOf,
  incoming,
  relayDenied,
  replied,
  sending,
  silentSignIns,
} from "../sample.js";

const id = "credentials-rejected";

describe(id, () => {
  it("is likely, never proven, when the server rejects a log-in with a name known to be right", () => {
    const finding = findingOf(id, evidence({ refusal: authFailed }));
    expect(finding).toMatchObject({ verdict: "problem", certainty: "likely", cure: { settings: {} } });
  });

  it.each([
    ["put off", replied("4.7.0 Temporary authentication failure", { code: 454, stage: "auth" })],
    [
      "put off, though with 535",
      replied("Error: authentication failed: Connection lost to authentication server", {
        code: 535,
        stage: "auth",
      }),
    ],
    ["locked out", replied("Too many failed login attempts", { code: 535, stage: "auth" })],
    ["locked", replied("Account locked", { code: 535, stage: "auth" })],
    ["locked in Russian", replied("Аккаунт заблокирован", { code: 535, stage: "auth" })],
    ["closed for a while", replied("Login denied, please wait 10 minutes", { code: 535, stage: "auth" })],
    ["disabled", replied("Login disabled for this user", { code: 525, stage: "auth" })],
    ["not taken here", replied("Command unrecognized", { code: 500, stage: "auth" })],
  ])("does not ask for a password where the sign-in is %s", (_, refusal) => {
    const { conclusion, plan, findings } = diagnose(evidence({ refusal }));
    expect(findings.find(({ rule }) => rule === id)?.verdict).toBe("skipped");
    expect(conclusion.kind).toBe("not-enough-evidence");
    expect(plan).toBeNull();
  });

  it.each([["PLAIN"], null])(
    "asks for a password where none is saved and the server wants one",
    (offered) => {
      const refusal = replied("Authentication required", {
        code: 530,
        enhancedCode: "5.7.0",
        stage: "mail",
        offeredSignIn: offered,
      });
      const { plan } = diagnose(evidence({ ...sending({ savedPassword: "no" }), refusal }));
      expect(plan?.changes).toEqual([{ field: "password", from: "none", to: "typed" }]);
    },
  );

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

  it.each([
    ["Message rejected: contains username and password", "data"],
    ["Authentication failed", "data"],
    ["Authentication failed", "rcpt"],
    ["Invalid user name or password in the message", "mail"],
  ] as const)('blames no password for "%s" after the sign-in, at %s', (words, stage) => {
    const { conclusion, plan } = diagnose(evidence({ refusal: replied(words, { code: 550, stage }) }));
    expect(conclusion.kind).toBe("not-enough-evidence");
    expect(plan).toBeNull();
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
