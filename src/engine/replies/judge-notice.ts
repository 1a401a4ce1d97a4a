// What has happened to a message, who refused it and why, by a notice of delivery in a text (DESIGN §6, `kind: "dsn"`).
// Without the account's own names those in the mail have to do: whom it went to, who had sent, who took the message.

import type { DeliveryEvent } from "../model/delivery.js";
import type { Reported } from "../model/reported.js";
import type { NoticeMail } from "../model/returned-mail.js";
import type { Notice } from "../dsn/notice.js";
import { noticeIn } from "../dsn/notice-in-text.js";
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
  const { mail, notice } = read;
  const classification = classify({ text, kind: "dsn" }, read);
  const worst = notice?.fates[0];
  if (notice === null || worst === undefined || !isNotice(mail, notice)) {
    return { event: "none", by: "unknown", classification };
  }
  const by = refusedBy(worst.refuser, notice.reportingServer, [...own, ...ownNamesIn(mail)]);
  return { event: worst.event, by: worst.event === "failed" ? by : "unknown", classification };
}

/** A mail says by its headers what it is, or by its fields; a copied text has only its words. */
function isNotice(mail: NoticeMail, { byFields }: Notice): boolean {
  return Object.keys(mail.headers).length === 0 || byFields || isReturnedMail(mail);
}

/** A notice goes to the sender (RFC 5321 §6.1), and the server that had signed the sender in is the sender's. */
function ownNamesIn({ headers, returned }: NoticeMail): readonly string[] {
  const { senders, signedInAt } = readReturnedHeaders(returned);
  const addresses = [...(headers["to"] ?? []).slice(0, 3), ...senders];
  const domains = addresses.flatMap((value) => /@([a-z0-9.-]{3,255})/i.exec(value.slice(0, 500))?.[1] ?? []);
  return [...domains, ...signedInAt].map((name) => name.toLowerCase());
}
