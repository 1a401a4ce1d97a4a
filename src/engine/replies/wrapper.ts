// Who said it to whom: a bounce and a sending server's log carry another server's refusal (DESIGN §1.2),
// so the same words mean something else there. Judged before the words.

import { isNoticeInWords } from "../dsn/happened.js";
import type { ReplyKind } from "../model/reason.js";

/** `own-server`: said to this client by the server it sends through; `other-server`: said to that server. */
export type Wrapper = "own-server" | "other-server";

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

// What people are told of messages and recipients, in a letter rather than in a reply, in any language.
const letter =
  /(?:your|the|this) (?:message|mail|e-?mail)\b|recipients?\b|addressee|delivered|delivery|nachricht|empf(?:ä|ae)nger|zustell|(?:votre|le|ce) message|destinat[aá]|mensaje|messaggio|mensagem|bericht|geadresseerde|wiadomoś|adresat|сообщени|письм|получател|повідомлен|meddel|mottaga|modtager|mottaker|viesti|vastaanottaj|zpráv|příjemc|ileti|alıcı|üzenet|címzett|メッセージ|メール|宛先|邮件|郵件|收件|메일|메시지/i;

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
  if (kind === undefined && isNoticeInWords(text)) return "other-server";
  return "own-server";
}
