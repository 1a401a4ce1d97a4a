// Whose name is on a list or has a bad one: the sender's domain is not the internet address, and what EHLO gives is neither.

import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import type { SmtpStage } from "../../../src/engine/model/refusal.js";

const told = (text: string, stage: SmtpStage) => {
  const { reason, subReason, matter } = classify({ text, kind: "smtp-reply", stage });
  return [subReason ?? reason, matter];
};

describe("a list or a reputation", () => {
  it.each([
    "550 An RBL names your domain",
    "550 your domain is on an RBL",
    "550 domain example.com is listed at dbl.spamhaus.org",
    "550 Message from blacklisted domain",
    "550 RHSBL: domain example.com listed in rhsbl.example.org",
    "550 @example.com has a bad reputation",
    "550 5.7.1 user@example.com has a bad reputation",
    "554 Your domain has poor reputation",
    "554 5.7.1 poor reputation of the sending domain",
    "550 5.7.1 Domain example.com has been blocked due to reputation",
  ])("of the sender's domain: %s", (text) => {
    expect(told(text, "mail")).toEqual(["policy", "sender-domain"]);
  });

  it.each([
    "550 sorry, your envelope sender is in my badmailfrom list",
    "550 The sender's mail address is on an RBL",
  ])("of the sender: %s", (text) => {
    expect(told(text, "mail")).toEqual(["policy", undefined]);
  });

  it.each([
    "550 Your IP has a bad reputation",
    "554 Client host reputation too low",
    "554 HELO domain is on a blacklist",
    "550 192.0.2.1 is listed in an RBL",
    "550 5.7.1 Your sending IP [192.0.2.1] for domain example.com is listed on Spamhaus",
    "550 IP address of domain example.com is blacklisted",
    "550 Reverse DNS domain is blacklisted",
    "554 PTR domain dyn.example.net listed by dnsbl.sorbs.net",
    "550 mail server domain is listed in dnsbl",
  ])("of the internet address: %s", (text) => {
    expect(told(text, "mail")).toEqual(["blocklist", "own-internet-address"]);
  });
});

it.each([
  "550 relay not permitted: domain example.com is not listed in relay_domains",
  "550 5.7.1 relaying denied: domain not listed in rcpthosts",
  "550 Relaying denied: that domain isn't listed in our tables",
  "550 relaying denied: your domain is not listed",
  "550 Relaying denied: IP not known in our network",
])("that the sender is missing on is none of those: %s", (text) => {
  expect(told(text, "rcpt")).toEqual(["relay-denied", undefined]);
});

it.each([
  "550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL",
  "554 5.7.1 This message contains a blacklisted domain: example.net",
  "554 5.7.1 The body contains domain example.net which is listed in our blacklist",
  "550 domain in message body is on a blacklist",
])("of a domain that the message has: no internet address, either: %s", (text) => {
  expect(told(text, "data")).toEqual(["spam", "listed-content"]);
});

describe("the name that EHLO gives", () => {
  it.each(["501 5.5.4 Invalid domain name", "550 bad domain name", "550 Domain does not exist"])(
    "is not the user's address: %s",
    (text) => {
      expect(told(text, "ehlo")).toEqual(["policy", undefined]);
    },
  );

  it.each(["550 sender domain does not exist", "550 your domain is on an RBL"])(
    "whatever it is called: %s",
    (text) => {
      expect(told(text, "ehlo")[1]).toBeUndefined();
    },
  );

  it("is over at MAIL", () => {
    expect(told("553 5.1.8 Invalid domain name", "mail")).toEqual(["other", "own-address-unknown"]);
  });
});
