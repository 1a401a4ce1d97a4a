// Every saved case comes to the diagnosis that is written beside it. A new case is a folder, and no code.

import { expect, it } from "vitest";
import { noteShown } from "../../src/engine/providers/shown-note.js";
import { diagnose } from "../../src/engine/rules/diagnose.js";
import { cases, shown, type Expected } from "./saved-cases.js";

it.each(cases)("$name", ({ evidence, expected }) => {
  const diagnosis = diagnose(evidence);
  const { conclusion, findings, plan } = diagnosis;
  const note = noteShown(evidence, diagnosis, "2026-11-28");
  const found: Expected = {
    conclusion: conclusion.kind,
    problems: findings.flatMap(({ rule, verdict }) => (verdict === "problem" ? [rule] : [])),
    plan: plan && shown(plan.changes),
    ...(plan && { kind: plan.kind }),
    ...(note?.place === "cause" && { note: [note.id ?? "", ...note.sentences.map(({ key }) => key)] }),
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
