// Whether a message that came back was the user's: what proves it, what speaks against it, and what anybody can write.

import { describe, expect, it } from "vitest";
import { originOf } from "../../../src/engine/dsn/origin.js";
import { ownMessage } from "../../../src/engine/replies/own-message.js";
import { readReturnedHeaders } from "../../../src/engine/replies/returned-headers.js";

const signedIn = "Received: from laptop by mail.example.test with ESMTPSA; now\nFrom: alice@example.test\n";
const own = { isKnown: false, hosts: ["mail.example.test"], domains: ["example.test"] };

function isOwn(received: readonly string[], returned: string, more: Partial<typeof own> = {}): string {
  return ownMessage(
    { headers: { received }, reportingServer: "mail.example.test" },
    readReturnedHeaders(returned),
    { ...own, ...more },
  );
}

it("a stranger's mail that an own server has passed on may be the user's", () => {
  const line = "from x (mx.other.test [192.0.2.9]) by mx.hoster.test with ESMTP; now";
  const other = "Received: from a by mx.other.test with ESMTP; now\n";
  const passedOn = "Received: from a by mail.example.test with ESMTP; now\n";
  const reported = (returned: string): string =>
    ownMessage({ headers: { received: [line] }, reportingServer: null }, readReturnedHeaders(returned), own);
  expect(reported(other)).toBe("no");
  expect(reported(other + passedOn)).toBe("unknown");
});

describe("the user's own", () => {
  it.each([
    ["Postfix", "by mail.example.test (Postfix) id 73B302809AE; Sat, 28 Nov 2026 13:22:51 +0000"],
    [
      "Exim",
      "from Debian-exim by mail.example.test with local (Exim 4.96) id 1xX for alice@example.test; now",
    ],
    [
      "OpenSMTPD",
      "from mail.example.test (mail.example.test [local]) by mail.example.test (OpenSMTPD) with ESMTPA id 1",
    ],
  ])("written by the delivering server itself (%s), for a sender who had signed in there", (_, line) => {
    expect(isOwn([line], signedIn)).toBe("yes");
  });

  it("handed over by the server the user sends through, as the delivering server found out", () => {
    const line =
      "from hello (smtp.example.test [192.0.2.7]) by mx.hoster.test (Postfix) with ESMTP id 1; now";
    expect(isOwn([line], signedIn)).toBe("yes");
  });

  it("handed over by the delivering server to itself, over the loopback, before or after a filter", () => {
    const lines = [
      "from localhost (localhost [127.0.0.1]) by mail.example.test (Postfix) with ESMTP id 2; now",
      "from localhost ([::1]) by mail.example.test with LMTP id 1; now",
      "by mail.example.test (Postfix) id 0; now",
    ];
    expect(isOwn(lines, signedIn)).toBe("yes");
  });

  it("on shared hosting, whose server has another owner's name", () => {
    const line = "from Debian-exim by server42.hoster.test with local (Exim 4.96) id 1; now";
    const returned = signedIn.replace("mail.example.test", "server42.hoster.test");
    expect(isOwn([line], returned, { hosts: ["mail.example.test"] })).toBe("yes");
  });

  it("by a copy, whatever the headers say", () => {
    expect(isOwn(["from x (unknown [192.0.2.9]) by mx.example.test with ESMTP"], "", { isKnown: true })).toBe(
      "yes",
    );
  });
});

