// A notice of delivery in a text: the mail's source, or what a user copies of it.

import type { NoticeMail } from "../model/returned-mail.js";
import { readNotice, type Notice } from "./notice.js";
import { textAlone } from "./mail.js";
import { mailIn } from "./raw-mail.js";

export interface NoticeInText {
  readonly mail: NoticeMail;
  readonly notice: Notice | null;
}

export function noticeIn(text: string): NoticeInText {
  const mail = mailIn(text) ?? textAlone(unquoted(text.replaceAll(/\r\n?/g, "\n")));
  return { mail, notice: readNotice(mail) };
}

/** A forwarded notice: most of its lines begin with the mark of a quotation. */
function unquoted(text: string): string {
  const marked = text.match(/^> ?/gm)?.length ?? 0;
  return marked > 4 ? text.replaceAll(/^>{1,3} ?/gm, "") : text;
}
