// Reads a text that tells of a refusal: an error message, a returned mail, a line of a server's log. Keeps the reply,
// who refused whom and for which recipients; never the message that was returned. Whose servers these are is
// refused-by.ts's.

import { bareRefusal, type ConnectionFault, type Refusal, type SmtpStage } from "../model/refusal.js";
import { noticeIn } from "../dsn/notice-in-text.js";
import { stageInWords } from "../dsn/stage.js";
import { classify } from "./classify.js";
import { codeInLine, linesOf, linesThatDecided } from "./lines-that-decided.js";
import { maximumReplyLength } from "./maximum-length.js";
import type { Classification, ReplyKind } from "../model/reason.js";
import type { Report } from "./report.js";
import { reportOfNotice } from "./report-of-notice.js";
import { dialogIn } from "./wrappers/dialog.js";
import { isLog, wrapperOf } from "./wrapper.js";

/** Null where the text tells of no refusal that could be made out. `ownHosts`: of the user's settings. */
export function readReport(
  pasted: string,
  kind?: ReplyKind,
  ownHosts: readonly string[] = [],
): Report | null {
  if (wrapperOf(pasted.slice(0, maximumReplyLength), kind) === "other-server") {
    const { notice } = noticeIn(pasted);
    const report = notice === null ? null : reportOfNotice(notice);
    if (report === null) {
      return null;
    }
    // A log is no letter that anybody could have written. What waits is told as waiting all the same.
    const isNoLetter = isLog(pasted.slice(0, maximumReplyLength)) && report.notice?.event === "failed";
    return {
      ...report,
      notice: isNoLetter ? null : report.notice,
      refusal: withRecipientsOfLog(report.refusal, pasted),
    };
  }
  const text = pasted.slice(0, maximumReplyLength).replaceAll(/\r\n?/g, "\n").trim();
  const meaning = classify({ text, ownHosts, ...(kind !== undefined && { kind }) });
  const words = text === "" ? [] : wordsOf(text, meaning);
  const fault = faultOf(text, meaning);
  if (words.length === 0 && fault === null) {
    return null;
  }
  const first = replyStart.exec(words[0] ?? "");
  return {
    refused: { kind: "own-server" },
    reportingServer: null,
    refusingServer: null,
    notice: null,
    refusal: {
      ...bareRefusal,
      stage: stageOf(text, meaning),
      code: first?.[1] === undefined ? null : Number(first[1]),
      enhancedCode: first?.[2] ?? null,
      lines: fault === null ? words.map((line) => line.replace(replyStart, "")) : [],
      fault,
      recipients: recipientsInLog(text),
    },
  };
}

/** "550 5.7.1 ", "550-5.7.1 ", "550: ", also with words before it: "smtp;550 ", Roundcube's "SMTP Error (550): ". */
const replyStart =
  /^\s{0,8}(?:smtp; ?|smtp error \()?([245]\d\d)[ :)-]{1,3}(?:#?([245]\.\d{1,3}\.\d{1,3})[ :;,-]{0,2})?/i;
const maximumLines = 12;

/** The reply's own lines: what stands between Thunderbird's sentences, else what decided. */
function wordsOf(text: string, { basis }: Classification): readonly string[] {
  const inner = dialogIn(text).words.trim();
  const isWhole = inner !== text || replyStart.test(inner) || inner.length <= 600;
  const known = basis !== "" || replyStart.test(inner) || inner !== text;
  if (known && isWhole) {
    return linesOf(inner).slice(0, maximumLines);
  }
  return linesOf(inner).some((line) => codeInLine.test(line)) || basis !== ""
    ? linesThatDecided(inner, basis)
    : [];
}

/** Thunderbird's own sentences about a connection quote no server (composeMsgs.properties). */
function faultOf(text: string, { reason }: Classification): ConnectionFault | null {
  const isQuoted = codeInLine.test(text) || dialogIn(text).words !== text;
  if (isQuoted) {
    return null;
  }
  switch (reason) {
    case "port-or-connection-blocked":
      return /timed out/i.test(text) ? "timeout" : "unreachable";
    case "tls-required":
      return text.includes("(SMTP)") ? "starttls-not-offered" : null;
    default:
      return null;
  }
}

function stageOf(text: string, { reason }: Classification): SmtpStage {
  const inWords = stageInWords(text);
  const named = inWords === "unknown" ? dialogIn(text).stage : inWords;
  return named === "unknown" && reason === "auth-failed" ? "auth" : named;
}

// Log lines name the recipient as "to=<…>" (Postfix) or "RCPT <…>" (Exim).
const inLog = /(?:\bto=|\brcpt (?:to:)?)<([^\s<>@]{1,64}@[^\s<>@]{1,255})>/gi;

function recipientsInLog(text: string): readonly string[] {
  const named = [...text.slice(0, maximumReplyLength).matchAll(inLog)].map(([, address = ""]) =>
    address.toLowerCase(),
  );
  return [...new Set(named)].slice(0, 20);
}

function withRecipientsOfLog(refusal: Refusal | null, text: string): Refusal | null {
  return refusal === null || refusal.recipients.length > 0
    ? refusal
    : { ...refusal, recipients: recipientsInLog(text) };
}
