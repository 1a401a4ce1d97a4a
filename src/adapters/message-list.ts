// Thunderbird's lists of messages come in pages (a hundred each). One that is neither read to its end nor given up stays
// in Thunderbird's memory for as long as the add-on runs (ExtensionMessages.sys.mjs).

type Header = messenger.messages.MessageHeader;

/** A list as manifest version 3 answers it; the published types, of version 2, have an array in places. */
export type Listed = readonly Header[] | MessageList;
interface MessageList {
  /** Of the pages to come; none on the last. */
  readonly id?: string | null | undefined;
  readonly messages: readonly Header[];
}

/** Page by page; whoever stops before the end gives the rest up. */
export async function* pagesOf(list: Listed): AsyncGenerator<readonly Header[]> {
  let page: MessageList = "messages" in list ? list : { messages: list };
  let isRead = false;
  try {
    for (;;) {
      yield page.messages;
      if (page.id == null) {
        isRead = true;
        return;
      }
      page = await messenger.messages.continueList(page.id);
    }
  } finally {
    if (!isRead && page.id != null) {
      await messenger.messages.abortList(page.id);
    }
  }
}

/** Null where there is none, or more than one. */
export async function onlyOneOf(list: Listed): Promise<Header | null> {
  const found: Header[] = [];
  for await (const page of pagesOf(list)) {
    found.push(...page);
    if (found.length > 1) {
      break;
    }
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
