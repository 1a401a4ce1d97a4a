// Which of several addresses a text is about.

import { expect, it } from "vitest";
import { senderInText, type PossibleSender } from "../../../src/engine/replies/sender-in-text.js";

const alice: PossibleSender = {
  identityId: "id1",
  accountId: "account1",
  address: "alice@example.test",
  hosts: ["mail.example.test"],
};
const bob: PossibleSender = {
  identityId: "id2",
  accountId: "account2",
  address: "bob@other.test",
  hosts: ["smtp.other.test"],
};
const guess = (text: string, servers: readonly string[] = []): string | null =>
  senderInText(text, servers, [alice, bob])?.identityId ?? null;

it.each([
  ["from=<bob@other.test> to=<alice@example.test>", "id2"],
  ["Return-Path: <alice@example.test>\nTo: bob@other.test", "id1"],
  ["F=<bob@other.test> rejected RCPT <x@y.test>: relay not permitted", "id2"],
  ["Sender address rejected: ALICE@example.test not logged in", "id1"],
  ["connection to smtp.other.test timed out", "id2"],
  // The sentence's own full stop.
  ["The sender: bob@other.test. It went to alice@example.test.", "id2"],
  ["malice@example.test was told, alice@example.test was refused", "id1"],
])("%s", (text, identityId) => {
  expect(guess(text)).toBe(identityId);
});

it("goes by the servers named where no address is", () => {
  expect(guess("550 no", ["mx7.other.test"])).toBe("id2");
});

it("does not guess between two, nor from a part of a longer word", () => {
  expect(guess("alice@example.test and bob@other.test")).toBeNull();
  expect(guess("malice@example.test, 550 relay not permitted")).toBeNull();
  expect(guess("alice@example.testing, 550 relay not permitted")).toBeNull();
  expect(guess("550 relay not permitted")).toBeNull();
});

it("knows nobody by a server that has no name", () => {
  const senders = [{ ...alice, hosts: [""] }, bob];
  expect(senderInText("550 no such user!", [], senders)).toBeNull();
});

it("looks no further than any reply is read", () => {
  const behind = (letters: number): string | null => guess(`${"x ".repeat(letters / 2)} bob@other.test`);
  expect(behind(16_000)).toBe("id2");
  expect(behind(17_000)).toBeNull();
});

it("needs no guess where there is one account", () => {
  expect(senderInText("550 relay not permitted", [], [alice])).toBe(alice);
});
