// Thunderbird's paged answers, read to the end or given up.

import { expect, it } from "vitest";
import { onlyOneOf, pagesOf, type ListApi, type MessageList } from "../../src/adapters/message-list.js";

interface Header {
  readonly id: number;
}

/** So many messages, by the hundred. */
function mailbox(count: number): { first: MessageList<Header>; api: ListApi<Header>; aborted: string[] } {
  const aborted: string[] = [];
  const page = (from: number): MessageList<Header> => ({
    id: from + 100 < count ? String(from + 100) : null,
    messages: Array.from({ length: Math.min(100, count - from) }, (_, index) => ({ id: from + index })),
  });
  const api = {
    continueList: async (id: string) => Promise.resolve(page(Number(id))),
    abortList: async (id: string) => Promise.resolve(aborted.push(id)),
  };
  return { first: page(0), api, aborted };
}

it.each([0, 1, 100, 130, 501, 2000])("reads all of %i messages", async (count) => {
  const { first, api, aborted } = mailbox(count);
  const ids: number[] = [];
  for await (const page of pagesOf(first, api)) {
    ids.push(...page.map(({ id }) => id));
  }
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => index));
  expect(aborted).toEqual([]);
});

it("gives up what is not read", async () => {
  const { first, api, aborted } = mailbox(2000);
  expect(await onlyOneOf(first, api)).toBeNull();
  expect(aborted).toEqual(["100"]);
});

it("finds the one message behind an empty page, as a search answers while it goes on", async () => {
  const { api, aborted } = mailbox(101);
  const list = { id: "100", messages: [] };
  expect((await onlyOneOf(list, api))?.id).toBe(100);
  expect(aborted).toEqual([]);
});

it("takes the plain array of older answers", async () => {
  expect((await onlyOneOf([{ id: 7 }], mailbox(0).api))?.id).toBe(7);
});
