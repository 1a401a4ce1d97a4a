// Which message in the folders is a copy that the user has kept of what they had sent.

import { beforeEach, expect, it, vi } from "vitest";
import { returnedMails } from "../../src/adapters/returned-mails.js";

interface Kept {
  readonly author: string;
  readonly folder?: { readonly specialUse: readonly string[] };
  readonly headers?: Readonly<Record<string, readonly string[]>>;
}

let pages: readonly (readonly Kept[])[] = [];
const asked: unknown[] = [];
const pageOf = (number: number): object => ({
  id: number + 1 < pages.length ? String(number + 1) : null,
  messages: (pages[number] ?? []).map((kept, index) => ({ ...kept, id: number * 100 + index })),
});

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("messenger", {
    messages: {
      query: async (queried: unknown) => {
        asked.push(queried);
        return Promise.resolve(pageOf(0));
      },
      continueList: async (id: string) => Promise.resolve(pageOf(Number(id))),
      getHeaders: async (id: number) => {
        const headers = pages[Math.floor(id / 100)]?.[id % 100]?.headers;
        return headers === undefined ? Promise.reject(new Error("gone")) : Promise.resolve(headers);
      },
    },
  });
});

const hasCopy = async (...found: typeof pages): Promise<boolean> => {
  pages = found;
  return returnedMails.hasCopyOf("one@example.test", ["alice@example.test", "alice@other.test"]);
};
const from = ["Alice <alice@example.test>"];
const received = ["from x by mx.example.test; now"];
const sent: Kept = { author: "Alice <Alice@example.test>", folder: { specialUse: ["sent"] } };
const filed: Kept = { ...sent, folder: { specialUse: [] }, headers: { from } };

it.each([
  ["in a folder for sent mail", sent],
  ["under the bare address of another identity", { ...sent, author: "alice@other.test" }],
  ["in a folder of the user's, as it was written", filed],
  ["in an archive, as it was written", { ...filed, folder: { specialUse: ["archives"] } }],
])("%s", async (_, kept) => {
  expect(await hasCopy([kept])).toBe(true);
  expect(asked).toEqual([{ headerMessageId: "one@example.test" }]);
});

it.each<[string, Kept]>([
  ["a mail that arrived, whoever it says wrote it", { ...sent, folder: { specialUse: ["inbox"] } }],
  ["one in junk", { ...filed, folder: { specialUse: ["junk"] } }],
  ["one in the trash, sent or not", { ...sent, folder: { specialUse: ["sent", "trash"] } }],
  ["one that a filter or an archive of all mail holds", { ...filed, headers: { from, received } }],
  ["one that cannot be read any more", { author: sent.author, folder: { specialUse: [] } }],
  ["somebody else's", { ...sent, author: "Mallory <mallory@evil.test>" }],
  [
    "somebody else's with the own address for a name",
    { ...sent, author: '"alice@example.test" <m@evil.test>' },
  ],
  ["one in no folder", { author: sent.author, headers: { from } }],
])("not %s", async (_, kept) => {
  expect(await hasCopy([kept])).toBe(false);
});

it("behind others, on a later page", async () => {
  expect(await hasCopy([{ ...sent, folder: { specialUse: ["inbox"] } }], [], [sent])).toBe(true);
  expect(await hasCopy([], [])).toBe(false);
});

it("the mail that is shown is known by both its ids, and of several or none there is none", async () => {
  const shown = async (...mails: readonly object[]): Promise<unknown> => {
    const getDisplayedMessages = async () => Promise.resolve({ id: null, messages: mails });
    vi.stubGlobal("messenger", { messageDisplay: { getDisplayedMessages } });
    return returnedMails.displayedIn(3);
  };
  const mail = { id: 1, headerMessageId: "one@example.test", author: "x" };
  expect(await shown(mail)).toEqual({ messageId: 1, headerMessageId: "one@example.test" });
  expect(await shown(mail, { ...mail, id: 2 })).toBeNull();
  expect(await shown()).toBeNull();
});

