// A domain on a block list, where the words do not say whose: the sender's own, or of something in the message.

import { expect, it } from "vitest";
import type { Refusal, SmtpStage } from "../../../src/engine/model/refusal.js";
import { bareRefusal } from "../../../src/engine/model/refusal.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { meaningsOf } from "../../../src/engine/rules/meaning.js";
import { evidence, sender } from "./sample.js";

const told = (line: string, stage: SmtpStage): readonly unknown[] => {
  const refusal: Refusal = { ...bareRefusal, code: 550, enhancedCode: "5.7.1", stage, lines: [line] };
  const { classification } = diagnose(evidence({ refusal }));
  return [classification?.subReason, classification?.matter];
};

it.each<SmtpStage>(["rcpt", "data", "unknown"])("the sender's own, said at %s", (stage) => {
  const meaning = ["policy", "sender-domain"];
  expect(told("rejected: domain example.test listed in dbl", stage)).toEqual(meaning);
  expect(told("domain mail.example.test is listed at dbl.spamhaus.org", stage)).toEqual(meaning);
});

it.each<[SmtpStage, readonly unknown[]]>([
  ["data", ["spam", "listed-content"]],
  ["unknown", ["spam", "listed-content"]],
  // Nothing of the message has been sent: a host's name, or whoever's.
  ["rcpt", ["policy", undefined]],
  ["mail", ["policy", undefined]],
])("another's, said at %s", (stage, meaning) => {
  expect(told("rejected: domain shop.example listed in dbl", stage)).toEqual(meaning);
});

it.each(["Message from blacklisted domain", "your domain shop.example is listed in dbl"])(
  "is the sender's where the words say so, or name none: %s",
  (line) => {
    expect(told(line, "data")).toEqual(["policy", "sender-domain"]);
  },
);

it("is told for each recipient of a mail that came back", () => {
  const fate = { event: "failed", recipient: "carol@elsewhere.test", code: 550, enhancedCode: null } as const;
  const fates = ["example.test", "shop.example"].map((domain) => ({
    ...fate,
    lines: [`rejected: domain ${domain} listed in dbl`],
  }));
  const meanings = meaningsOf({ event: "failed", fates, retryUntil: null }, sender);
  expect(meanings.map((meaning) => meaning?.matter)).toEqual(["sender-domain", "listed-content"]);
});

it("a domain in letters of its own may be the one that the server writes otherwise", () => {
  const lines = ["rejected: domain xn--bcher-kva.example listed in dbl"];
  const refusal: Refusal = { ...bareRefusal, code: 550, stage: "data", lines };
  const told = (from: string): unknown =>
    diagnose(evidence({ refusal, sender: { ...sender, from, address: from } })).classification?.matter;
  expect(told("anna@bücher.example")).toBe("sender-domain");
  expect(told("anna@example.test")).toBe("listed-content");
});
