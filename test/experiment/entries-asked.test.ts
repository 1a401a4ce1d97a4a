// Thunderbird itself is asked which entry an identity sends through: 153 answers none where the named one is gone, 157 the
// default. An entry that somebody falls back to is in use; and asking leaves no preference behind.
import { beforeEach, describe, expect, it } from "vitest";

const chosen = new Map<string, string>();
const entry = (key: string) => ({
  key,
  hostname: `${key}.example`,
  port: 587,
  socketType: 2,
  authMethod: 3,
  username: "alice",
  QueryInterface() {
    return this;
  },
});
const servers = [entry("smtp1"), entry("smtp2")];
const identities = [
  { key: "id1", email: "alice@firm.example", smtpServerKey: "smtp7" },
  { key: "id2", email: "bob@firm.example", smtpServerKey: "smtp2" },
];
let fallsBack = false;
const service = {
  servers,
  /** Thunderbird's getter writes down what it has chosen. */
  get defaultServer() {
    chosen.set("mail.smtp.defaultserver", chosen.get("mail.smtp.defaultserver") ?? "smtp1");
    return servers.find(({ key }) => key === chosen.get("mail.smtp.defaultserver"));
  },
  getServerByIdentity({ smtpServerKey }: { readonly smtpServerKey: string }) {
    const named = servers.find(({ key }) => key === smtpServerKey);
    return fallsBack || smtpServerKey === "" ? (named ?? service.defaultServer) : named;
  },
};
Object.assign(globalThis, {
  ChromeUtils: {
    importESModule: () => ({
      MailServices: {
        accounts: {
          accounts: [{ identities }],
          getIdentity: (wanted: string) => identities.find(({ key }) => key === wanted) ?? null,
        },
        outgoingServer: service,
      },
    }),
  },
  Ci: { nsMsgSocketType: {}, nsMsgAuthMethod: {}, nsISmtpServer: {} },
  Services: {
    logins: { isLoggedIn: false },
    prefs: {
      getCharPref: (name: string, fallback: string) =>
        name === "mail.identity.id1.smtpServer" ? "smtp7" : fallback,
      getStringPref: (_name: string, fallback: string) => fallback,
      prefIsLocked: () => false,
      prefHasUserValue: (name: string) => chosen.has(name) || name.startsWith("mail.identity."),
      clearUserPref: (name: string) => chosen.delete(name),
    },
  },
});
const { listServers, readByIdentity } =
  await import("../../src/experiment/outgoingServers/parent/read-entries.js");

const users = async () => (await listServers()).map(({ id, identityIds }) => [id, identityIds]);

beforeEach(() => {
  chosen.clear();
});

describe("where Thunderbird does not fall back (153)", () => {
  beforeEach(() => {
    fallsBack = false;
  });

  it("an entry that nobody has described has no description", async () => {
    expect((await listServers()).map(({ description }) => description)).toEqual(["", ""]);
  });

  it("an identity whose entry is gone sends through none", async () => {
    expect(await readByIdentity("id1")).toEqual({ assignedId: "smtp7", server: null });
    expect(await users()).toEqual([
      ["smtp1", []],
      ["smtp2", ["id2"]],
    ]);
  });
});

describe("where it falls back to the default (157)", () => {
  beforeEach(() => {
    fallsBack = true;
  });

  it("an identity whose entry is gone sends through the default, which is then in use", async () => {
    expect(await readByIdentity("id1")).toMatchObject({ assignedId: "smtp7", server: { id: "smtp1" } });
    expect(await users()).toEqual([
      ["smtp1", ["id1"]],
      ["smtp2", ["id2"]],
    ]);
  });

  it("a default that nobody chose stays unchosen, one that was chosen stays", async () => {
    await readByIdentity("id1");
    await listServers();
    expect([...chosen]).toEqual([]);
    chosen.set("mail.smtp.defaultserver", "smtp2");
    await readByIdentity("id1");
    expect([...chosen]).toEqual([["mail.smtp.defaultserver", "smtp2"]]);
  });
});
