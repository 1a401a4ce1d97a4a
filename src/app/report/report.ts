// The report a user copies: a readable head, then the evidence as JSON, which `npm run diagnose` replays. It fits into
// a forum post, and what a careful person would not post in public is masked. Evidence holds no password, token or
// message body by its type, and what servers said was redacted where it came in.

import type { Evidence } from "../../engine/model/evidence.js";
import { bugSaid, type OurBug } from "../../engine/model/our-bug.js";
import type { NoteShown } from "../../engine/model/provider-note.js";
import { noteShown } from "../../engine/providers/shown-note.js";
import { fitting } from "./report-length.js";
import { masked } from "./report-masks.js";
import type { Case } from "../case/case-file.js";

/** Characters: what forums and mailing lists take in one post. */
export const maximumReport = 10_000;

/** `today`: as YYYY-MM-DD. */
export function reportOf(
  { evidence, diagnosis }: Pick<Case, "evidence" | "diagnosis">,
  today: string,
  bugs: readonly OurBug[] = [],
): string {
  const note = noteShown(evidence, diagnosis, today);
  const write = (shown: Evidence, shortened: boolean): string => {
    const head = [
      ...headOf(shown, diagnosis, note, shortened),
      ...bugs.map((bug) => `Our own mistake: ${bugSaid(bug)}`),
    ].join("\n");
    return `${head}\n\n${JSON.stringify(shown, null, 1)}\n`;
  };
  const { evidence: shown, shortened } = fitting(masked(evidence), maximumReport, (one) => write(one, true));
  return write(shown, shortened);
}

function headOf(
  { outgoing, refusal }: Evidence,
  { conclusion, findings }: Case["diagnosis"],
  note: NoteShown | null,
  shortened: boolean,
): readonly string[] {
  const problems = findings.flatMap(({ rule, verdict }) => (verdict === "problem" ? [rule] : []));
  return [
    "Relay Doctor for Thunderbird: report",
    "Names in addresses and account names are replaced by user1, account1 and so on. Holds no password.",
    ...(shortened ? ["Shortened: what the diagnosis does not need was left out."] : []),
    `Conclusion: ${conclusion.kind}`,
    `Found: ${problems.join(", ") || "nothing"}`,
    ...(note === null ? [] : [`Provider's note shown: ${nameOf(note)}`]),
    ...(outgoing.kind === "smtp"
      ? [`Outgoing server: ${outgoing.server.host}, ${outgoing.server.security}, ${outgoing.server.signIn}`]
      : [`Outgoing server: ${outgoing.kind}`]),
    ...(refusal === null
      ? []
      : [`Server said (${refusal.stage}): ${String(refusal.code ?? "")} ${saidBy(refusal.lines)}`]),
  ];
}

function nameOf({ id, certainty, sentences }: NoteShown): string {
  return `${id ?? "published"} (${certainty}: ${sentences.map(({ key }) => key).join(", ")})`;
}

/** In one line, so that no line of it can look like the JSON below. */
function saidBy(lines: readonly string[]): string {
  const said = lines.join(" / ").replace(/\s+/g, " ");
  return said.length <= 500 ? said : `${said.slice(0, 500)}…`;
}
