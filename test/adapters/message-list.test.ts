// Thunderbird's paged answers, read to the end or given up.

import { afterEach, expect, it, vi } from "vitest";
import { onlyOneOf, pagesOf, type Listed } from "../../src/adapters/message-list.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** So many messages, by the hundred. */
function mailbox(count: number): { first: Listed; aborted: string[] } {
  const aborted: string[] = [];
  const page = (from: number): Listed => ({
    id: from + 100 < count ? String(from + 100) : null,
    messages: Array.from({ length: Math.min(100, count - from) }, (_, index) => ({ id: from + index })),
  });
  const messages = {
    continueList: async (id: string) => Promise.resolve(page(Number(id))),
    abortList: async (id: string) => Promise.resolve(aborted.push(id)),
  };
  vi.stubGlobal("messenger", { messages });
  return { first: page(0), aborted };
}

it.each([0, 1, 100, 130, 501, 2000])("reads all of %i messages", async (count) => {
  const { first, aborted } = mailbox(count);
  const pages: unknown[] = [];
  for await (const page of pagesOf(first)) {
    pages.push(page);
  }
  expect(pages.flat()).toEqual(Array.from({ length: count }, (_, id) => ({ id })));
  expect(aborted).toEqual([]);
});

it("gives up what is not read", async () => {
  const { first, aborted } = mailbox(2000);
  expect(await onlyOneOf(first)).toBeNull();
  expect(aborted).toEqual(["100"]);
});

it("finds the one message behind an empty page, as a search answers while it goes on", async () => {
  const { aborted } = mailbox(101);
  const list = { id: "100", messages: [] };
  expect(await onlyOneOf(list)).toEqual({ id: 100 });
  expect(aborted).toEqual([]);
});

it("takes the plain array of older answers", async () => {
  expect(await onlyOneOf([{ id: 7 }])).toEqual({ id: 7 });
});
