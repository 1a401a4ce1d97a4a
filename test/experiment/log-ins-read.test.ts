// Sixty accounts that are read together have the passwords of one host decrypted once, and never see old ones.
import { beforeEach, expect, it, vi } from "vitest";
import { logInRead } from "../../src/experiment/outgoingServers/parent/log-ins-read.js";

const origin = "smtp://mail.example.test";
const saved = new Map<string, string>();
const observers = new Set<{ observe(): void }>();
const timers = new Map<number, () => void>();
let searched = 0;

vi.stubGlobal("ChromeUtils", {
  importESModule: () => ({
    setTimeout: (callback: () => void) => {
      timers.set(timers.size, callback);
      return timers.size - 1;
    },
    clearTimeout: (id: number) => timers.delete(id),
  }),
});
vi.stubGlobal("Services", {
  obs: {
    addObserver: (observer: { observe(): void }, topic: string) => {
      expect(topic).toBe("passwordmgr-storage-changed");
      observers.add(observer);
    },
    removeObserver: (observer: { observe(): void }) => observers.delete(observer),
  },
  logins: {
    searchLoginsAsync: async () => {
      searched += 1;
      const found = [...saved].map(([username, password]) => ({ username, password }));
      return Promise.resolve(found);
    },
  },
});

const timePasses = (): void => {
  for (const callback of [...timers.values()]) callback();
};
const passwordOf = async (username: string): Promise<string | undefined> =>
  (await logInRead(origin, username))?.password;

beforeEach(() => {
  timePasses();
  saved.clear();
  saved.set("alice", "one");
  searched = 0;
});

it("whoever asks in the same moment shares the search, whatever the user name", async () => {
  saved.set("bob", "two");
  expect([await passwordOf("alice"), await passwordOf("bob"), await passwordOf("carol")]).toEqual([
    "one",
    "two",
    undefined,
  ]);
  expect(searched).toBe(1);
  await logInRead("imap://mail.example.test", "alice");
  expect(searched).toBe(2);
});

it("what is changed meanwhile is seen at once", async () => {
  expect(await passwordOf("alice")).toBe("one");
  saved.set("alice", "new");
  for (const observer of [...observers]) observer.observe();
  expect(await passwordOf("alice")).toBe("new");
});

it("half a second later nothing is kept, nor listened to", async () => {
  await passwordOf("alice");
  expect([observers.size, timers.size]).toEqual([1, 1]);
  timePasses();
  expect([observers.size, timers.size]).toEqual([0, 0]);
  await passwordOf("alice");
  expect(searched).toBe(2);
});
