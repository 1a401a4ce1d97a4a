// Who said it to whom: a bounce and a sending server's log carry another server's refusal (DESIGN §1.2),
// so the same words mean something else there. Judged before the words.

import type { ReplyKind } from "./reason.js";

/** `own-server`: said to this client by the server it sends through; `other-server`: said to that server. */
export type Wrapper = "own-server" | "other-server";

const bounceMarks: readonly RegExp[] = [
  // RFC 3464 fields, and what tools print of them
  /^(?:diagnostic-code|final-recipient|original-recipient|reporting-mta|remote-mta|action):/im,
  /\bsmtp; ?[245]\d\d/i,
  // Exim: "This message was created automatically by mail delivery software."
  /created automatically by mail delivery software/i,
  // Postfix: "This is the mail system at host mail.example.com." / "I'm sorry to have to inform you"
  /this is the mail system at host/i,
  // Exim: "    host mx.example.com [192.0.2.1]: 554 5.7.1 <user@example.com>: ..."
  /^ {0,8}host \S{1,200} \[[^\]\s]{1,60}\]: [45]\d\d/im,
  // qmail: "Hi. This is the qmail-send program at example.com." / "Remote host said: 550" / "Giving up on 192.0.2.1."
  /qmail-send program|remote host said:|giving up on \d/i,
  // Sendmail: "----- Transcript of session follows -----", "(reason: 550 relay not permitted)"
  /transcript of session follows|\(reason: [45]\d\d|^<<< [45]\d\d/im,
  // Gmail, Exchange: "The response from the remote server was:"
  /the response (?:from the remote server )?was:|the error that the other server returned/i,
  /(?:message|mail) (?:could not|couldn't|cannot|can't) be delivered|wasn't delivered to|delivery has failed to these/i,
  /unable to deliver (?:your|this) message|undeliver(?:ed|able) (?:mail|message)|delivery status notification/i,
  /rejected your message:|delivery to the following recipients? failed|returned to sender/i,
  // Exchange: "#550 5.4.1 Relay Access Denied ##", "Remote Server returned '550 5.7.1 ...'"
  /^ {0,8}#[245]\d\d [245]\.\d|remote server returned ['<\d]/im,
  // Exchange: "edge05.example.net #<edge05.example.net #5.7.1 smtp;550 ..."
  /#<\S{1,120} #[45]\.|#smtp#/i,
];

const sendingLogMarks: readonly RegExp[] = [
  // Postfix's sending side: "postfix/smtp[1234]: ... status=bounced (host x said: 550 ..."
  /postfix\/(?:smtp|lmtp)\[|status=(?:bounced|deferred)/i,
  /\bhost \S{1,200} said: ?[45]|\(in reply to (?:end of )?[a-z ]{2,24} command\)/i,
  // Exim: "SMTP error from remote mail server after RCPT TO:<user@example.com>: host ..."
  /smtp error from remote (?:mail )?server/i,
  /mta: \.{3} timeout|\bmta event=/i,
  /outboundconnectionresponse/i,
];

/** Decides from `kind` and the text; a text without any mark is taken as said to this client. */
export function wrapperOf(text: string, kind: ReplyKind | undefined): Wrapper {
  if (kind === "dsn") return "other-server";
  if (kind === "smtp-reply" || kind === "client-dialog") return "own-server";
  if (sendingLogMarks.some((mark) => mark.test(text))) return "other-server";
  if (kind === undefined && bounceMarks.some((mark) => mark.test(text))) return "other-server";
  return "own-server";
}
