// Who sent the message that came back, by its own headers.

import { expect, it } from "vitest";
import { readReturnedHeaders } from "../../../src/engine/replies/returned-headers.js";

const headers = `Return-Path: <alice@example.test>
Received: from [192.0.2.7] (helo=laptop)
\tby mail.example.test with esmtpsa (TLS1.3)
\tid 1abc for <carol@elsewhere.test>; Tue, 24 Nov 2026 10:00:00 +0000
Message-ID: <one@example.test>
From: "Alice <evil@forged.test>" <alice@example.test>
To: carol@elsewhere.test

From: body@not.test
Message-ID: <two@example.test>
`;

it("reads senders, Message-ID and servers from the headers alone", () => {
  expect(readReturnedHeaders(headers)).toEqual({
    senders: expect.arrayContaining(["alice@example.test"]) as string[],
    messageId: "one@example.test",
    takenBy: ["mail.example.test"],
    signedInAt: ["mail.example.test"],
  });
  expect(JSON.stringify(readReturnedHeaders(headers))).not.toMatch(/body@not|two@/);
});

it.each([
  ['"bob@other.test" <Alice@example.test>', ["alice@example.test"]],
  ["alice@example.test", ["alice@example.test"]],
  ["Alice", []],
  ["<>", []],
])("From: %s", (from, senders) => {
  expect(readReturnedHeaders(`From: ${from}\nSubject: x\n`).senders).toEqual(senders);
});

it("a sender who is named twice is one", () => {
  const text = "From: <alice@example.test>\nSender: alice@example.test\nReturn-Path: <Alice@example.test>\n";
  expect(readReturnedHeaders(text).senders).toEqual(["alice@example.test"]);
});

it("a server that does not say its name has not taken anything", () => {
  const text =
    "Received: from laptop; Tue, 24 Nov 2026\nReceived: from a by MX.example.test with esmtp; now\n";
  expect(readReturnedHeaders(text)).toMatchObject({ takenBy: ["mx.example.test"], signedInAt: [] });
});

it("makes nothing of nothing", () => {
  expect(readReturnedHeaders("")).toEqual({ senders: [], messageId: null, takenBy: [], signedInAt: [] });
});

it("looks no further than at the first 32768 letters", () => {
  const behind = (letters: number): readonly string[] =>
    readReturnedHeaders(`${"X: a\n".repeat(letters / 5)}From: alice@example.test\n`).senders;
  expect(behind(30_000)).toEqual(["alice@example.test"]);
  expect(behind(33_000)).toEqual([]);
});

it("reads thousands of headers in bounded time and number", () => {
  const started = performance.now();
  const read = readReturnedHeaders("Received: from a by b.example.test; now\n".repeat(50_000));
  expect(read.takenBy.length).toBeLessThanOrEqual(30);
  expect(performance.now() - started).toBeLessThan(200);
});
