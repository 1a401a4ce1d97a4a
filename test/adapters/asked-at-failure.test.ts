// What a failed send is judged by is asked for at once, and read as the engine's words.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askAtFailure } from "../../src/adapters/asked-at-failure.js";
import { settingsAtFailure } from "../../src/adapters/experiment-servers.js";

const imap = {
  id: "account1",
  type: "imap",
  hostname: "imap.example.test",
  port: 993,
  security: "tls",
  authMethod: "passwordCleartext",
  username: "alice",
  savedPassword: "yes",
  samePasswordAs: [],
} as unknown as NonNullable<Awaited<ReturnType<Api["getIncoming"]>>>;
type Api = typeof messenger.outgoingServers;

let asked: string[] = [];
const api: Pick<Api, "getByIdentity" | "getIncoming"> = {
  getByIdentity: async (id) => {
    asked.push(`server of ${id}`);
    return Promise.resolve({ server: null, assignedId: "smtp9" });
  },
  getIncoming: async (id) => {
    asked.push(`incoming of ${id}`);
    return Promise.resolve(imap);
  },
};

beforeEach(() => {
  asked = [];
  const identities = [{ id: "id1", email: "alice@example.test" }];
  vi.stubGlobal("messenger", {
    accounts: {
      list: async () => {
        asked.push("accounts");
        return Promise.resolve([{ id: "account1", name: "Work", type: "imap", identities }]);
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

it("asks before anybody reads, and nobody a second time", async () => {
  const at = askAtFailure(api, "id1");
  expect(asked).toEqual(["accounts", "server of id1"]);
  await vi.waitFor(() => {
    expect(asked).toEqual(["accounts", "server of id1", "incoming of account1"]);
  });
  if (at === null) throw new Error("an identity is known");
  const then = settingsAtFailure(at, ["change", "ask"]);
  if (then === undefined) throw new Error("it was asked");
  const { accounts, settings } = then;
  expect(await accounts.identities()).toEqual([
    { identityId: "id1", accountId: "account1", accountName: "Work", address: "alice@example.test" },
  ]);
  expect(await settings.ofIdentity("id1")).toEqual({ kind: "dangling", missingId: "smtp9" });
  expect(await settings.incomingOf("account1")).toMatchObject({
    host: "imap.example.test",
    signIn: "password",
  });
  expect(asked).toHaveLength(3);
});

it("asks nothing for nobody, and no incoming server of an identity that is gone", async () => {
  expect([askAtFailure(api, null), asked]).toEqual([null, []]);
  const at = askAtFailure(api, "id2");
  if (at === null) throw new Error("an identity is named");
  expect(await settingsAtFailure(at, [])?.settings.incomingOf("account1")).toBeNull();
  expect(asked).toEqual(["accounts", "server of id2"]);
});

it("what Thunderbird rejects is told to who reads it, and to nobody else", async () => {
  const at = askAtFailure({ ...api, getByIdentity: async () => Promise.reject(new Error("gone")) }, "id1");
  if (at === null) throw new Error("an identity is known");
  await new Promise((resolve) => setTimeout(resolve));
  await expect(settingsAtFailure(at, [])?.settings.ofIdentity("id1")).rejects.toThrow("gone");
});

it("what a Thunderbird answers that lacks what reads settings counts for nothing: the user tells them", async () => {
  const at = askAtFailure(api, "id1");
  expect(settingsAtFailure(at, ["read", "change", "ask"])).toBeUndefined();
  expect(settingsAtFailure(null, [])).toBeUndefined();
  await at?.incoming;
});
