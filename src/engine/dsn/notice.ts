// Reads a notice of delivery (RFC 3464): what became of the message for each recipient, who refused it, and in which
// words. The machine's fields come first, the text for people fills what they leave out. Judges nothing.

import type { DeliveryEvent } from "../model/delivery.js";
import type { SmtpStage } from "../model/refusal.js";
import { eventInWords, namedInFailure } from "./happened.js";
import type { Headers, NoticeMail } from "../model/returned-mail.js";
import { maximumPartLength } from "./mail.js";
import { toldRecipients } from "./people-text.js";
import { quotedReply, replyOf, type QuotedReply } from "./quoted-reply.js";
import { namedInWords, refuserOf, type Refuser } from "./refuser.js";
import { stageInWords } from "./stage.js";
import { readStatusFields, type RecipientFields, type StatusFields } from "./status-fields.js";

/** What is said of one recipient. */
export interface Saying {
  /** In lower case; null where the notice names nobody. */
  readonly recipient: string | null;
  /** RFC 3463, where a field says it; a reply may have another. */
  readonly status: string | null;
  /** What a server replied; null where none did, or the notice does not say. */
  readonly reply: QuotedReply | null;
  /** The notice's own words about this recipient, for reading only; "" where there are none. */
  readonly words: string;
  /** Whose they are: of a field for machines, what stands beside the address, or all that the notice says to people. */
  readonly wordsFrom: "diagnostic-code" | "beside-address" | "whole-text";
}

export interface Fate extends Saying {
  readonly event: DeliveryEvent;
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
  const { mail, fields } = bounded(whole);
  const reportingServer = fields.reportingServer ?? reporterInWords(mail.text) ?? writer(mail.headers);
  if (fields.recipients.length > 0) {
    const told = toldBeside(mail, fields);
    const fates = worstFirst(fields).map((entry) => fateOf(entry, told(entry), reportingServer));
    return { reportingServer, byFields: true, fates };
  }
  const quoted = quotedReply(mail.text);
  const event = eventOf(mail, quoted);
  return event === null
    ? null
    : { reportingServer, byFields: false, fates: fatesOfText(mail, quoted, event, reportingServer) };
}

/** What a notice says of its worst recipient, without who refused and at which step; null as for `readNotice`. */
export function worstSaying(whole: NoticeMail): Saying | null {
  if (whole.status === "" && !whole.text.includes("\n")) {
    // A line alone: nothing is said beside it.
    const alone = quotedReply(whole.text);
    if (alone !== null) return saidOfAll(whole, alone, null);
  }
  const { mail, fields } = bounded(whole);
  const [worst] = worstFirst(fields);
  if (worst !== undefined) return sayingOf(worst, toldBeside(mail, fields)(worst));
  const quoted = quotedReply(mail.text);
  const isNotice = quoted !== null || eventOf(mail, quoted) !== null;
  return isNotice ? (sayingsOfText(mail, quoted)[0] ?? null) : null;
}

/** For each of a hundred recipients all that is said to people may be read: no more of it than of one part. */
function bounded(whole: NoticeMail): { readonly mail: NoticeMail; readonly fields: StatusFields } {
  const { status, text } = whole;
  const fields = readStatusFields(status === "" ? text : status);
  return { mail: { ...whole, text: text.slice(0, maximumPartLength) }, fields };
}

const eventsByRank: readonly DeliveryEvent[] = ["failed", "delayed", "expanded", "relayed", "delivered"];

function worstFirst({ recipients }: StatusFields): readonly RecipientFields[] {
  const rank = ({ event }: RecipientFields): number => eventsByRank.indexOf(event ?? "failed");
  return [...recipients].sort((left, right) => rank(left) - rank(right));
}

function eventOf({ headers, text }: NoticeMail, quoted: QuotedReply | null): DeliveryEvent | null {
  const event = eventInWords(headers["subject"]?.[0] ?? "", text);
  return event ?? (failedIn(headers).length === 0 && quoted === null ? null : "failed");
}

/** Exim and Google name them in a header of their own. */
function failedIn(headers: Headers): readonly string[] {
  return (headers["x-failed-recipients"] ?? [])
    .flatMap((value) => value.slice(0, 4_000).split(","))
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address.includes("@"));
}

/** What the text for people says of a recipient of the fields, beside its address or as a whole. */
interface Told {
  readonly own: string;
  readonly common: string;
}

function toldBeside(
  { text, status }: NoticeMail,
  { recipients }: StatusFields,
): (entry: RecipientFields) => Told {
  const isOne = recipients.length === 1;
  const isOneDiagnosed = isOne && recipients[0]?.diagnostic !== null;
  const told = status !== "" && !isOneDiagnosed ? toldRecipients(text) : [];
  return (entry) => ({
    own:
      told.find(({ recipient }) => recipient === entry.recipient || recipient === entry.finalRecipient)
        ?.words ?? "",
    common: isOne ? text : "",
  });
}

