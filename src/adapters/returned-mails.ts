// The ReturnedMails port over the built-in messages API: Thunderbird's own parse of the mail (RFC 6522), read part by
// part and bounded. Bodies of parts that are no text come as files, decoded (measured on 153: getFull leaves them out).

import { wordsOfHtml } from "../engine/dsn/html-text.js";
import { parted } from "../engine/dsn/mail.js";
import { returnedTypes, statusTypes } from "../engine/dsn/raw-mail.js";
import type { Headers, ReturnedMail } from "../engine/model/returned-mail.js";
import { isBounce } from "../engine/replies/is-bounce.js";
import { isReturnedMail, mayBeReturned } from "../engine/replies/is-returned-mail.js";
import type { ReturnedMails } from "../ports.js";
import { onlyOneOf, pagesOf } from "./message-list.js";

type Part = messenger.messages.MessagePart;

const maximumCharacters = 16_384;
/** What a part counts for beside its text, so that a mail of very many empty ones is not read for minutes. */
const charactersOfPart = 64;

export const returnedMails: ReturnedMails = {
  async displayedIn(tabId) {
    const displayed = await messenger.messageDisplay.getDisplayedMessages(tabId);
    const mail = await onlyOneOf(displayed);
    return mail && { messageId: mail.id, headerMessageId: mail.headerMessageId };
  },
  read,
  hasCopyOf,
};

/** A copy lies where sent mail is kept, or where the user has put it: then without a trace of having arrived. */
async function hasCopyOf(headerMessageId: string, authors: readonly string[]): Promise<boolean> {
  const found = await messenger.messages.query({ headerMessageId });
  let pages = 0;
  for await (const page of typeof found === "string" ? [] : pagesOf(found)) {
    for (const { id, author, folder } of page) {
      const uses = folder?.specialUse ?? [];
      const isKept = folder !== undefined && !uses.some((use) => arriving.includes(use));
      if (
        isKept &&
        authors.includes(addressOf(author)) &&
        (uses.includes("sent") || (await hasNotArrived(id)))
      ) {
        return true;
      }
    }
    pages += 1;
    if (pages === maximumPages) {
      break;
    }
  }
  return false;
}

/** Pages of 100, or of what a second has found. */
const maximumPages = 5;
const arriving: readonly string[] = ["inbox", "junk", "trash"];

/** Of "Alice <alice@example.com>" or the bare address, in lower case. */
function addressOf(author: string): string {
  return (/<([^<>]*)>\s*$/.exec(author)?.[1] ?? author).trim().toLowerCase();
}

/** Filters, and archives that hold all mail, put arrived messages into any folder: each of those has a Received line. */
async function hasNotArrived(messageId: number): Promise<boolean> {
  const headers = await headersOf(messageId);
  return headers["from"] !== undefined && headers["received"] === undefined;
}

async function read(messageId: number): Promise<ReturnedMail | null> {
  const headers = await headersOf(messageId);
  if (!isBounce(headers) && !mayBeReturned(headers)) {
    return null;
  }
  // Rejected where the mail has been moved or deleted meanwhile.
  const [header, full] = await Promise.all([
    messenger.messages.get(messageId),
    messenger.messages.getFull(messageId),
  ]).catch(() => [null, null]);
  if (header === null || full === null) {
    return null;
  }
  const parts = partsOf(full);
  // One after the other: what is more than is kept anyway is not fetched.
  const textsOf = async (types: readonly string[]): Promise<string> => {
    const texts: string[] = [];
    let left = maximumCharacters;
    for (const part of parts.filter(isOf(types))) {
      if (left <= 0) {
        break;
      }
      const text = await textOf(messageId, part);
      texts.push(text);
      left -= text.length + charactersOfPart;
    }
    return texts.join("\n\n");
  };
  const status = await textsOf(statusTypes);
  const plain = parted((await textsOf(["text/plain"])) || wordsOfHtml(await textsOf(["text/html"])));
  const returned = parts.find(isOf(returnedTypes));
  const mail: ReturnedMail = {
    headerMessageId: header.headerMessageId,
    accountId: header.folder?.accountId ?? null,
    to: header.recipients.flatMap((recipient) => /[^\s<>"]+@[^\s<>"]+/.exec(recipient) ?? []),
    headers,
    status: status.slice(0, maximumCharacters),
    text: plain.before.slice(0, maximumCharacters),
    returned: returned === undefined ? plain.after : await textOf(messageId, returned),
  };
  return isReturnedMail(mail) ? mail : null;
}

async function headersOf(messageId: number): Promise<Headers> {
  // Rejected where the mail is gone.
  return messenger.messages.getHeaders(messageId).catch(() => ({}));
}

/** In order, without what lies inside a returned message. */
function partsOf(root: Part): readonly Part[] {
  const found: Part[] = [];
  const waiting = [...(root.parts ?? [])].reverse();
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    found.push(part);
    if (part.contentType?.startsWith("multipart/") === true) {
      // One by one: a call takes no more than half a million arguments, and a hostile mail may have more parts.
      for (const inner of [...(part.parts ?? [])].reverse()) {
        waiting.push(inner);
      }
    }
  }
  return found;
}

function isOf(types: readonly string[]): (part: Part) => boolean {
  return ({ contentType = "" }) => types.includes(contentType);
}

/** With the line ends that the engine reads by: Thunderbird keeps those of the mail. */
async function textOf(messageId: number, part: Part): Promise<string> {
  return (await asWritten(messageId, part)).replaceAll("\r\n", "\n");
}

async function asWritten(messageId: number, { body, partName }: Part): Promise<string> {
  if (body !== undefined) {
    return body.slice(0, maximumCharacters);
  }
  if (partName === undefined) {
    return "";
  }
  try {
    const file = await messenger.messages.getAttachmentFile(messageId, partName);
    return await file.slice(0, maximumCharacters).text();
  } catch {
    // Gone meanwhile, or an attachment that was removed from the mail.
    return "";
  }
}
