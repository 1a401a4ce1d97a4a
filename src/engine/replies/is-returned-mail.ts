// Whether a mail, taken apart, is a notice of delivery where its headers do not say so: gateways write under any name.
// Apart from is-bounce.ts, which every new mail wakes.

import { quotedReply } from "../dsn/quoted-reply.js";
import type { Headers, NoticeMail } from "../model/returned-mail.js";
import { aboutBouncing, daemon, isBounce, isNobody, postmaster } from "./is-bounce.js";

/**
 * A mail whose headers alone do not say what it is: its parts have to. Written by nobody, or about a delivery by whoever
 * it is (gateways write under any name), but no answer and nothing that a person passes on.
 */
export function mayBeReturned(headers: Headers): boolean {
  const from = (headers["from"]?.[0] ?? "").slice(0, 1000);
  const subject = (headers["subject"]?.[0] ?? "").slice(0, 1000);
  return (
    isNobody(from) ||
    daemon.test(from) ||
    postmaster.test(from) ||
    /\bno-?reply@/i.test(from) ||
    (aboutBouncing.test(subject) && !passedOn.test(subject))
  );
}

/** "Re:", "Fwd:" in the languages of mail programs. */
const passedOn =
  /^\s{0,8}(?:re|aw|sv|vs|ref?|rif|odp|ynt|antw|fwd?|wg|tr|rv|enc|i|vb|doorst|pd|ilt|回复|回覆|转发|轉寄)\s{0,2}[:：]/i;

/** Taken apart: a report, a message that came back, or what a postmaster was told, in a mail that may be one. */
export function isReturnedMail({ headers, status, text, returned }: NoticeMail): boolean {
  if (isBounce(headers)) return true;
  if (!mayBeReturned(headers)) return false;
  const author = (headers["from"]?.[0] ?? "").slice(0, 1000);
  return status !== "" || returned !== "" || (postmaster.test(author) && quotedReply(text)?.code != null);
}
