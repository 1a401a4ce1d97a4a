import { describe, expect, it } from "vitest";
import type { ProbeAnswer } from "../../../../src/engine/model/probe.js";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import { answers, candidate, evidence, faulty, findingOf, probed, relayDenied } from "../sample.js";

const id = "certificate-name";
const names = ["host7.provider.test", "*.provider.test", "mail.provider.test", "fourth.provider.test"];
const otherName: ProbeAnswer = { kind: "certificate", reason: "other-name", names };
const refusal = faulty("certificate");

describe(id, () => {
  it("offers the name in the certificate once that name has answered", () => {
    const named = candidate({ host: "host7.provider.test" }, { source: "certificate", trust: "guess" });
    const all = evidence({ refusal, probe: probed(otherName), candidates: [named] });
    expect(findingOf(id, all)).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      cure: { settings: { host: "host7.provider.test" } },
    });
    expect(diagnose(all).plan).toMatchObject({
      kind: "new-entry",
      settings: { host: "host7.provider.test", security: "starttls" },
      source: "certificate",
      asksAbout: { host: "host7.provider.test", passwordOf: "alice@example.test" },
    });
  });

  it.each([
    ["no such name", []],
    [
      "a name that did not answer",
      [candidate({}, { source: "certificate", probe: probed({ kind: "silent" }) })],
    ],
    ["a name nobody looked at", [candidate({}, { source: "certificate", probe: null })]],
    ["a good server of another source", [candidate({ host: "smtp.example.test" })]],
  ] as const)("explains without a cure with %s", (_, candidates) => {
    const finding = findingOf(id, evidence({ refusal, probe: probed(otherName), candidates }));
    expect(finding).toMatchObject({ verdict: "problem", cure: null });
  });

  it("tells three names at the most", () => {
    const finding = findingOf(id, evidence({ refusal, probe: probed(otherName) }));
    expect(finding).toMatchObject({ why: { values: ["mail.example.test", names.slice(0, 3).join(", ")] } });
  });

  it("has no part in a certificate with the right name", () => {
    const probe = probed({ kind: "certificate", reason: "expired", names: [] });
    expect(findingOf(id, evidence({ refusal, probe })).verdict).toBe("fine");
  });

  it("is fine where a look got through", () => {
    expect(findingOf(id, evidence({ refusal: null, probe: probed(answers) })).verdict).toBe("fine");
  });

  it("is fine where Thunderbird took the certificate: the server refused over TLS", () => {
    expect(findingOf(id, evidence({ refusal: relayDenied, probe: probed(otherName) })).verdict).toBe("fine");
  });

  it("is skipped, not fine, where the look never came to a certificate", () => {
    expect(findingOf(id, evidence({ refusal, probe: probed({ kind: "silent" }) })).verdict).toBe("skipped");
  });

  it("is skipped, not fine, without a look", () => {
    expect(findingOf(id, evidence({ refusal }))).toMatchObject({ verdict: "skipped", missing: "probe" });
  });
});
