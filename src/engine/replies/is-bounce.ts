// Whether a mail is a notice of delivery: a report (RFC 3464, RFC 6522 §3), or the plain text of Exim, qmail and many
// others, told by its headers alone. A first look at author and subject keeps ordinary mail from being read at all.

import type { Headers } from "../model/returned-mail.js";

export const daemon =
  /mailer-?daemon|mdaemon|mail.?deliver|microsoftexchange|mail.?(?:administrator|system|subsystem)|delivery.?(?:sub)?system|smtp.?mail.?service/i;
export const postmaster = /po{1,2}st_?master|\badministrator\b/i;
export const aboutBouncing =
  /undeliver|deliver(?:y|ed|able)|failure notice|returned (?:mail|to sender)|mail failed|failed mail|warning: message|could not be (?:sent|delivered)|non[- ]?remis|unzustellbar|zustell|[ée]chec|retard de remise|no se puede entregar|no entregado|no se ha podido|non recapit|mancato recapito|n[ãa]o entreg|niet bezorgd|onbestelbaar|niedostarcz|nedostav|nedoru|olevererbart|kunde inte levereras|не удалось доставить|недостав|не доставлено|退信|退回|kan ikke leveres|toimit|kézbesít|teslim ed|无法|無法|未传递|投递|配信|配送|送信できません|전달|배달/i;

/** Cheap, on what Thunderbird keeps of every mail; a mail that only looks like one is sorted out by `isBounce`. */
export function mayBeBounce({
  author,
  subject,
}: {
  readonly author: string;
  readonly subject: string;
}): boolean {
  const from = author.slice(0, 500);
  return (
    isNobody(from) || daemon.test(from) || postmaster.test(from) || aboutBouncing.test(subject.slice(0, 500))
  );
}

/** "From: <>": what nobody answers to. */
export function isNobody(from: string): boolean {
  return /^\s{0,8}(?:<\s{0,4}>)?\s{0,8}$/.test(from);
}

export function isBounce(headers: Headers): boolean {
  const first = (name: string): string => (headers[name]?.[0] ?? "").slice(0, 1000);
  const type = first("content-type").toLowerCase();
  const isReport = /^\s*multipart\/report\b/.test(type);
  const reports = /report-type\s{0,4}=\s{0,4}"?([a-z-]{1,40})/.exec(type)?.[1];
  if (isReport && reports !== undefined) {
    return reports === "delivery-status";
  }
  if (first("x-failed-recipients") !== "") {
    return true;
  }
  const from = first("from");
  // RFC 5321 §4.5.5 wants an empty envelope sender; some put their own name there.
  const fromNobody = /^\s{0,8}(?:<\s{0,4}>|<?(?:mailer-daemon|postmaster)\b[^\n]{0,300})?\s{0,8}$/i.test(
    first("return-path"),
  );
  const about = aboutBouncing.test(first("subject"));
  if (isReport) {
    return about || daemon.test(from) || (fromNobody && postmaster.test(from));
  }
  if (headers["from"] !== undefined && isNobody(from)) {
    return fromNobody && about;
  }
  // An absent colleague answers "auto-replied" too, as postmaster if need be, but never as the daemon (RFC 3834 §5).
  return daemon.test(from) ? fromNobody || about : fromNobody && postmaster.test(from) && about;
}
