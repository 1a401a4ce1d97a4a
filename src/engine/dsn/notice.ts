// Reads a notice of delivery (RFC 3464): what became of the message for each recipient, who refused it, and in which
// words. The machine's fields come first, the text for people fills what they leave out. Judges nothing.

import type { DeliveryEvent } from "../model/delivery.js";
import type { SmtpStage } from "../model/refusal.js";
import { eventInWords, namedInFailure } from "./happened.js";
import type { Headers, NoticeMail } from "../model/returned-mail.js";
import { maximumPartLength } from "./mail.js";
import { toldRecipients, type ToldRecipient } from "./people-text.js";
import { quotedReply, replyOf, type QuotedReply } from "./quoted-reply.js";
import { namedInWords, refuserOf, type Refuser } from "./refuser.js";
import { stageInWords } from "./stage.js";
import { readStatusFields, type RecipientFields } from "./status-fields.js";

export interface Fate {
  /** In lower case; null where the notice names nobody. */
  readonly recipient: string | null;
  readonly event: DeliveryEvent;
  /** RFC 3463, where a field says it; a reply may have another. */
  readonly status: string | null;
  /** What a server replied; null where none did, or the notice does not say. */
  readonly reply: QuotedReply | null;
  /** The notice's own words about this recipient, for reading only; "" where there are none. */
  readonly words: string;
  /** Whose they are: of a field for machines, what stands beside the address, or all that the notice says to people. */
  readonly wordsFrom: "diagnostic-code" | "beside-address" | "whole-text";
  readonly refuser: Refuser;
  readonly stage: SmtpStage;
  /** Until when it is tried again, as written; null where that is not told. */
  readonly retryUntil: string | null;
}

export interface Notice {
  /** The server that wrote it, in lower case; null where it does not say. */
  readonly reportingServer: string | null;
  /** The worst first, else in the notice's order; at least one. */
  readonly fates: readonly Fate[];
  /** Told by the fields of RFC 3464, not by words alone. */
  readonly byFields: boolean;
}

/** Null where nothing tells what has become of a message: no notice of delivery. */
export function readNotice(whole: NoticeMail): Notice | null {
  // For each of a hundred recipients all that is said to people may be read: no more of it than of one part.
  const mail = { ...whole, text: whole.text.slice(0, maximumPartLength) };
  const { text, status } = mail;
  const fields = readStatusFields(status === "" ? whole.text : status);
  const reportingServer = fields.reportingServer ?? reporterInWords(text) ?? writer(mail.headers);
  const event = fields.recipients.length > 0 ? null : eventOfText(mail);
  const isOneDiagnosed = fields.recipients.length === 1 && fields.recipients[0]?.diagnostic !== null;
  const told = fields.recipients.length > 0 && status !== "" && !isOneDiagnosed ? toldRecipients(text) : [];
  const fates =
    event === null
      ? fields.recipients.map((entry) => {
          const own = wordsFor(entry, told);
          const common = fields.recipients.length === 1 ? text : "";
          return fateOf(entry, own, common, reportingServer);
        })
      : fatesOfText(mail, event, reportingServer);
  return fates.length === 0
    ? null
    : {
        reportingServer,
        byFields: event === null,
        fates: [...fates].sort((left, right) => rank(left) - rank(right)),
      };
}

const worstFirst: readonly DeliveryEvent[] = ["failed", "delayed", "expanded", "relayed", "delivered"];

function rank({ event }: Fate): number {
  return worstFirst.indexOf(event);
}

function eventOfText({ headers, text }: NoticeMail): DeliveryEvent | null {
  const event = eventInWords(headers["subject"]?.[0] ?? "", text);
  return event ?? (failedIn(headers).length === 0 && quotedReply(text) === null ? null : "failed");
}

/** Exim and Google name them in a header of their own. */
function failedIn(headers: Headers): readonly string[] {
  return (headers["x-failed-recipients"] ?? [])
    .flatMap((value) => value.slice(0, 4_000).split(","))
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address.includes("@"));
}

