// The recipient gets more than the server there lets in for one mailbox: no limit of the sender's, who may have sent this
// one message only. All other limits are `rate-limit.ts`.

import { sentences } from "../phrase.js";

export const recipientLimit = sentences({ means: "rate-limit", matter: "recipient-limit" }, [
  {
    said: "450 4.2.1 The user you are trying to contact is receiving mail too quickly.",
    by: "Gmail, WildDuck (at a rate that prevents additional messages), Yahoo, Liberty Global (emails too fast)",
    pattern:
      /(?:(?:@|user|contact|recipient|mail ?box|account) is receiving (?:mail|e-?mails?|messages) (?:at too \w{1,8} a rate|too (?:quickly|fast))|receiving mail at a rate|p=receivingrate)/,
  },
  {
    said: "450 4.2.1 The recipient has exceeded message rate limit. Try again later.",
    by: "Yandex (also: their message rate limit)",
    pattern: /recipient (?:@ )?has exceeded (?:\w{1,12} ){0,2}rate limit/,
  },
  {
    said: "452 Too many messages for this recipient at the moment",
    by: "several",
    pattern:
      /too many (?:messages|e-?mails?|mails) for (?:this|the) recipient|(?:recipient|user|mail ?box) is (?:\w{1,12} )?receiving too (?:many|much) (?:messages|mails?|e-?mails?)/,
  },
]);