describe("nobody knows", () => {
  const outside =
    "from mail.example.test (unknown [192.0.2.66]) by mx.example.test (Postfix) with ESMTP id 1; now";
  it.each([
    ["a forged notice with every right name in it", [outside, "by mail.example.test (Postfix) id 1; now"]],
    [
      "the same behind the delivering server's own hand-over",
      ["from localhost ([127.0.0.1]) by mx.example.test with LMTP", outside],
    ],
    [
      "a name looked up that is a stranger's",
      ["from mail.example.test (mail.example.test.evil.test [192.0.2.66]) by mx.example.test with ESMTP"],
    ],
    [
      "Exim's form of it",
      ["from [192.0.2.66] (helo=mail.example.test) by mx.example.test with esmtp (Exim 4.96)"],
    ],
    ["Gmail's inner hop above it", ["by 2002:a05:6a10:1:0:0:0:0 with SMTP id x; now", outside]],
    ["no line at all", []],
  ])("%s", (_, received) => {
    expect(isOwn(received, signedIn)).toBe("unknown");
  });

  it.each([
    [
      "[127.0.0.1]",
      "from [127.0.0.1] (unknown [203.0.113.66]) by mail.example.test (Postfix) with ESMTP id 1",
    ],
    ["[IPv6:::1]", "from [IPv6:::1] (unknown [203.0.113.66]) by mail.example.test (Postfix) with ESMTP id 1"],
    [
      "[127.0.0.1], over IPv6",
      "from [127.0.0.1] (unknown [IPv6:2001:db8::66]) by mail.example.test (Postfix)",
    ],
    ["[local]", "from [local] (unknown [203.0.113.66]) by mail.example.test (Postfix) with ESMTP id 1"],
    ["words", "from a with local b (unknown [203.0.113.66]) by mail.example.test with SMTP id 1"],
    ["to Exim", "from [203.0.113.66] (helo=[127.0.0.1]) by mail.example.test with esmtp (Exim 4.96) id 1"],
    [
      "to Exim, by a host with a name",
      "from dsl.stranger.test ([203.0.113.66] helo=[127.0.0.1]) by mail.example.test with esmtp (Exim 4.96) id 1",
    ],
    ["to qmail", "from unknown (HELO [127.0.0.1]) (203.0.113.66) by mail.example.test with SMTP"],
    [
      "to qmail, with a name of ident",
      "from unknown (HELO [127.0.0.1]) (x@203.0.113.66) by mail.example.test",
    ],
    [
      "the server's own name",
      "from mail.example.test ([203.0.113.66]) by mail.example.test with ESMTP id 1; now",
    ],
    [
      "a name that has another address (Sendmail)",
      "from x (mail.example.test [203.0.113.66] (may be forged)) by mail.example.test (8.17/8.17) with ESMTP id 1",
    ],
  ])("a stranger's greeting: %s", (_, line) => {
    expect(isOwn([line], signedIn)).toBe("unknown");
  });

  const relay =
    "from out.relay.test (out.relay.test [192.0.2.7]) by mx.example.test (Postfix) with ESMTP id 1; now";
  it.each([
    [
      "signed in",
      "from m (dsl.stranger.test [203.0.113.66]) by out.relay.test (Postfix) with ESMTPSA id 2; now",
    ],
    [
      "signed in from within the relay's own network",
      "from m (dsl7.relay.test [203.0.113.66]) by out.relay.test (Postfix) with ESMTPSA id 2; now",
    ],
    [
      "signed in by its web page",
      "from web (localhost [127.0.0.1]) by out.relay.test (Postfix) with ESMTPA id 2; now",
    ],
    ["unsigned", "from m (unknown [203.0.113.66]) by out.relay.test (Postfix) with ESMTP id 2; now"],
  ])("a mail of another customer of the relay that the user sends through, %s", (_, line) => {
    const returned = signedIn.replace("mail.example.test", "out.relay.test");
    const hosts = ["out.relay.test", "imap.example.test"];
    const filter = "from localhost (localhost [127.0.0.1]) by out.relay.test (Postfix) with ESMTP id 3; now";
    expect(isOwn([relay, line], returned, { hosts })).toBe("unknown");
    expect(isOwn([relay, filter, line], returned, { hosts })).toBe("unknown");
    const genuine = [relay, filter, "by out.relay.test (Postfix) id 2; now"];
    expect(isOwn(genuine, returned, { hosts })).toBe("yes");
  });

  it("a mail that another customer of the delivering server had given to it, signed in", () => {
    const line =
      "from m (dsl7.example.test [203.0.113.66]) by mail.example.test (Postfix) with ESMTPSA id 2; now";
    expect(isOwn([line], signedIn)).toBe("unknown");
  });

  it.each(["localhost", "mail"])("a sign-in at a server of a name that any may have: %s", (name) => {
    const returned = signedIn.replace("mail.example.test", name);
    expect(isOwn([`by ${name} (Postfix) id 1; now`], returned, { hosts: [name] })).toBe("unknown");
  });

  it("a message that somebody else had given to the own server, without signing in", () => {
    const returned =
      "Received: from spam.test by mail.example.test with ESMTP; now\nFrom: alice@example.test\n";
    expect(isOwn(["by mail.example.test (Postfix) id 1; now"], returned)).toBe("unknown");
  });
});

it("somebody else's: only strangers had it, and no sender had signed in", () => {
  const returned = "Received: from x by spam.test with ESMTP; now\nFrom: alice@example.test\n";
  const notice = {
    headers: { received: ["from mx.victim.test (mx.victim.test [192.0.2.5]) by mx.example.test"] },
    reportingServer: "mx.victim.test",
  };
  expect(ownMessage(notice, readReturnedHeaders(returned), own)).toBe("no");
  const silent = readReturnedHeaders("From: alice@example.test\n");
  expect(ownMessage(notice, silent, own)).toBe("unknown");
  const byStranger = returned.replace("ESMTP;", "ESMTPSA;");
  expect(ownMessage(notice, readReturnedHeaders(byStranger), own)).toBe("unknown");
});

it("reads thirty lines of thousands, and a thousand characters of each", () => {
  let read = 0;
  const lines = Array.from({ length: 50_000 }, () => "from a (b [192.0.2.1]) by c ".repeat(100));
  const received = new Proxy(lines, {
    get(target, name, receiver) {
      read += typeof name === "string" && /^\d+$/.test(name) ? 1 : 0;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  originOf({ received });
  expect(read).toBe(30);
  const far = (blanks: number): unknown =>
    originOf({ received: [`${"x".repeat(blanks)} by mail.example.test`] });
  expect(far(900)).toEqual({ kind: "delivering-server", server: "mail.example.test" });
  expect(far(1_000)).toEqual({ kind: "delivering-server", server: null });
});
