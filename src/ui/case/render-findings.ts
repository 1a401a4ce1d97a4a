// Why it failed (the problems, in sentences) and everything that was looked at (every rule, with its verdict).

import type { Certainty, Finding } from "../../engine/model/finding.js";
import type { CaseView } from "../../protocol.js";
import { element, icon, section, type IconName } from "../kit/elements.js";
import { snake } from "../kit/i18n.js";
import type { Scene } from "../kit/scene.js";

type Problem = Extract<Finding, { readonly verdict: "problem" }>;

export const whyHeadings: Readonly<Record<Certainty, TextKeyWith<[]>>> = {
  certain: "ui_why",
  likely: "ui_why_likely",
  possible: "ui_why_possible",
};

const looks: Readonly<
  Record<Finding["verdict"] | "possible", { readonly icon: IconName; readonly label: TextKeyWith<[]> }>
> = {
  problem: { icon: "alert", label: "ui_verdict_problem" },
  possible: { icon: "question", label: "ui_verdict_possible" },
  fine: { icon: "check", label: "ui_verdict_fine" },
  skipped: { icon: "dash", label: "ui_verdict_skipped" },
};

/** The problem that explains the refusal best; the others are among the details. Null where there is none. */
function foremost(findings: readonly Finding[]): Problem | null {
  const problems = findings.filter((finding) => finding.verdict === "problem");
  return problems.find(({ certainty }) => certainty !== "possible") ?? problems[0] ?? null;
}

/** Under the heading of a provider's rule that stands above and is as sure, it needs none of its own. */
export function renderWhy(
  findings: readonly Finding[],
  { texts }: Scene,
  note: CaseView["note"] = null,
): HTMLElement | null {
  const problem = foremost(findings);
  const isHeaded = note?.place === "cause" && note.certainty === problem?.certainty;
  return problem === null
    ? null
    : section(
        { class: "why" },
        isHeaded ? null : texts.text(whyHeadings[problem.certainty]),
        element("p", {}, texts.said(problem.why)),
      );
}

/** What the user should know though nothing is to be mended: mail is taken here without a sign-in, say. */
export function renderNotes(findings: readonly Finding[], { texts }: Scene): readonly HTMLElement[] {
  return findings.flatMap((finding) =>
    finding.verdict === "fine" && finding.note !== undefined
      ? [element("p", { class: "note" }, icon("info"), texts.said(finding.note))]
      : [],
  );
}

/** All findings, in the diagnosis' order: the page's account of what was looked at. */
export function renderFindings(findings: readonly Finding[], { texts }: Scene): HTMLElement {
  const told = foremost(findings);
  return element(
    "ul",
    { class: "findings" },
    ...findings.map((finding) => renderFinding(finding, finding === told, texts)),
  );
}

function renderFinding(finding: Finding, isTold: boolean, texts: Scene["texts"]): HTMLElement {
  const possible = finding.verdict === "problem" && finding.certainty === "possible";
  const { icon: sign, label } = looks[possible ? "possible" : finding.verdict];
  return element(
    "li",
    { "data-finding": finding.rule, "data-verdict": finding.verdict },
    element("span", { class: "rule" }, texts.text(`rule_${snake(finding.rule)}_title`)),
    element("span", { class: "verdict" }, icon(sign), texts.text(label)),
    finding.verdict === "problem" && !isTold ? element("p", {}, texts.said(finding.why)) : null,
  );
}