it("a mail's texts have one line end, whichever the mail has", async () => {
  vi.stubGlobal("messenger", {
    messages: {
      getHeaders: async () => Promise.resolve({ from: ["Mailer Daemon <MAILER-DAEMON@mail.example.test>"] }),
      get: async () => Promise.resolve({ headerMessageId: "two@mail.example.test", recipients: [] }),
      getFull: async () =>
        Promise.resolve({
          parts: [
            { contentType: "text/plain", body: "carol@example.test: 550 No such user\r\n\r\n" },
            { contentType: "message/delivery-status", partName: "1.2" },
          ],
        }),
      getAttachmentFile: async () => Promise.resolve(new Blob(["Action: failed\r\nStatus: 5.0.0\r\n"])),
    },
  });
  const mail = await returnedMails.read(1);
  expect(mail?.text).toContain("550 No such user");
  expect(`${mail?.text ?? ""}${mail?.status ?? ""}`).not.toContain("\r");
});

it("of a mail every part is read that is kept, wherever it stands, and no more than is kept", async () => {
  const fetched: string[] = [];
  const pictures = Array.from({ length: 60 }, () => ({ contentType: "image/png" }));
  const statuses = Array.from({ length: 400 }, (_, at) => ({
    contentType: "message/delivery-status",
    partName: `1.${String(at)}`,
  }));
  vi.stubGlobal("messenger", {
    messages: {
      getHeaders: async () => Promise.resolve({ from: ["Mailer Daemon <MAILER-DAEMON@mail.example.test>"] }),
      get: async () => Promise.resolve({ headerMessageId: "two@mail.example.test", recipients: [] }),
      getFull: async () =>
        Promise.resolve({
          parts: [
            ...pictures,
            { contentType: "message/delivery-status" },
            {
              contentType: "multipart/mixed",
              parts: [
                { contentType: "text/plain", body: "550 No such user" },
                { contentType: "text/plain", body: "the second" },
              ],
            },
            ...statuses,
          ],
        }),
      getAttachmentFile: async (_: number, name: string | undefined) => {
        fetched.push(String(name));
        return Promise.resolve(new Blob([`Action: failed\nStatus: 5.0.0\nX-Part: ${String(name)}\n`]));
      },
    },
  });
  const mail = await returnedMails.read(1);
  expect(mail?.text).toContain("550 No such user\n\nthe second");
  expect(mail?.status).toContain("X-Part: 1.0\n");
  // A part without a name cannot be fetched.
  expect(fetched).not.toContain("undefined");
  expect(fetched.length).toBeGreaterThan(100);
  expect(fetched.length).toBeLessThan(200);
});

it("of a mail no more is read once there is as much as is kept", async () => {
  const fetched: string[] = [];
  const words = "550 No such user";
  vi.stubGlobal("messenger", {
    messages: {
      getHeaders: async () => Promise.resolve({ from: ["Mailer Daemon <MAILER-DAEMON@mail.example.test>"] }),
      get: async () => Promise.resolve({ headerMessageId: "two@mail.example.test", recipients: [] }),
      getFull: async () =>
        Promise.resolve({
          parts: [
            // With what a part counts for beside its text it is exactly that much.
            { contentType: "text/plain", body: words.padEnd(16_384 - 64) },
            { contentType: "text/plain", partName: "1.2" },
          ],
        }),
      getAttachmentFile: async (_: number, name: string) => {
        fetched.push(name);
        return Promise.resolve(new Blob(["more"]));
      },
    },
  });
  expect((await returnedMails.read(1))?.text).toContain(words);
  expect(fetched).toEqual([]);
});

it("a mail of more parts than a call takes arguments is read like any other", async () => {
  const empty = { contentType: "image/png" };
  const parts: object[] = Array.from({ length: 600_000 }, () => empty);
  parts.push({ contentType: "text/plain", body: "carol@example.test: 550 No such user" });
  vi.stubGlobal("messenger", {
    messages: {
      getHeaders: async () => Promise.resolve({ from: ["Mailer Daemon <MAILER-DAEMON@mail.example.test>"] }),
      get: async () => Promise.resolve({ headerMessageId: "two@mail.example.test", recipients: [] }),
      getFull: async () => Promise.resolve({ parts: [{ contentType: "multipart/mixed", parts }] }),
    },
  });
  expect((await returnedMails.read(1))?.text).toContain("550 No such user");
});
