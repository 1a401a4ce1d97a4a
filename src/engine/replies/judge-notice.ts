// What has happened to a message, who refused it and why, by a notice of delivery in a text (DESIGN §6, `kind: "dsn"`).
// Without the account's own names those in the mail have to do: whom it went to, who had sent, who took the message.

import type { DeliveryEvent } from "../model/delivery.js";
import type { Reported } from "../model/reported.js";
import type { NoticeMail } from "../model/returned-mail.js";
import { noticeIn, type NoticeInText } from "../dsn/notice-in-text.js";
import { classify } from "./classify.js";
import { isReturnedMail } from "./is-returned-mail.js";
import type { Classification } from "../model/reason.js";
import { readReturnedHeaders } from "./returned-headers.js";
import { refusedBy } from "./refused-by.js";

export interface JudgedNotice {
  /** Of several recipients the worst; `none`: the text is no notice of delivery. */
  readonly event: DeliveryEvent | "none";
  /** Who refused for good; nobody has where a message is only late, or has arrived. */
  readonly by: Reported["by"];
  readonly classification: Classification;
}

export function judgeNotice(text: string, own: readonly string[]): JudgedNotice {
  const read = noticeIn(text);
  const worst = isNotice(read) ? (read.notice?.fates[0] ?? null) : null;
  const classification = classify({ text, kind: "dsn" }, read);
  if (worst === null) {
    return { event: "none", by: "unknown", classification };
  }
  const names = [...own, ...ownNamesIn(read.mail)];
  const by = refusedBy(worst.refuser, read.notice?.reportingServer ?? null, names);
  return { event: worst.event, by: worst.event === "failed" ? by : "unknown", classification };
}

/** A mail says by its headers what it is, or by its fields; a copied text has only its words. */
function isNotice({ mail, notice }: NoticeInText): boolean {
  const isMail = Object.keys(mail.headers).length > 0;
  if (notice === null || !isMail) return notice !== null;
  return notice.byFields || isReturnedMail(mail);
}

/** A notice goes to the sender (RFC 5321 §6.1), and the server that had signed the sender in is the sender's. */
function ownNamesIn({ headers, returned }: NoticeMail): readonly string[] {
  const { senders, signedInAt } = readReturnedHeaders(returned);
  const addresses = [...(headers["to"] ?? []).slice(0, 3), ...senders];
  const domains = addresses.flatMap((value) => /@([a-z0-9.-]{3,255})/i.exec(value.slice(0, 500))?.[1] ?? []);
  return [...domains, ...signedInAt].map((name) => name.toLowerCase());
}
