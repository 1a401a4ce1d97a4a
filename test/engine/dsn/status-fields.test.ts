// The fields of a delivery status as they are really written, and how much of a hostile one is read.

import { describe, expect, it } from "vitest";
import { readStatusFields, type RecipientFields } from "../../../src/engine/dsn/status-fields.js";

function recipientIn(fields: string): RecipientFields | undefined {
  return readStatusFields(`Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\n${fields}`)
    .recipients[0];
}

const group = (name: string, action = "Action: failed\n"): string =>
  `Final-Recipient: rfc822; ${name}@elsewhere.test\n${action}\n`;

describe("a server's name", () => {
  it.each([
    ["dns; MX.elsewhere.test", "mx.elsewhere.test"],
    ["dns ; mx.elsewhere.test", "mx.elsewhere.test"],
    ["mx.elsewhere.test", "mx.elsewhere.test"],
    ["mx.elsewhere.test; a comment", "mx.elsewhere.test"],
    ["            dns; mx.elsewhere.test", "mx.elsewhere.test"],
    ["dns; [192.0.2.1]", "192.0.2.1"],
    ["dns; mx.elsewhere.test [192.0.2.1]", "mx.elsewhere.test"],
    ["dns; [IPv6:2001:db8::1]", "2001:db8::1"],
    ["dns;", null],
  ])("Remote-MTA: %s", (value, name) => {
    expect(recipientIn(`Remote-MTA: ${value}`)?.remoteServer).toBe(name);
  });

  it("is the first that reports", () => {
    const text = `Reporting-MTA: dns; one.example.test\nReporting-MTA: dns; two.example.test\n\n${group("carol")}`;
    expect(readStatusFields(text).reportingServer).toBe("one.example.test");
  });
});

it.each([
  ["5.1.1", "5.1.1"],
  ["5.1.1 (no such user)", "5.1.1"],
  ["5.1.1.2", null],
  ["3.1.1", null],
])("Status: %s", (value, status) => {
  expect(recipientIn(`Status: ${value}`)?.status).toBe(status);
});

describe("Diagnostic-Code", () => {
  it.each([
    ["SMTP; 550 no", { type: "smtp", text: "550 no" }],
    ["x-postfix ;  no answer  ", { type: "x-postfix", text: "no answer" }],
    ["550 no", { type: "", text: "550 no" }],
    ["smtp; 550-first\n    550 second", { type: "smtp", text: "550-first 550 second" }],
    // As nullmailer writes it.
    [
      "smtp; 550-first\n550-5.7.1 second\n550 third",
      { type: "smtp", text: "550-first 550-5.7.1 second 550 third" },
    ],
    ["smtp; 550 first\n550 second", { type: "smtp", text: "550 first" }],
    ["smtp; 550-first\n550 second\n550 third", { type: "smtp", text: "550-first 550 second" }],
    ["smtp; 550-first\n450 second", { type: "smtp", text: "550-first" }],
    // Blanks say nothing, however many they are.
    ["            ", null],
    ["", null],
  ])("%j", (value, diagnostic) => {
    expect(recipientIn(`Diagnostic-Code: ${value}`)?.diagnostic ?? null).toEqual(diagnostic);
  });

  it.each(["X-Other: a", "Reporting-MTA: dns; mail.example.test"])(
    "goes on below only where nothing else stands between: %s",
    (line) => {
      const fields = recipientIn(`Diagnostic-Code: smtp; 550 no\n${line}\n    not the server's words`);
      expect(fields?.diagnostic?.text).toBe("550 no");
    },
  );

  it.each(["smtp; ", ""])("of any length keeps 4000 letters, with the type %j", (type) => {
    const folded = `${type}550 no${"\n more and more of it".repeat(1_000)}`;
    expect(recipientIn(`Diagnostic-Code: ${folded}`)?.diagnostic?.text.length).toBeLessThanOrEqual(4_000);
  });
});

it("until when it is tried again is told in 60 letters, without blanks around them", () => {
  const until = (value: string): string | null | undefined =>
    recipientIn(`Will-Retry-Until: ${value}`)?.retryUntil;
  expect(until("  Sun, 29 Nov 2026 13:22:51 +0000  ")).toBe("Sun, 29 Nov 2026 13:22:51 +0000");
  expect(until("x".repeat(3_000))).toHaveLength(60);
  expect(recipientIn("")?.retryUntil).toBeNull();
});

describe("recipients", () => {
  it("are told apart by a field that is there already, where no line stands between them", () => {
    const text =
      "Final-Recipient: rfc822; a@e.test\nAction: failed\nFinal-Recipient: rfc822; b@e.test\nAction: delayed";
    expect(readStatusFields(text).recipients).toMatchObject([
      { recipient: "a@e.test", event: "failed" },
      { recipient: "b@e.test", event: "delayed" },
    ]);
  });

  it("are as the sender wrote them, and where they were sent on to", () => {
    const text =
      "Original-Recipient: rfc822;sales+2Bnew@e.test\nFinal-Recipient: rfc822; Bob@e.test\nStatus: 5.1.1";
    expect(readStatusFields(text).recipients).toMatchObject([
      { recipient: "sales+new@e.test", finalRecipient: "bob@e.test", status: "5.1.1", event: "failed" },
    ]);
  });

  it("were sent on to nobody where both fields name the same", () => {
    const text = "Original-Recipient: rfc822;Bob@e.test\nFinal-Recipient: rfc822; bob@e.test\nStatus: 5.1.1";
    expect(readStatusFields(text).recipients).toMatchObject([
      { recipient: "bob@e.test", finalRecipient: null },
    ]);
  });

  it("may be written with letters of any number, one that no letter has left out", () => {
    const named = (address: string): unknown =>
      readStatusFields(`Original-Recipient: utf-8; ${address}\nAction: failed`).recipients[0]?.recipient;
    expect(named("\\x{10FFFF}a@e.test")).toBe("\u{10ffff}a@e.test");
    expect(named("\\x{110000}a@e.test")).toBe("a@e.test");
  });

  it("of whom nothing is said are none, nor is what is said of nobody", () => {
    expect(readStatusFields(group("carol", "")).recipients).toEqual([]);
    expect(readStatusFields("Status: none\nDiagnostic-Code: smtp; 550 no").recipients).toEqual([]);
  });

  it("of whom a server's words alone are told are some", () => {
    expect(readStatusFields(group("carol", "Diagnostic-Code: smtp; 550 no\n")).recipients).toMatchObject([
      { recipient: "carol@elsewhere.test", event: null, diagnostic: { text: "550 no" } },
    ]);
  });

  it("are a hundred at most", () => {
    expect(readStatusFields(group("carol").repeat(500)).recipients).toHaveLength(100);
  });

  it("are looked for in no more than a hundred groups, whatever those hold", () => {
    expect(readStatusFields(group("carol", "").repeat(101) + group("dave")).recipients).toEqual([]);
    expect(readStatusFields(group("carol", "").repeat(99) + group("dave")).recipients).toMatchObject([
      { recipient: "dave@elsewhere.test" },
    ]);
  });
});