function sayingOf({ recipient, status, diagnostic }: RecipientFields, { own, common }: Told): Saying {
  const words = diagnostic?.text ?? (own === "" ? common : own);
  return {
    recipient,
    status,
    reply: diagnostic === null ? quotedReply(words) : replyInDiagnostic(diagnostic.type, words),
    words,
    wordsFrom: diagnostic !== null ? "diagnostic-code" : own === "" ? "whole-text" : "beside-address",
  };
}

function fateOf(entry: RecipientFields, told: Told, reportingServer: string | null): Fate {
  const saying = sayingOf(entry, told);
  const { reply, words } = saying;
  const all = told.own === "" ? told.common : told.own;
  const remoteServer = entry.remoteServer ?? namedInWords(words) ?? namedInWords(all);
  const stage = stageInWords(words);
  return {
    ...saying,
    event: entry.event ?? "failed",
    refuser: refuserOf({ reply, words, type: entry.diagnostic?.type ?? "", remoteServer, reportingServer }),
    stage: stage === "unknown" && all !== words ? stageInWords(all) : stage,
    retryUntil: entry.retryUntil,
  };
}

/** A Diagnostic-Code holds the reply, the reporter's sentence around one, or only a sentence. */
function replyInDiagnostic(type: string, text: string): QuotedReply | null {
  const whole = replyOf(text);
  if (whole.code !== null) return whole;
  return quotedReply(text) ?? (type === "smtp" && whole.enhancedCode !== null ? whole : null);
}

function saidOfAll({ text }: NoticeMail, reply: QuotedReply | null, recipient: string | null): Saying {
  return { recipient, status: null, reply, words: text, wordsFrom: "whole-text" };
}

/** @param quoted the reply in all of the text, if any */
function sayingsOfText(mail: NoticeMail, quoted: QuotedReply | null): readonly Saying[] {
  const named = failedIn(mail.headers);
  const told = toldRecipients(mail.text).filter(
    ({ recipient }) => (named.length === 0 || named.includes(recipient)) && !isForHelp.test(recipient),
  );
  const silent = named.filter((address) => !told.some(({ recipient }) => recipient === address));
  if (told.length + silent.length === 0) return [saidOfAll(mail, quoted, null)];
  const all = [...told, ...silent.map((recipient) => ({ recipient, words: "" }))].map((one) => ({
    ...one,
    reply: quotedReply(one.words),
  }));
  // Where no reply stands beside an address, what is said above or below holds for all of them.
  const isSilent = all.every(({ reply }) => reply === null);
  const isCommon = isSilent && (quoted !== null || all.every(({ words }) => words.length < 40));
  return all.map(({ recipient, words, reply }) =>
    words === "" || isCommon
      ? saidOfAll(mail, quoted, recipient)
      : { recipient, status: null, reply, words, wordsFrom: "beside-address" },
  );
}

function fatesOfText(
  mail: NoticeMail,
  quoted: QuotedReply | null,
  event: DeliveryEvent,
  reportingServer: string | null,
): readonly Fate[] {
  return sayingsOfText(mail, quoted).map((saying) => {
    const { recipient, reply, words } = saying;
    const remoteServer = namedInWords(words);
    return {
      ...saying,
      recipient: recipient ?? (event === "failed" ? namedInFailure(mail.text) : null),
      event,
      refuser: refuserOf({ reply, words, type: "", remoteServer, reportingServer }),
      stage: stageInWords(words),
      retryUntil: null,
    };
  });
}

const isForHelp = /^(?:postmaster|abuse|support|help|helpdesk|mailer-daemon)@/;

const host = String.raw`([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)`;
// Postfix, qmail, Haraka, Courier, PowerMTA, DragonFly, Exim's warnings, Exchange
const reporter = new RegExp(
  String.raw`(?:mail system at host|program at|notification from|mail server on|mail agent \S{1,20} at|on the queue on|amavisd-new at host|gateway at host|generating server:) ${host}`,
  "i",
);

function reporterInWords(text: string): string | null {
  return reporter.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** "From: Mail Delivery System <Mailer-Daemon@mail.example.com>": where nothing else names the server. */
function writer(headers: Headers): string | null {
  const from = (headers["from"]?.[0] ?? "").slice(0, 500);
  return /(?:mailer-?daemon|postmaster)@([a-z0-9.-]{3,255})/i.exec(from)?.[1]?.toLowerCase() ?? null;
}
