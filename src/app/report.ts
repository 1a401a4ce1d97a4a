// The report a user copies: a readable head, then the evidence as JSON, which `npm run diagnose` replays.
// Evidence holds no password, token or message body by its type.

import type { Case } from "./case-file.js";

export function reportOf({ evidence, diagnosis }: Case): string {
  const { outgoing, refusal } = evidence;
  const problems = diagnosis.findings.flatMap(({ rule, verdict }) => (verdict === "problem" ? [rule] : []));
  const head = [
    "Relay Doctor for Thunderbird: report",
    `Conclusion: ${diagnosis.conclusion.kind}`,
    `Found: ${problems.join(", ") || "nothing"}`,
    ...(outgoing.kind === "smtp"
      ? [`Outgoing server: ${outgoing.server.host}, ${outgoing.server.security}, ${outgoing.server.signIn}`]
      : [`Outgoing server: ${outgoing.kind}`]),
    ...(refusal === null
      ? []
      : [`Server said (${refusal.stage}): ${String(refusal.code ?? "")} ${refusal.lines.join(" / ")}`]),
  ];
  return `${head.join("\n")}\n\n${JSON.stringify(evidence, null, 2)}\n`;
}
