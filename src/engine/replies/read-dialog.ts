// Reads Thunderbird's own alert about a failed send, in whatever language the program runs: its sentences come from
// the running program (composeMsgs.properties), so nothing here knows a language. What the reply inside means is
// `classify.ts`; a dialog whose sentences are not at hand is told by its shape (`wrappers/dialog.ts`).

import { bareRefusal, type Refusal } from "../model/refusal.js";
import { maximumReplyLength } from "./maximum-length.js";

/** Thunderbird's sentences by their names, with `%S`, `%1$S` or Fluent's `{ $name }` where something is filled in. */
export type DialogTemplates = Readonly<Record<string, string>>;

/** What the alert said, as far as a sentence can: no codes, no TLS, no offered methods. */
export interface DialogReading {
  readonly refusal: Refusal;
  /** The server's name where the sentence names it, else null. */
  readonly server: string | null;
}

type Situation = Pick<Refusal, "stage" | "fault">;

const unreachable: Situation = { stage: "connect", fault: "unreachable" };
const noMethod: Situation = { stage: "auth", fault: "sign-in-not-offered" };

// Where SmtpClient.sys.mjs and MimeMessageUtils.sys.mjs (153) use each sentence.
const situations: Readonly<Record<string, Situation>> = {
  errorSendingFromCommand: { stage: "mail", fault: null },
  smtpTooManyRecipients: { stage: "mail", fault: null },
  smtpPermSizeExceeded2: { stage: "mail", fault: null },
  errorSendingRcptCommand: { stage: "rcpt", fault: null },
  errorSendingDataCommand: { stage: "data", fault: null },
  errorSendingMessage: { stage: "data", fault: null },
  smtpServerError: { stage: "unknown", fault: null },
  smtpAuthFailure: { stage: "auth", fault: null },
  smtpAuthGssapi: { stage: "auth", fault: null },
  smtpSendFailedUnknownServer: unreachable,
  smtpSendRequestRefused: unreachable,
  smtpSendInterrupted: { stage: "connect", fault: "interrupted" },
  smtpSendTimeout: { stage: "connect", fault: "timeout" },
  startTlsFailed: { stage: "starttls", fault: "starttls-not-offered" },
  smtpHintAuthEncryptToPlainNoSsl: noMethod,
  smtpHintAuthEncryptToPlainSsl: noMethod,
  smtpHintAuthPlainToEncrypt: noMethod,
  smtpAuthMechNotSupported: noMethod,
};

// "%1$S", "%.200S", "{ $name }"; the number says which value goes there.
const placeholder = /%(?:(\d)\$)?(?:\.\d{1,4})?s|\{ ?\$[a-z][\w-]{0,40} ?\}/i;
// Languages written from right to left put direction marks around names.
const blanks = /[\s\u200e\u200f]+/g;
const oneSpaced = (text: string): string => text.replace(blanks, " ");

interface Sentence {
  readonly situation: Situation;
  /** The plain text around the values: one more than there are values. */
  readonly parts: readonly string[];
  /** Which value stands in which gap: 0 the server's name or its reply, 1 the recipient. */
  readonly values: readonly number[];
}

function sentenceOf(template: string, situation: Situation): Sentence {
  // `split` answers the captured number between the parts.
  const pieces = oneSpaced(template).trim().split(new RegExp(placeholder, "i")) as readonly (
    string | undefined
  )[];
  return {
    situation,
    parts: pieces.filter((_, at) => at % 2 === 0).map((part) => part ?? ""),
    values: pieces
      .filter((_, at) => at % 2 === 1)
      .map((number, at) => (number === undefined ? at : Number(number) - 1)),
  };
}

/** What stands between `parts` in `text`; null where they are not all there. Looks up plain strings, nothing else. */
function gapsIn(text: string, parts: readonly string[]): readonly string[] | null {
  const [opening = "", ...others] = parts;
  const start = text.indexOf(opening);
  if (start < 0) return null;
  const starts = [start];
  // The others from the end, because a reply may contain the very words that follow it.
  let end = text.length;
  for (let part = others.length; part > 0; part--) {
    const words = parts[part] ?? "";
    end = words === "" ? end : text.lastIndexOf(words, end - words.length);
    if (end < start + opening.length) return null;
    starts[part] = end;
  }
  const gapAfter = (part: number): string =>
    text.slice((starts[part] ?? 0) + (parts[part] ?? "").length, starts[part + 1]).trim();
  return others.map((_, part) => gapAfter(part));
}

function readingOf({ situation, values }: Sentence, gaps: readonly string[]): DialogReading {
  const { stage, fault } = situation;
  const [first = "", recipient] = [0, 1].map((value) => gaps[values.indexOf(value)]);
  // Where the server's name belongs in smtpAuthFailure, Thunderbird puts the reply (SmtpClient._onAuthFailed).
  // A sentence that begins with the name has whatever else precedes it in the same gap.
  const isReply = fault === null && (stage !== "auth" || first.includes(" "));
  const name = isReply ? null : /(?:^| )([\w.-]{1,255})$/.exec(first);
  return {
    refusal: {
      ...bareRefusal,
      stage,
      fault,
      lines: isReply && first !== "" ? [first] : [],
      recipients: recipient === undefined ? [] : [recipient],
    },
    server: name?.[1] ?? null,
  };
}

/**
 * What an alert of Thunderbird says, as the refusal it was made from; null where `text` is none in these words, of which
 * those of unknown names are left out. The words around it do not matter. Time linear in `maximumReplyLength`.
 */
export function readDialog(text: string, templates: DialogTemplates): DialogReading | null {
  const plainLength = ({ parts }: Sentence): number => parts.join("").length;
  const sentences = Object.entries(situations)
    .filter(([name]) => (templates[name] ?? "") !== "")
    .map(([name, situation]) => sentenceOf(templates[name] ?? "", situation))
    // The longest is the most telling: some are the beginning of another.
    .sort((a, b) => plainLength(b) - plainLength(a));
  // What every alert opens with: "Sending of the message failed."
  const lead = oneSpaced(templates["sendFailed"] ?? "").trim();
  const whole = oneSpaced(text.slice(0, maximumReplyLength)).trim();
  const read = lead === "" || !whole.includes(lead) ? whole : whole.slice(whole.indexOf(lead) + lead.length);
  for (const sentence of sentences) {
    const gaps = gapsIn(read, sentence.parts);
    if (gaps !== null) return readingOf(sentence, gaps);
  }
  return null;
}
