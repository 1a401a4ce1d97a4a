// What a reply means in a notice of delivery, where it was said to a server and not to this client: by words that are
// known, by words around one that is not, and by its codes alone.

import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import type { Classification } from "../../../src/engine/model/reason.js";

const inNotice = (text: string): Classification => classify({ text, kind: "dsn" });

describe("by its codes alone", () => {
  it("a sign-in that was refused was not this client's", () => {
    const told = inNotice("535 5.7.8 zork");
    expect(told).toMatchObject({ subReason: "other", basis: "" });
    expect(told.ifSaidByOwnServer).toBe("auth-failed");
  });

  it.each([
    ["550 5.1.10 zork", "recipient-domain"],
    ["550 5.1.8 zork", "sender-domain"],
    ["550 5.4.6 zork", "loop"],
    ["550 5.7.13 zork", "recipient-disabled"],
    ["550 5.7.1 zork", undefined],
  ])("%s is about: %s", (text, matter) => {
    expect(inNotice(text).matter).toBe(matter);
  });

  it.each([
    ["550 5.1.1 zork", "mailbox-unknown", "likely"],
    ["552 5.2.2 zork", "mailbox-full", "likely"],
    ["550 5.7.13 zork", "mailbox-unknown", "guess"],
  ])("%s: %s, %s", (text, subReason, confidence) => {
    expect(inNotice(text)).toMatchObject({ subReason, confidence });
  });
});

it("a code that is handed over goes before one in the words", () => {
  expect(classify({ text: "552 5.2.2 zork", kind: "dsn", code: 550, enhancedCode: "5.1.1" }).subReason).toBe(
    "mailbox-unknown",
  );
  expect(classify({ text: "550 zork", kind: "dsn", code: 552 }).subReason).toBe("mailbox-full");
});

it.each([
  ["550 5.1.2 <user@example.com>: not a local domain", "mailbox-unknown", "relay-denied"],
  ["554 5.7.1 <user@example.com>: Recipient address rejected: Access denied", "policy", "relay-denied"],
  ["550 relay not permitted", "other", "relay-denied"],
])("words of another server's mean what they mean there: %s", (text, subReason, ifSaidByOwnServer) => {
  expect(inNotice(text)).toMatchObject({ subReason, ifSaidByOwnServer });
});

it("a lock or a list of another server's is none of the user's", () => {
  expect(inNotice("550 Too many failed login attempts")).not.toHaveProperty("matter");
  expect(inNotice("554 Dynamic IP addresses are not allowed, dialup")).not.toHaveProperty("matter");
});

describe("around a reply that nobody knows", () => {
  const around = (words: string): Classification =>
    inNotice(
      `Your message could not be delivered. ${words}\n\n<carol@elsewhere.test>: host mx.elsewhere.test said: 550 zork blah`,
    );

  it("words about the recipient are believed, though never as certain", () => {
    expect(around("User unknown.")).toMatchObject({ subReason: "mailbox-unknown", confidence: "likely" });
    expect(inNotice("550 User unknown.")).toMatchObject({
      subReason: "mailbox-unknown",
      confidence: "certain",
    });
  });

  it("where no reply is quoted either, words are believed wherever they stand", () => {
    const long = "There is more to say.\n".repeat(1_000);
    expect(inNotice(`Your message could not be delivered.\n${long}User unknown.`)).toMatchObject({
      subReason: "mailbox-unknown",
      confidence: "certain",
    });
  });

  it("words about the user are not", () => {
    expect(around("Authentication required.")).toMatchObject({ basis: "" });
  });
});

it("a connection that was refused is no list's word where nobody replied", () => {
  const text =
    "Your message could not be delivered.\n\n<carol@elsewhere.test>: connect to mx.elsewhere.test: Connection refused";
  expect(inNotice(text).subReason).not.toBe("blocklist");
  expect(inNotice(text).matter).toBe("unreachable");
  expect(inNotice("554 Connection refused").subReason).toBe("blocklist");
});

it("Thunderbird's own short sentence is one only where it is known to be a dialog's", () => {
  const text = "The outgoing SMTP server cannot be found";
  expect(classify({ text, kind: "client-dialog" }).reason).toBe("port-or-connection-blocked");
  expect(classify({ text }).reason).not.toBe("port-or-connection-blocked");
});
