// A quota of sending, where the words are those of a full mailbox: of messages in an hour or a day, of a sender, counted by
// a policy server. Asked before `mailbox-full.ts`; all other limits are `rate-limit.ts`.

import { sentences } from "../phrase.js";

export const sendingQuota = sentences("rate-limit", [
  {
    said: "454 Throttling failure: Daily message quota exceeded.",
    by: "Amazon SES, policyd (Message count quota exceeded), several",
    pattern:
      /(?:messages?|sender|sending|outgoing|outbound|relay|hourly|daily|monthly|throttling)(?: \w{1,12})? quota (?:is |was |has been )?(?:exceed|reached|used|full|violat)/,
  },
  {
    said: "554 5.7.1 <user@example.com>: Recipient address rejected: Policy Rejection- Quota Exceeded.",
    by: "policyd",
    pattern: /policy rejection\W{1,3}(?:\w{1,12} ){0,4}quota/,
  },
  {
    said: "450 4.7.3 Organization queue quota exceeded.",
    by: "Exchange Online",
    pattern: /queue quota (?:is |was |has been )?exceeded/,
  },
  {
    said: "450 4.7.1 <user@example.com>: Sender address rejected: Quota exceeded (number of mails in total)",
    by: "iRedAPD",
    pattern: /sender address rejected: (?:\w{1,12} ){0,3}quota|quota exceeded \(number of/,
  },
]);
