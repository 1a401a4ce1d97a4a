// A notice of delivery in a text: the mail's source, or what a user copies of it.

import type { NoticeMail } from "../model/returned-mail.js";
import { readNotice, type Notice } from "./notice.js";
import { parted, textAlone, withPlainEnds } from "./mail.js";
import { mailIn, maximumSource } from "./raw-mail.js";

export interface NoticeInText {
  readonly mail: NoticeMail;
  readonly notice: Notice | null;
}

export function noticeIn(text: string): NoticeInText {
  const mail = mailInText(text);
  return { mail, notice: readNotice(mail) };
}

/** The mail whose notice it would be. */
export function mailInText(text: string): NoticeMail {
  const source = mailIn(text);
  return source === null
    ? textAlone(unquoted(withPlainEnds(text.slice(0, maximumSource))))
    : (passedOn(source) ?? source);
}

// Apple Mail, Thunderbird, Gmail
const passedOnMark = /^ {0,4}(?:begin forwarded message:|-{4,} ?forwarded message ?-{4,}) {0,4}$/im;

/** What a person has forwarded, as a text alone: whoever wrote the mail itself is not who wrote that. */
function passedOn({ status, text, returned }: NoticeMail): NoticeMail | null {
  const mark = status === "" ? passedOnMark.exec(text) : null;
  if (mark === null) return null;
  const { before, after } = parted(unquoted(text.slice(mark.index + mark[0].length)));
  return { headers: {}, text: before, status, returned: after || returned };
}

/** A forwarded notice: most of its lines begin with the mark of a quotation. */
function unquoted(text: string): string {
  const marked = text.includes("\n>") ? (text.match(/^> ?/gm)?.length ?? 0) : 0;
  return marked > 4 ? text.replaceAll(/^>{1,3} ?/gm, "") : text;
}
