import { describe, expect, it } from "vitest";
import { evidence, faulty, findingOf, relayDenied, replied, sending } from "../sample.js";

const id = "port-25";
const cure = { settings: { port: 587, security: "starttls" } };

describe(id, () => {
  it("is certain when a relay was denied on port 25 and no sign-in was offered there", () => {
    const refusal = { ...relayDenied, offeredSignIn: [] };
    expect(findingOf(id, evidence({ ...sending({ port: 25 }), refusal }))).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      cure,
    });
  });

  it("is only likely where the server does offer a sign-in on port 25", () => {
    expect(findingOf(id, evidence(sending({ port: 25 })))).toMatchObject({ certainty: "likely", cure });
  });

  it.each(["unreachable", "timeout"] as const)("suspects a blocked port when it was %s", (fault) => {
    const all = evidence({ ...sending({ port: 25 }), refusal: faulty(fault) });
    expect(findingOf(id, all)).toMatchObject({
      certainty: "likely",
      why: { key: "rule_port_25_why_blocked" },
      cure,
    });
  });

  it("is only possible where nothing has failed", () => {
    const all = evidence({ ...sending({ port: 25 }), refusal: null });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "possible" });
  });

  it("has no part in a refusal of the recipient", () => {
    const refusal = replied("5.1.1 User unknown", { enhancedCode: "5.1.1" });
    expect(findingOf(id, evidence({ ...sending({ port: 25 }), refusal }))).toMatchObject({
      verdict: "skipped",
      missing: "explained-by-words",
    });
  });

  it.each([
    [587, "starttls"],
    [465, "tls"],
    [0, "none"],
    [0, "tls"],
    [2525, "none"],
  ] as const)("is fine with port %i and security %s", (port, security) => {
    expect(findingOf(id, evidence(sending({ port, security }))).verdict).toBe("fine");
  });

  it("is skipped without an outgoing server", () => {
    expect(findingOf(id, evidence({ outgoing: { kind: "none" } })).verdict).toBe("skipped");
  });
});
