// What a notice says has happened, where no field does: by its subject and its words, a success and a warning before
// a failure, since both quote what went wrong on the way. The sentences are in notice-words.ts.

import type { DeliveryEvent } from "../model/delivery.js";
import { delayed, delivered, failed, madeByServer, type NoticeWords } from "./notice-words.js";

/** Null where the words tell of no delivery at all. `subject`: the notice's own. */
export function eventInWords(subject: string, text: string): DeliveryEvent | null {
  const flat = flattened(`${subject.slice(0, 300)}\n${text.slice(0, 8_000)}`);
  const says = ({ alone, inNotice }: NoticeWords): boolean =>
    [alone, inNotice].some((patterns) => patterns.some((pattern) => pattern.test(flat)));
  if (says(delivered) && !failedForSure.test(flat)) {
    return /relayed/i.test(flat) && !/delivered to mailbox/i.test(flat) ? "relayed" : "delivered";
  }
  if (says(delayed) && !givenUp.test(flat)) return "delayed";
  return says(failed) ? "failed" : null;
}

/** A text that is a notice by its words alone, wherever it was copied from: no server says so to a mail program. */
export function isNoticeInWords(text: string): boolean {
  if (madeByServer.some((pattern) => pattern.test(text))) return true;
  const flat = flattened(text);
  return [failed, delayed, delivered].some(({ alone }) => alone.some((pattern) => pattern.test(flat)));
}

/** Whom a sentence about a failure names, in any language: the one address in its line; null where none has just one. */
export function namedInFailure(text: string): string | null {
  for (const line of text.slice(0, 8_000).split("\n")) {
    const addresses = line.match(/[^\s<>"'(),;:@（），：、。「」]{1,64}@[a-z0-9.-]{1,255}[a-z0-9]/gi) ?? [];
    const [only, another] = new Set(addresses.map((address) => address.toLowerCase()));
    if (only !== undefined && another === undefined && failed.alone.some((pattern) => pattern.test(line))) {
      return only;
    }
  }
  return null;
}

/** Sentences go on over the ends of lines; an empty line parts them. */
function flattened(text: string): string {
  return text.replaceAll(/[ \t]{0,20}\n[ \t]{0,20}/g, "\n").replaceAll(/\n(?!\n)/g, " ");
}

const failedForSure =
  /permanent (?:error|failure|fatal)|failed permanently|given up|returning message to sender|status notification \(fail/i;
/** A warning's words in the report that ends it: "delayed … and now given up". */
const givenUp =
  /failed permanently|permanent (?:error|failure|fatal)|given up|giving up|no further (?:delivery )?attempts|will (?:not|no longer) (?:be retried|retry|try)|returning message to sender|status notification \(fail|undeliverable|has been (?:removed|deleted) from the queue|timed out, last error/i;
