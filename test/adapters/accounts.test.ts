// Which of Thunderbird's accounts can send, and as whom.

import { afterEach, expect, it, vi } from "vitest";
import { accounts } from "../../src/adapters/accounts.js";

afterEach(() => vi.unstubAllGlobals());

it.each(["imap", "pop3", "none", "ews", "exchange"])("an account of type %s can send", async (type) => {
  stub([{ id: "account1", name: "Work", type, identities: [{ id: "id1", email: "alice@example.test" }] }]);
  expect(await accounts.identities()).toEqual([
    { identityId: "id1", accountId: "account1", accountName: "Work", address: "alice@example.test" },
  ]);
});

it("feeds, newsgroups and local folders cannot, nor an identity without name or address", async () => {
  const identities = [{ id: "id1", email: "alice@example.test" }];
  stub([
    ...["nntp", "rss", "local"].map((type) => ({ id: type, name: type, type, identities })),
    { id: "account2", name: "Half", type: "imap", identities: [{ id: "id2" }, { email: "bob@x.test" }] },
  ]);
  expect(await accounts.identities()).toEqual([]);
});

function stub(all: readonly object[]): void {
  vi.stubGlobal("messenger", { accounts: { list: async () => Promise.resolve(all) } });
}
