import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import { answers, evidence, faulty, findingOf, probed, replied } from "../sample.js";

const id = "certificate-untrusted";
const refusal = faulty("certificate");

describe(id, () => {
  it.each(["self-signed", "untrusted", "expired", "not-yet-valid", "other"] as const)(
    "explains a certificate that is %s, and never offers a way around it",
    (reason) => {
      const probe = probed({ kind: "certificate", reason, names: [] });
      const all = evidence({ refusal, probe });
      expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "certain", cure: null });
      expect(diagnose(all).plan).toBeNull();
    },
  );

  it("leaves another name to its own rule", () => {
    const probe = probed({ kind: "certificate", reason: "other-name", names: [] });
    expect(findingOf(id, evidence({ refusal, probe })).verdict).toBe("fine");
  });

  it("is fine where a look got through", () => {
    expect(findingOf(id, evidence({ probe: probed(answers) })).verdict).toBe("fine");
  });

  it("does not turn a full mailbox into wrong settings at a server with the user's own exception", () => {
    const probe = probed({ kind: "certificate", reason: "self-signed", names: [] });
    const full = replied("5.2.2 Mailbox full", { code: 552, enhancedCode: "5.2.2" });
    expect(diagnose(evidence({ refusal: full, probe })).conclusion.kind).toBe("settings-fine");
  });

  it.each([null, probed({ kind: "refused" })])(
    "is skipped, not fine, without a certificate to judge",
    (probe) => {
      expect(findingOf(id, evidence({ refusal, probe })).verdict).toBe("skipped");
    },
  );
});
