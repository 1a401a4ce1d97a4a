// The notices of real servers, which are not part of this project (../shared/data/servers): what happened, who refused
// and why, read as the add-on reads them and as `classify` does, and the same from what a user sees and pastes of them.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mailIn } from "../../../src/engine/dsn/raw-mail.js";
import { readNotice } from "../../../src/engine/dsn/notice.js";
import { judgeNotice } from "../../../src/engine/replies/judge-notice.js";
import { readReport } from "../../../src/engine/replies/read-report.js";
import { refusedBy } from "../../../src/engine/replies/refused-by.js";
import { reportOfNotice } from "../../../src/engine/replies/report-of-notice.js";
import { meaningOf } from "../../../src/engine/rules/meaning.js";

const folder = "../shared/data/servers";

interface Row {
  readonly file: string;
  readonly label: string;
  readonly sub: readonly string[];
  readonly event: "failed" | "delayed" | "delivered";
  readonly by: "own-server" | "other-server" | null;
}

const rows = existsSync(`${folder}/bounces.jsonl`)
  ? readFileSync(`${folder}/bounces.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row)
  : [];

const own = ["alpha.test", "mail.alpha.test"];
const source = ({ file }: Row): string => readFileSync(`${folder}/bounces/${file}`, "utf8");
const isArrived = (event: string | undefined): boolean => event === "relayed" || event === "expanded";

describe.skipIf(rows.length === 0)("a notice of a real server, without ../shared skipped", () => {
  it.each(rows.map((row) => [row.file, row] as const))("%s by `classify`", (_, row) => {
    const { event, by, classification } = judgeNotice(source(row), own);
    expect(isArrived(event) ? "delivered" : event).toBe(row.event);
    expect(by).toBe(row.event === "failed" ? (row.by ?? "unknown") : "unknown");
    expect(classification.reason).toBe(
      row.label.startsWith("NONE") ? "not-a-client-config-problem" : row.label,
    );
    if (row.sub.length > 0) expect(row.sub).toContain(classification.subReason);
  });

  it.each(rows.map((row) => [row.file, row] as const))("%s as the add-on reads it", (_, row) => {
    const mail = mailIn(source(row));
    const notice = mail === null ? null : readNotice(mail);
    const report = notice === null ? null : reportOfNotice(notice);
    expect(isArrived(report?.notice?.event) ? "delivered" : report?.notice?.event).toBe(row.event);
    if (report?.refusal == null) {
      expect(row.event).toBe("delivered");
      return;
    }
    const by = refusedBy(report.refused, report.reportingServer, own);
    if (row.event === "failed") expect(by).toBe(row.by ?? "unknown");
    const meaning = meaningOf(report.refusal, {
      found: "returned-mail",
      by,
      reportingServer: null,
      refusingServer: null,
      ownMessage: "yes",
      ...(report.notice !== null && { notice: report.notice }),
    });
    expect(meaning?.reason).toBe(row.label);
    if (row.sub.length > 0) expect(row.sub).toContain(meaning?.subReason);
    expect(report.refusal.lines.join("\n")).not.toMatch(
      /in reply to|Diagnostic-Code|smtp;|Giving up|MAIL\/RCPT|^\d{3}/,
    );
    expect(report.refusal.recipients).toHaveLength(1);
  });

  it.each(rows.map((row) => [row.file, row] as const))("%s by its visible text, pasted", (_, row) => {
    const report = readReport(mailIn(source(row))?.text ?? "");
    expect(isArrived(report?.notice?.event) ? "delivered" : report?.notice?.event).toBe(row.event);
    if (report?.refusal == null) {
      expect(row.event).toBe("delivered");
      return;
    }
    const by = refusedBy(report.refused, report.reportingServer, own);
    if (row.event === "failed") expect(by).toBe(row.by ?? "unknown");
    const meaning = meaningOf(report.refusal, {
      found: "pasted",
      by,
      reportingServer: null,
      refusingServer: null,
      ownMessage: "unknown",
      ...(report.notice !== null && { notice: report.notice }),
    });
    expect(meaning?.reason).toBe(row.label);
    if (row.sub.length > 0) expect(row.sub).toContain(meaning?.subReason);
  });
});
