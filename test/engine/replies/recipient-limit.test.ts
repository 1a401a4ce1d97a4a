// What the recipient may receive is no limit of this sender's: nobody has used the account.

import { expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import type { ReplyText } from "../../../src/engine/model/reason.js";

const told = (reply: ReplyText): readonly unknown[] => {
  const { subReason, matter, confidence } = classify(reply);
  return [subReason, matter, confidence];
};

const receives = [
  "450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time. If the user is able to receive mail at that time, your message will be delivered.",
  "450-4.2.1 The Gmail user you are trying to contact is receiving\n450-4.2.1 mail at a rate that prevents additional messages from\n450 4.2.1 being delivered. Please resend your message at a later time",
  "550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.",
  "450 User is receiving mail too quickly",
  "451 <carol@elsewhere.test> is receiving messages too fast, try again later",
  "450 4.2.1 Recipient is receiving mail at too great a rate right now, please try again later",
  "450 4.2.1 The recipient has exceeded message rate limit. Try again later.",
  "554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour. [prod.outlook.com]",
  "550 5.2.122 Recipient's per hour message receive limit exceeded",
  "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded",
  "450 4.2.1 The email account that you tried to reach is receiving mail at a rate that prevents additional messages from being delivered.",
  "451 MXIN502 mailbox <carol@elsewhere.test> is receiving emails too fast ;id=a1",
  "451 4.5.1 The recipient <carol@elsewhere.test> has exceeded their message rate limit. Try again later.",
  "452 Too many messages for this recipient at the moment",
  "452 4.2.1 The mailbox is currently receiving too many messages",
];

it.each(receives)("the recipient's: %s", (text) => {
  expect(told({ text, stage: "rcpt" })).toEqual(["rate-limit", "recipient-limit", "certain"]);
  expect(told({ text, kind: "dsn" }).slice(0, 2)).toEqual(["rate-limit", "recipient-limit"]);
  const bare = text.replace(/^\d{3}[ -](?:\d\.\d\.\d+ )?/gm, "");
  expect(told({ text: bare, stage: "rcpt" })).toEqual(["rate-limit", "recipient-limit", "certain"]);
});

it.each([
  "450 4.7.1 You are sending too quickly",
  "421 4.7.0 Too fast, slow down",
  "451 4.7.1 We are receiving mail too quickly from your address",
  "452 4.5.3 Too many recipients",
  "450 4.7.1 <carol@elsewhere.test>: Recipient address rejected: Policy rejection: quota exceeded",
  "450 4.7.1 Recipient rate limit exceeded",
  "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
  "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded",
  "550 5.2.121 Recipient's per hour message receive limit from this sender exceeded",
  "554 5.2.121 The recipient has exceeded their limit for the number of messages they can receive per hour from this sender.",
  "451 Too many messages from you to this recipient",
  "550 5.2.121 The sender has exceeded the limit for the number of messages they can send to this recipient per hour",
  "450 4.7.1 The sender has exceeded message rate limit",
  "451 Ratelimit exceeded for mailbox alice@example.test. Try again later.",
])("this sender's: %s", (text) => {
  expect(told({ text, stage: "rcpt" }).slice(0, 2)).toEqual(["rate-limit", undefined]);
});

it("Exchange's codes tell both apart where its words are not known", () => {
  expect(told({ text: "550 5.2.121 zork", kind: "dsn" })).toEqual(["rate-limit", undefined, "guess"]);
  expect(told({ text: "550 5.2.122 zork", kind: "dsn" })).toEqual(["rate-limit", "recipient-limit", "guess"]);
});

it("a link of Google's is enough, whatever stands beside it", () => {
  const text = "450 4.2.1 See https://support.google.com/mail/?p=ReceivingRate";
  expect(told({ text, stage: "rcpt" })).toEqual(["rate-limit", "recipient-limit", "certain"]);
});

it("no recipient has been named before MAIL", () => {
  expect(classify({ text: "450 User is receiving mail too quickly", stage: "ehlo" }).matter).toBeUndefined();
});

it.each(receives)("too many at the log-in close it, whoever is named: %s", (text) => {
  expect(classify({ text, stage: "auth" }).matter).toBe("locked-out");
});

it("a mailbox that has exceeded its room is full", () => {
  const text = "552 5.2.2 The recipient has exceeded their storage limit";
  expect(told({ text, stage: "rcpt" })).toEqual(["mailbox-full", undefined, "certain"]);
});
