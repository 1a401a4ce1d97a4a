// Every saved case comes to the diagnosis that is written beside it. A new case is a folder, and no code.

import { expect, it } from "vitest";
import { diagnose } from "../../src/engine/rules/diagnose.js";
import { cases, shown, type Expected } from "./saved-cases.js";

it.each(cases)("$name", ({ evidence, expected }) => {
  const { conclusion, findings, plan } = diagnose(evidence);
  const found: Expected = {
    conclusion: conclusion.kind,
    problems: findings.flatMap(({ rule, verdict }) => (verdict === "problem" ? [rule] : [])),
    plan: plan && shown(plan.changes),
    ...(plan && { kind: plan.kind }),
  };
  expect(found).toEqual(expected);
});

it("no case fails inside a rule", () => {
  const broken = cases.flatMap(({ name, evidence }) =>
    diagnose(evidence).findings.flatMap((finding) =>
      finding.verdict === "skipped" && finding.missing === "rule-failed" ? [`${name}: ${finding.rule}`] : [],
    ),
  );
  expect(broken).toEqual([]);
});
