// Reads a text that tells of a refusal: an error message, a returned mail, a line of a server's log. Keeps the reply,
// who refused whom and for which recipients; never the message that was returned. RFC 3464 and the words of Exim,
// Postfix and Thunderbird. Whose servers these are is refused-by.ts's.

import type { ConnectionFault, Refusal, SmtpStage } from "../model/refusal.js";
import { bounceParties, maximumRecipients, withoutQuotedMessage } from "./bounce.js";
import { classify, maximumReplyLength } from "./classify.js";
import type { Classification, ReplyKind } from "./reason.js";
import { dialogStage, withoutDialog } from "./wrappers/dialog.js";
import { wrapperOf, type Wrapper } from "./wrapper.js";

export interface Report {
  /** Said to the mail program, or by another server to the one that had taken the message. */
  readonly wrapper: Wrapper;
  readonly refusal: Refusal;
  readonly reportingServer: string | null;
  readonly refusingServer: string | null;
}

/** Null where the text tells of no refusal that could be made out. */
export function readReport(pasted: string, kind?: ReplyKind): Report | null {
  const text = pasted.slice(0, maximumReplyLength).replaceAll(/\r\n?/g, "\n").trim();
  const meaning = classify({ text, ...(kind !== undefined && { kind }) });
  const words = text === "" ? [] : wordsOf(text, meaning, kind);
  const fault = faultOf(text, meaning);
  if (words.length === 0 && fault === null) {
    return null;
  }
  const first = replyStart.exec(words[0] ?? "");
  const parties = bounceParties(text);
  const wrapper = wrapperOf(text, kind);
  return {
    wrapper,
    reportingServer: parties.reportingServer,
    refusingServer: parties.refusingServer ?? relayIn(text),
    refusal: {
      stage: stageOf(text, meaning),
      code: first?.[1] === undefined ? null : Number(first[1]),
      enhancedCode: first?.[2] ?? statusIn(text),
      lines: fault === null ? words.map((line) => line.replace(replyStart, "")) : [],
      fault,
      certificateError: null,
      secure: null,
      offeredSignIn: null,
      recipients: recipientsIn(text, parties.recipients),
    },
  };
}

/** "550 5.7.1 ", "550-5.7.1 ", "550: ", also with words before it: "smtp;550 ", Roundcube's "SMTP Error (550): ". */
const replyStart =
  /^\s{0,8}(?:smtp; ?|smtp error \()?([245]\d\d)[ :)-]{1,3}(?:#?([245]\.\d{1,3}\.\d{1,3})[ :;,-]{0,2})?/i;
const maximumLines = 12;

/** The reply's own lines: what is quoted, else what stands between Thunderbird's sentences, else what decided. */
function wordsOf(text: string, meaning: Classification, kind: ReplyKind | undefined): readonly string[] {
  if (wrapperOf(text, kind) === "other-server") {
    const quoted = bounceParties(text).reply;
    return quoted === null
      ? linesThatDecided(withoutQuotedMessage(text), meaning)
      : [quoted.replace(/ ?\(in reply to [a-z ]{2,24} command\)\)?$/i, "")];
  }
  const inner = withoutDialog(text).trim();
  const isWhole = inner !== text || replyStart.test(inner) || inner.length <= 600;
  const known = meaning.basis !== "" || replyStart.test(inner) || inner !== text;
  if (!known) {
    return linesThatDecided(inner, meaning);
  }
  return isWhole ? linesOf(inner).slice(0, maximumLines) : linesThatDecided(inner, meaning);
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A code of a refusal at the start of something a server says, or with its enhanced code: never a house number. */
const codeInLine = /(?:^|[:;("'>] ?)[45]\d\d[ -]\S|\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b/;

function linesThatDecided(text: string, { basis }: Classification): readonly string[] {
  const lines = linesOf(text);
  const words = basis.toLowerCase().split("@")[0]?.trim() ?? "";
  const chosen = lines.filter(
    (line) =>
      codeInLine.test(line) ||
      (words.length > 3 && line.toLowerCase().replaceAll(/\s+/g, " ").includes(words)),
  );
  return chosen.slice(0, 3).map((line) => line.slice(0, 500));
}

/** Thunderbird's own sentences about a connection quote no server (composeMsgs.properties). */
function faultOf(text: string, { reason }: Classification): ConnectionFault | null {
  const isQuoted = codeInLine.test(text) || withoutDialog(text) !== text;
  if (isQuoted || wrapperOf(text, undefined) === "other-server") {
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

const commands: readonly (readonly [RegExp, SmtpStage])[] = [
  // Postfix: "(in reply to RCPT TO command)"; Exim: "SMTP error from remote mail server after RCPT TO:<…>"
  [/in reply to end of data|after (?:end of )?data/i, "data"],
  [/in reply to rcpt to|after rcpt to|rejected rcpt|reject: rcpt|failed to add recipient/i, "rcpt"],
  [/in reply to mail from|after mail from|rejected mail|reject: mail/i, "mail"],
];

function stageOf(text: string, { reason }: Classification): SmtpStage {
  const named = commands.find(([pattern]) => pattern.test(text))?.[1] ?? dialogStage(text);
  return named === "unknown" && reason === "auth-failed" ? "auth" : named;
}

/** RFC 3464 §2.3.4, where the reply itself has no such code. */
function statusIn(text: string): string | null {
  return /^status: {0,4}([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? null;
}

/** Postfix: "to=<user@example.com>, relay=mx.example.com[192.0.2.1]:25, …" */
function relayIn(text: string): string | null {
  return /\brelay=([a-z0-9][a-z0-9.-]{0,252})\[/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

// Log lines name the recipient as "to=<…>" (Postfix) or "RCPT <…>" (Exim).
const inLog = /(?:\bto=|\brcpt (?:to:)?)<([^\s<>@]{1,64}@[^\s<>@]{1,255})>/gi;

function recipientsIn(text: string, found: readonly string[]): readonly string[] {
  if (found.length > 0) {
    return found;
  }
  const named = [...text.matchAll(inLog)].map(([, address = ""]) => address.toLowerCase());
  return [...new Set(named)].slice(0, maximumRecipients);
}
