// Texts as "Copy text to clipboard" of Thunderbird 153.7 writes them, read and matched to identities.

import { describe, expect, it } from "vitest";
import { incomingTold, outgoingTold } from "../../../src/engine/settings-text/match-identities.js";
import { readTroubleshootingInformation } from "../../../src/engine/settings-text/troubleshooting-information.js";

const plain = `Application Basics
  Name: Thunderbird
  Version: 153.7.0

Mail and News Accounts
  account1:
    INCOMING: account1, , (imap) mail.example.test:993, 3, 3
    OUTGOING: , mail.example.test:587, 2, 1, true

  account2:
    INCOMING: account2, , (none) Local Folders, 0, 1

  account3:
    INCOMING: account3, , (pop3) mail.other.test:995, 3, 3
    OUTGOING: , mail.other.test, 3, 10, true
    OUTGOING: , mail.example.test:587, 2, 1, false
`;

const identities = [
  { identityId: "id1", accountId: "account1", address: "alice@example.test" },
  { identityId: "id2", accountId: "account3", address: "bob@other.test" },
  { identityId: "id3", accountId: "account3", address: "info@other.test" },
];

const read = (text: string): NonNullable<ReturnType<typeof readTroubleshootingInformation>> =>
  readTroubleshootingInformation(text) ?? [];

describe("the text of Troubleshooting Information", () => {
  it("gives every account's servers, and nothing else", () => {
    expect(read(plain)).toEqual([
      {
        accountId: "account1",
        incoming: { type: "imap", host: "mail.example.test", port: 993, security: "tls", signIn: "password" },
        outgoing: [
          { host: "mail.example.test", port: 587, security: "starttls", signIn: "none", address: null },
        ],
      },
      { accountId: "account2", incoming: null, outgoing: [] },
      {
        accountId: "account3",
        incoming: { type: "pop3", host: "mail.other.test", port: 995, security: "tls", signIn: "password" },
        outgoing: [
          { host: "mail.other.test", port: 0, security: "tls", signIn: "oauth2", address: null },
          { host: "mail.example.test", port: 587, security: "starttls", signIn: "none", address: null },
        ],
      },
    ]);
  });

  it("may have names in it, with commas of their own, and any line ends", () => {
    const named = plain
      .replace("OUTGOING: , mail.example", 'OUTGOING: "Doe, Alice" <alice@example.test>, mail.example')
      .replaceAll("\n", "\r\n");
    expect(read(named)[0]?.outgoing[0]).toMatchObject({
      host: "mail.example.test",
      address: "alice@example.test",
    });
  });

  it("may have a name in it that looks like an address", () => {
    const named = plain.replace("OUTGOING: , mail.ex", "OUTGOING: <port> <alice@example.test>, mail.ex");
    expect(read(named)[0]?.outgoing[0]?.address).toBe("alice@example.test");
  });

  it("may have more blanks in it between its fields", () => {
    expect(read(plain.replaceAll(/,(?= \d)/g, "  ,"))).toEqual(read(plain));
  });

  it("is recognised by its lines alone, in any language", () => {
    expect(read(plain.replace("Mail and News Accounts", "E-Mail- und Nachrichtenkonten"))).toEqual(
      read(plain),
    );
  });

  it.each(["", "Hello", "INCOMING: nothing", "OUTGOING: , a.test:25, 0, 1, true", "x".repeat(3_000_000)])(
    "is not found in another text (%#)",
    (text) => {
      expect(readTroubleshootingInformation(text)).toBeNull();
    },
  );

  it("does not take what is no server for one", () => {
    const odd = "INCOMING: account1, , (imap) a b:1, 9, 3\nOUTGOING: , x.test:99999, 2, 3, true";
    expect(readTroubleshootingInformation(odd)).toBeNull();
    expect(read(plain.replace("2, 1, true", "2, 1, untrue"))[0]?.outgoing).toEqual([]);
  });
});

describe("an identity's outgoing server", () => {
  const found = (identityId: string, text = plain): unknown =>
    outgoingTold(read(text), identityId, identities);

  it("is the line in its place, and its user name stays unknown", () => {
    expect(found("id1")).toMatchObject({
      kind: "smtp",
      server: { host: "mail.example.test", port: 587, signIn: "none", userName: "", notTold: ["userName"] },
    });
    expect(found("id3")).toMatchObject({ server: { host: "mail.example.test" } });
  });

  it("is shared with whoever has the same settings", () => {
    expect(found("id1")).toMatchObject({ server: { identityIds: ["id1", "id3"] } });
    expect(found("id2")).toMatchObject({ server: { identityIds: ["id2"] } });
  });

  it("is by the address where names are there", () => {
    const swapped = plain
      .replace("OUTGOING: , mail.other.test", "OUTGOING: Info <info@other.test>, mail.other.test")
      .replace(
        "OUTGOING: , mail.example.test:587, 2, 1, false",
        "OUTGOING: Bob <bob@other.test>, mail.example.test:587, 2, 1, false",
      );
    expect(found("id2", swapped)).toMatchObject({ server: { host: "mail.example.test" } });
  });

  it("is unreadable where the text leaves open whose line it is", () => {
    const fewer = plain.replace("    OUTGOING: , mail.example.test:587, 2, 1, false\n", "");
    expect(found("id2", fewer)).toEqual({ kind: "unreadable" });
  });

  it("is none where its account has no line, and unreadable where the account is not there", () => {
    expect(found("id1", plain.replace("    OUTGOING: , mail.example.test:587, 2, 1, true\n", ""))).toEqual({
      kind: "none",
    });
    expect(outgoingTold([], "id1", identities)).toEqual({ kind: "unreadable" });
  });
});

describe("an Exchange account", () => {
  const told = (lines: string): unknown =>
    outgoingTold(read(`${plain}\n${lines}`), "id4", [
      ...identities,
      { identityId: "id4", accountId: "account4", address: "eve@example.test" },
    ]);

  it("of which Thunderbird can say nothing before its first use is not one without an outgoing server", () => {
    expect(told("    INCOMING: account4, , , , ")).toEqual({ kind: "unreadable" });
  });

  it("is left alone", () => {
    const incoming = "    INCOMING: account4, , (ews) outlook.example.test:443, 3, 10\n";
    const exchange = { kind: "other-type", type: "ews" };
    expect(told(incoming)).toEqual(exchange);
    expect(told(`${incoming}    OUTGOING: , outlook.example.test, 3, 10, true`)).toEqual(exchange);
    expect(told(`${incoming}    OUTGOING: , smtp.example.test:587, 2, 3, true`)).toMatchObject({
      kind: "smtp",
    });
  });
});

it("an account's incoming server comes with its main address for the user name, and without password", () => {
  expect(incomingTold(read(plain), "account3", identities)).toMatchObject({
    type: "pop3",
    userName: "bob@other.test",
    savedPassword: "locked",
  });
  expect(incomingTold(read(plain), "account9", identities)).toBeNull();
});
