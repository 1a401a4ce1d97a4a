// Who said it to whom: a bounce and a sending server's log carry another server's refusal (DESIGN §1.2),
// so the same words mean something else there. Judged before the words.

import type { ReplyKind } from "../model/reason.js";

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
  // chasquid, OpenSMTPD, Haraka, Courier, DragonFly, Domino, Zimbra, GroupWise, James, MDaemon
  /delivery of your message to the following|please do not reply to this e-?mail|attempting to deliver a message for|program at \S{1,200}\.\s{1,4}i'm afraid|wasn't able to deliver your message|message to the following recipients? (?:cannot|could not|was not)/i,
  /error delivering your mail|was not delivered to:|did not reach the following|had permanent (?:fatal|delivery) errors|had delivery (?:problems|errors)|trouble delivering your message|not yet been delivered|unable to deliver (?:the )?message to/i,
  /(?:message|mail) (?:you sent )?(?:has been |was |is )?(?:permanently |temporarily )?(?:delayed|undeliverable)|will be retried until|message blocked|message not delivered|delivery incomplete|address not found/i,
  // Gmail, Exchange, Yandex and others in the languages they speak
  /unzustellbar|nicht zugestellt|konnte nicht (?:an [^\n]{1,80} )?zugestellt|fehler bei der nachrichten(?:ü|ue)bermittlung|message non remis|n'a pas (?:pu être|été) (?:remis|distribu)|[ée]chec de la remise|no se (?:pudo|ha podido) entregar|no se entreg[óo]|error al entregar|impossibile recapitare|non (?:è stato|è stata) (?:recapit|consegnat)|non recapitat|não (?:foi|p[ôo]de ser) entregue|falha na entrega|niet (?:bezorgd|worden bezorgd|afgeleverd)|bezorging (?:is )?mislukt|nie (?:dostarczono|została dostarczona|można (?:było )?dostarczyć)|не (?:может быть|было|удалось) доставлен|не доставлено|сообщение не доставлено|kunde inte levereras|har inte levererats|kunne ikke leveres|ei voitu toimittaa|teslim edilemedi|nebyla doručena|nem sikerült kézbesíteni|配信できませんでした|配信されませんでした|无法(?:送达|投递)|未送达|無法(?:傳遞|送達)|전달되지/i,
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

/** Lines of a server's log as Postfix and Exim write them; whoever keeps it wrote it, so nobody else's letter is in it. */
export function isLog(text: string): boolean {
  return logLines.some((line) => line.test(text));
}

const logLines: readonly RegExp[] = [
  /^.{0,120}\bpostfix\/(?:smtp|lmtp)\[\d{1,9}\]: /im,
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d .{0,60}(?:\*\*|==) \S{1,320} /m,
];

// What people are told of messages and recipients, in a letter rather than in a reply.
const letter = /(?:your|the|this) (?:message|mail|e-?mail)\b|recipients?\b|addressee|delivered|delivery/i;

/** Nothing tells whether such a text was an answer to this client or a mail that came back: somebody has to be asked. */
export function isUnclear(text: string): boolean {
  const lines = text
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "");
  return wrapperOf(text, undefined) === "own-server" && lines.length > 3 && letter.test(text);
}

/** Decides from `kind` and the text; a text without any mark is taken as said to this client. */
export function wrapperOf(text: string, kind: ReplyKind | undefined): Wrapper {
  if (kind === "dsn") return "other-server";
  if (kind === "smtp-reply" || kind === "client-dialog") return "own-server";
  if (sendingLogMarks.some((mark) => mark.test(text))) return "other-server";
  if (kind === undefined && bounceMarks.some((mark) => mark.test(text))) return "other-server";
  return "own-server";
}
