// Fetching an account's mail as Get Messages does: what the user is told follows from how Thunderbird's fetching ended, and it
// always ends.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { failure, prepared, prepareProgram, results } from "./program.js";

const inbox: GeckoFolder = prepared("inbox", { getFolderWithFlags: () => null });
const root = (found: GeckoFolder | null): GeckoFolder =>
  prepared("root", { getFolderWithFlags: (flags: number) => (flags === 0x1000 ? found : null) });

interface Receiving {
  readonly type: string;
  readonly rootFolder: GeckoFolder;
  getNewMessages(folder: GeckoFolder, window: null, listener: GeckoUrlListener): void;
}
let server: Receiving | null = null;
const fetched: { folder: GeckoFolder; end: (status: number) => void }[] = [];

function receiving(type: string, found: GeckoFolder | null = inbox): Receiving {
  return {
    type,
    rootFolder: root(found),
    getNewMessages(folder, _window, listener) {
      listener.OnStartRunningUrl({});
      fetched.push({ folder, end: (status) => listener.OnStopRunningUrl({}, status) });
    },
  };
}

prepareProgram({
  modules: {
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: {
        accounts: {
          getAccount: (key: string) => (key === "account1" ? { incomingServer: server } : null),
        },
      },
    },
  },
});
const { getMail } = await import("../../src/experiment/outgoingServers/parent/get-mail.js");

beforeEach(() => {
  fetched.length = 0;
  server = receiving("imap");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ["came", results.NS_OK, true],
  ["did not come", results.NS_ERROR_FAILURE, false],
  ["was given up by the user", results.NS_ERROR_ABORT, false],
])("mail that %s", async (_, status, is) => {
  const getting = getMail("account1");
  expect(fetched.map(({ folder }) => folder)).toEqual([inbox]);
  fetched[0]?.end(status);
  expect(await getting).toBe(is);
  expect(vi.getTimerCount()).toBe(0);
});

it("POP without an Inbox yet is asked at the account itself", async () => {
  server = receiving("pop3", null);
  const getting = getMail("account1");
  expect(fetched.map(({ folder }) => folder)).toEqual([server.rootFolder]);
  fetched[0]?.end(results.NS_OK);
  expect(await getting).toBe(true);
});

describe("false, and nothing is fetched,", () => {
  it.each(["none", "nntp", "rss", "exchange"])("for an account of the kind %s", async (type) => {
    server = receiving(type);
    expect(await getMail("account1")).toBe(false);
    expect(fetched).toEqual([]);
  });

  it("for one that receives nothing, or is gone", async () => {
    server = null;
    expect(await getMail("account1")).toBe(false);
    expect(await getMail("account7")).toBe(false);
  });

  it("for one that Thunderbird has not loaded, whose folders throw", async () => {
    server = {
      type: "owl",
      get rootFolder(): GeckoFolder {
        throw failure(results.NS_ERROR_FAILURE);
      },
      getNewMessages: () => undefined,
    };
    expect(await getMail("account1")).toBe(false);
  });

  it("where Thunderbird refuses, as offline", async () => {
    server = {
      ...receiving("imap"),
      getNewMessages() {
        throw failure(results.NS_ERROR_FAILURE);
      },
    };
    expect(await getMail("account1")).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("a mailbox without end is not waited for longer than two minutes, and what it says later is nobody's", async () => {
  const getting = getMail("account1");
  let answer: unknown = "waiting";
  void getting.then((told) => (answer = told));
  await vi.advanceTimersByTimeAsync(119_999);
  expect(answer).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1);
  fetched[0]?.end(results.NS_OK);
  expect(await getting).toBe(false);
});