/** What the text for people says of one recipient of the fields; "" where it does not name it. */
function wordsFor(entry: RecipientFields, told: readonly ToldRecipient[]): string {
  return (
    told.find(({ recipient }) => recipient === entry.recipient || recipient === entry.finalRecipient)
      ?.words ?? ""
  );
}

/** @param own what the text says of this recipient; `common`: what it says where it names nobody */
function fateOf(entry: RecipientFields, own: string, common: string, reportingServer: string | null): Fate {
  const told = own === "" ? common : own;
  const { diagnostic, status, event, recipient, retryUntil } = entry;
  const type = diagnostic?.type ?? "";
  const words = diagnostic?.text ?? told;
  const reply = diagnostic === null ? quotedReply(words) : replyInDiagnostic(type, words);
  const remoteServer = entry.remoteServer ?? namedInWords(words) ?? namedInWords(told);
  const stage = stageInWords(words);
  return {
    recipient,
    event: event ?? "failed",
    status,
    reply,
    words,
    wordsFrom: diagnostic !== null ? "diagnostic-code" : own === "" ? "whole-text" : "beside-address",
    refuser: refuserOf({ reply, words, type, remoteServer, reportingServer }),
    stage: stage === "unknown" && told !== words ? stageInWords(told) : stage,
    retryUntil,
  };
}

/** A Diagnostic-Code holds the reply, the reporter's sentence around one, or only a sentence. */
function replyInDiagnostic(type: string, text: string): QuotedReply | null {
  const whole = replyOf(text);
  if (whole.code !== null) return whole;
  return quotedReply(text) ?? (type === "smtp" && whole.enhancedCode !== null ? whole : null);
}

function fatesOfText(
  mail: NoticeMail,
  event: DeliveryEvent,
  reportingServer: string | null,
): readonly Fate[] {
  const named = failedIn(mail.headers);
  const told = toldRecipients(mail.text).filter(
    ({ recipient }) => (named.length === 0 || named.includes(recipient)) && !isForHelp.test(recipient),
  );
  const silent = named.filter((address) => !told.some(({ recipient }) => recipient === address));
  const all = [...told, ...silent.map((recipient) => ({ recipient, words: "" }))];
  // Where no reply stands beside an address, what is said above or below holds for all of them.
  const isSilent = all.every(({ words }) => quotedReply(words) === null);
  const isCommon =
    isSilent && (all.every(({ words }) => words.length < 40) || quotedReply(mail.text) !== null);
  const nobody = (): { recipient: string | null; words: string } => ({
    recipient: event === "failed" ? namedInFailure(mail.text) : null,
    words: "",
  });
  return (all.length === 0 ? [nobody()] : all).map(({ recipient, words: own }) => {
    const words = own === "" || isCommon ? mail.text : own;
    const reply = quotedReply(words);
    const remoteServer = namedInWords(words);
    return {
      recipient,
      event,
      status: null,
      reply,
      words,
      wordsFrom: own === "" || isCommon ? "whole-text" : "beside-address",
      refuser: refuserOf({ reply, words, type: "", remoteServer, reportingServer }),
      stage: stageInWords(words),
      retryUntil: null,
    };
  });
}

const isForHelp = /^(?:postmaster|abuse|support|help|helpdesk|mailer-daemon)@/;

const host = String.raw`([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)`;
const reporters: readonly RegExp[] = [
  // Postfix, qmail, Haraka, Courier, PowerMTA, DragonFly, Exim's warnings, Exchange
  new RegExp(
    String.raw`(?:mail system at host|program at|notification from|mail server on|mail agent \S{1,20} at|on the queue on|amavisd-new at host|gateway at host|generating server:) ${host}`,
    "i",
  ),
];

function reporterInWords(text: string): string | null {
  for (const pattern of reporters) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found.toLowerCase();
  }
  return null;
}

/** "From: Mail Delivery System <Mailer-Daemon@mail.example.com>": where nothing else names the server. */
function writer(headers: Headers): string | null {
  const from = (headers["from"]?.[0] ?? "").slice(0, 500);
  return /(?:mailer-?daemon|postmaster)@([a-z0-9.-]{3,255})/i.exec(from)?.[1]?.toLowerCase() ?? null;
}
