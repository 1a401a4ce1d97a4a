// The domain of the sender is not one the logged-in account may use (guide cause 4). A domain that the server does not
// serve at all is `wrong-server-not-hosting.ts`.

import { sentences } from "../phrase.js";

export const senderDomainNotAllowed = sentences("sender-not-allowed", [
  {
    said: "550 envelope sender not allowed",
    by: "ispgateway",
    pattern: /envelope (?:sender|from)(?: address)? (?:is )?not (?:allowed|permitted|authori[sz]ed)/,
  },
  {
    said: "You are not allowed to use the domain example.com as a sender domain",
    by: "SmarterMail",
    pattern:
      /not (?:allowed|authori[sz]ed|permitted|entitled) to use (?:the |this |that )?(?:domain|address|@|<@>).{0,80} as (?:an? |the |your )?(?:sender|sending|from)/,
    holdsInBounce: true,
  },
  {
    said: "550 This domain is not associated with your account",
    by: "Plunk",
    pattern:
      /(?:domain|address|sender)\b[^.]{0,40} not (?:associated|linked|registered|connected|verified) (?:with|to|for|in|on) (?:your|this|the) (?:account|user|log ?in)/,
    holdsInBounce: true,
  },
  {
    said: "550 5.1.0 Sender is not allowed to send from example.com (R2)",
    by: "Rackspace, to its own customer; with SPF it is the domain that does not allow it",
    pattern: /sender is not (?:allowed|permitted|authori[sz]ed) to send from(?!.{0,80}\bspf\b)/,
  },
  {
    said: "550 Your domain example.com is not allowed in header From",
    by: "Exim",
    pattern: /not allowed in header from/,
  },
]);
