// Mail that has just come, by what Thunderbird keeps of every mail: those that may have come back.

import { mayBeBounce } from "../engine/replies/is-bounce.js";
import type { MailSeen } from "../ports.js";
import { pagesOf, type Listed } from "./message-list.js";

/** To the end of the list: a bounce may stand behind hundreds of other mails. */
export async function mayHaveReturned(mails: Listed): Promise<readonly MailSeen[]> {
  const found: MailSeen[] = [];
  for await (const page of pagesOf(mails)) {
    found.push(
      ...page.filter(mayBeBounce).map(({ id, author, subject }) => ({ messageId: id, author, subject })),
    );
  }
  return found;
}
