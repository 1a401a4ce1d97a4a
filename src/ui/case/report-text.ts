// A case as a text to be posted: ten lines that people read, in the user's language and in English, and the data for
// tools below them. Names are masked already (app/report).

import { followedBy } from "../kit/full-stop.js";
import { ownChanges } from "#own-changes";
import type { Finding } from "../../engine/model/finding.js";
import type { CaseView, Posted } from "../../protocol.js";
import { snake, type Texts } from "../kit/i18n.js";
import { visible } from "../kit/server-text.js";
import { securityName, shownChanges, valueName } from "../kit/values.js";
import { titleOf } from "../kit/states.js";
import { refusalMeta } from "./refusal-lead.js";
import { leadOf } from "./lead.js";
import { refusalOf } from "./render-refusal.js";
import { reasonTitle } from "./render-reason.js";

/** Characters for the lines in one language: with app/report's part for tools, ten thousand in all. */
const maximumLines = 1_750;
/** Characters of one line; the shorter ones where all of them together would be too long. */
const lineLengths = [500, 240, 120];
/** So many servers that were asked in vain are told. */
const maximumTried = 4;

/** `languages`: the user's own first. `versions`: of add-on, Thunderbird and system. */
export function reportText(posted: Posted, versions: string, languages: readonly Texts[]): string {
  const [own] = languages;
  const heads = languages.map((texts) => headOf(posted, versions, texts));
  return [...heads, own?.text("ui_report_for_tools") ?? "", posted.tools].join("\n\n") + "\n";
}

function headOf({ view, outgoing }: Posted, versions: string, texts: Texts): string {
  const refusal = refusalOf(view);
  const said = refusal === null || refusal.lines.length === 0 ? "" : refusal.lines.map(visible).join(" ");
  const meta = refusal === null ? null : refusalMeta(refusal, texts);
  const { findings = [], plan = null } = view.diagnosis ?? {};
  const lead = leadOf(view, texts);
  const lines: readonly (readonly [label: TextKeyWith<[]>, value: string])[] = [
    ["ui_report_happened", followedBy(texts.text(titleOf(view)), lead ?? "", texts).trim()],
    ["ui_server_words", [said, meta === null ? "" : `(${meta})`].filter(Boolean).join(" ")],
    ["ui_report_settings_now", settingsOf(outgoing, texts)],
    [
      "ui_report_settings_right",
      shownChanges(plan?.changes ?? [], plan?.settings.security ?? "", texts)
        .map(({ label, from, to }) => texts.text("ui_report_change", label, from, to))
        .join("; "),
    ],
    ["ui_why", whyOf(view, texts)],
    ["ui_verdict_fine", titlesOf(findings, "fine", texts)],
    ["ui_verdict_skipped", titlesOf(findings, "skipped", texts)],
    ["ui_servers_asked", triedOf(view, texts)],
    ["ui_report_versions", versions],
  ];
  const all = [
    texts.text("ui_report_title"),
    ...lines
      .filter(([, value]) => value !== "")
      .map(([label, value]) => texts.text("ui_fact_line", texts.text(label), value)),
    texts.text("ui_report_masked"),
  ].map((line) => line.replace(/\s+/g, " "));
  const fitting = lineLengths
    .map((most) => all.map((line) => cut(line, most)).join("\n"))
    .find((head) => head.length <= maximumLines);
  return fitting ?? cut(all.join("\n"), maximumLines);
}

function settingsOf(outgoing: Posted["outgoing"], texts: Texts): string {
  if (outgoing.kind !== "smtp") {
    return texts.text(
      outgoing.kind === "none" || outgoing.kind === "dangling" ? "ui_fault_no_server" : "ui_value_unknown",
    );
  }
  const { host, port, security, signIn, userName, notTold = [] } = outgoing.server;
  const value = (field: "port" | "signIn" | "userName", stands: string): string =>
    valueName(field, notTold.includes(field) ? null : stands, security, texts);
  const place = texts.text(
    "ui_tried_place",
    visible(host),
    value("port", String(port)),
    securityName(security, texts),
  );
  return [place, value("signIn", signIn), value("userName", userName)].join(", ");
}

/** Every sentence that the diagnosis has. */
function whyOf(view: CaseView, texts: Texts): string {
  const { diagnosis, note } = view;
  if (diagnosis === null) {
    return "";
  }
  const { conclusion, classification, findings, noPlan } = diagnosis;
  const problems = findings.flatMap((finding) => (finding.verdict === "problem" ? [finding.why] : []));
  const said = [
    ...problems,
    ...(noPlan === null ? [] : [noPlan]),
    ...(conclusion.kind === "not-enough-evidence" ? [conclusion.next] : []),
    ...(conclusion.kind === "left-alone" ? [conclusion.why] : []),
    ...(note?.sentences ?? []),
  ].map((sentence) => texts.said(sentence));
  const reason = classification === null ? null : reasonTitle(view, classification, texts);
  const fine =
    conclusion.kind === "settings-fine"
      ? [texts.text("ui_settings_fine"), reason === null ? null : `${reason}.`]
      : [];
  return [...fine, ...said].filter((sentence) => sentence !== null).join(" ");
}

function titlesOf(findings: readonly Finding[], verdict: Finding["verdict"], texts: Texts): string {
  return findings
    .filter((finding) => finding.verdict === verdict)
    .map(({ rule }) => texts.text(`rule_${snake(rule)}_title`))
    .join("; ");
}

function triedOf({ outcome, looked }: CaseView, texts: Texts): string {
  return (outcome?.kind === "not-proven" ? outcome.tried : looked)
    .slice(0, maximumTried)
    .map((tried) => ownChanges.triedLine(tried, texts) ?? "")
    .join("; ");
}

/** Never in the middle of a character. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
