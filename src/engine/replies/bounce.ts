// Who refused whom in a bounce: the server that reports it (the user's own, if the mail got no further) and the server
// it was talking to. RFC 3464 §2.2.2 and §2.3.5 fields first, then the plain texts of Postfix, Exim and qmail.
// Whether either is the user's own server is for the caller to compare; nothing here trusts the names.

import { maximumReplyLength } from "./maximum-length.js";

export interface BounceParties {
  /** The server that wrote the bounce, in lower case; null where the text does not say. */
  readonly reportingServer: string | null;
  /** The server that refused, in lower case; null where the reporting server itself did, or the text does not say. */
  readonly refusingServer: string | null;
  /** The recipients that failed, in order, at most `maximumRecipients`. */
  readonly recipients: readonly string[];
  /** The refusing server's words, bounded; null where no reply is quoted. */
  readonly reply: string | null;
}

export const maximumRecipients = 20;

const hostName = String.raw`([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)`;
const reporting: readonly RegExp[] = [
  new RegExp(String.raw`^reporting-mta: {0,4}dns; {0,4}${hostName}`, "im"),
  // Postfix: "This is the mail system at host mail.example.com."
  new RegExp(String.raw`this is the mail system at host ${hostName}`, "i"),
  // qmail: "Hi. This is the qmail-send program at mail.example.com."
  new RegExp(String.raw`this is the qmail-send program at ${hostName}`, "i"),
];
const refusing: readonly RegExp[] = [
  new RegExp(String.raw`^remote-mta: {0,4}dns; {0,4}${hostName}`, "im"),
  // Postfix: "host mx.example.com[192.0.2.1] said: 550 ..."; Exim: "host mx.example.com [192.0.2.1]: 550 ..."
  new RegExp(String.raw`\bhost ${hostName} ?\[[0-9a-f.:]{2,45}\]`, "i"),
  // Sendmail: "... while talking to mx.example.com.:"; qmail: "Connected to 192.0.2.1 but sender was rejected."
  new RegExp(String.raw`(?:while talking to|connected to|giving up on) ${hostName}`, "i"),
];
const finalRecipient = /^final-recipient: {0,4}rfc822; {0,4}<?([^\s<>]{1,320})/gim;
// Exim: the address alone on a line, by two blanks; Postfix and qmail: "<user@example.com>:"
const recipientLine = /^(?: {2}|<)([^\s<>@]{1,64}@[^\s<>@]{1,255})(?:>:|$)/gm;
// A continuation line begins with a blank (RFC 5322 §2.2.3).
const diagnostic =
  /^diagnostic-code: {0,4}[a-z0-9-]{1,20}; {0,4}([^\n]{1,1000}(?:\n[ \t][^\n]{0,500}){0,8})/im;
const quotedReply: readonly RegExp[] = [
  diagnostic,
  /\] ?(?:said)?: ?([245]\d\d[ -][^\n]{1,1000}(?:\n[ \t][^\n]{0,500}){0,8})/i,
  // Exim: "SMTP error from remote mail server after RCPT TO:<user@example.com>:\n    550 relay not permitted"
  /server after [a-z ]{4,24}(?::<[^>\n]{0,320}>)?:\s{1,8}([245]\d\d[^\n]{1,1000})/i,
  /remote host said: ?([245]\d\d[^\n]{1,1000})/i,
  /\(reason: ([245]\d\d[^\n)]{1,1000})/i,
];

function first(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

// What follows is the user's own message, with words of its own ("X-Spam-Status", "Received-SPF").
const quotedMessage =
  /^(?:content-type: {0,4}(?:message\/rfc822|text\/rfc822-headers)|-{2,}[^\n]{0,40}(?:copy of (?:the|your) message|original message|returned message)|original message headers:|return-path: {0,4}<|received: from )/im;

/** The reply that a bounce or a sending server's log line quotes; null where none can be told apart. */
export function quotedReplyIn(text: string): string | null {
  return first(quotedReply, text)?.replace(/\s+/g, " ").trim() ?? null;
}

/** A bounce without the message it returns. */
export function withoutQuotedMessage(text: string): string {
  const start = text.search(quotedMessage);
  return start > 0 ? text.slice(0, start) : text;
}

/** Reads the parties out of a bounce's text: the human part, the delivery-status part, or both in a row. */
export function bounceParties(bounce: string): BounceParties {
  const text = bounce.slice(0, maximumReplyLength).replaceAll("\r\n", "\n");
  const fields = [...text.matchAll(finalRecipient)];
  const lines = fields.length > 0 ? fields : [...text.matchAll(recipientLine)];
  const recipients = new Set(lines.map((match) => (match[1] ?? "").toLowerCase()));
  return {
    reportingServer: first(reporting, text)?.toLowerCase() ?? null,
    refusingServer: first(refusing, text)?.toLowerCase() ?? null,
    recipients: [...recipients].slice(0, maximumRecipients),
    reply: quotedReplyIn(text),
  };
}
