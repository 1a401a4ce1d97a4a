// Why it failed (the problems, in sentences) and everything that was looked at (every rule, with its verdict).

import type { Finding } from "../engine/model/finding.js";
import { element, icon, type IconName } from "./elements.js";
import type { Scene } from "./scene.js";

type Problem = Extract<Finding, { readonly verdict: "problem" }>;

const whyHeadings: Readonly<Record<Problem["certainty"], string>> = {
  certain: "ui_why",
  likely: "ui_why_likely",
  possible: "ui_why_possible",
};

const verdicts: Readonly<Record<Finding["verdict"], { readonly icon: IconName; readonly label: string }>> = {
  problem: { icon: "alert", label: "ui_verdict_problem" },
  fine: { icon: "check", label: "ui_verdict_fine" },
  skipped: { icon: "dash", label: "ui_verdict_skipped" },
};

/** The sentences for the problems found; null where there is none. */
export function renderWhy(findings: readonly Finding[], { texts }: Scene): HTMLElement | null {
  const problems = findings.filter((finding) => finding.verdict === "problem");
  const first = problems[0];
  if (first === undefined) {
    return null;
  }
  return element(
    "section",
    { class: "why" },
    element("h3", {}, texts.text(whyHeadings[first.certainty])),
    ...problems.map((problem) => element("p", {}, texts.text(problem.why.key, ...problem.why.values))),
  );
}

/** All findings, in the diagnosis' order: the page's account of what was looked at. */
export function renderFindings(findings: readonly Finding[], { texts }: Scene): HTMLElement {
  return element("ul", { class: "findings" }, ...findings.map((finding) => renderFinding(finding, texts)));
}

function renderFinding(finding: Finding, texts: Scene["texts"]): HTMLElement {
  const { icon: sign, label } = verdicts[finding.verdict];
  return element(
    "li",
    { "data-finding": finding.rule, "data-verdict": finding.verdict },
    icon(sign),
    element("span", { class: "rule" }, texts.text(`rule_${finding.rule.replaceAll("-", "_")}_title`)),
    element("span", { class: "verdict" }, texts.text(label)),
  );
}
