// GMX, web.de, mail.com and 1&1 IONOS: two-line replies whose first line misleads ("Requested action not taken").

import { sentences } from "../phrase.js";

export const gmx = [
  ...sentences("sender-not-allowed", [
    {
      said: "550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.",
      by: "GMX, web.de, at MAIL or DATA",
      pattern: /sender address is not allowed/,
      holdsInBounce: true,
    },
  ]),
  ...sentences("policy", [
    {
      said: "554-Transaction failed\n554-Reject due to policy restrictions.",
      by: "GMX, IONOS",
      pattern: /reject due to policy/,
    },
    {
      said: "550-Requested action not taken: mailbox unavailable\n550 invalid DNS MX or A/AAAA resource record",
      by: "GMX",
      pattern: /invalid dns mx|bad dns ptr/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "450-Requested mail action not taken: mailbox unavailable\n450 Mail send limit exceeded.",
      by: "GMX, web.de",
      pattern: /mail send limit exceeded/,
    },
  ]),
  ...sentences("other", [
    {
      said: "550-Requested action not taken: mailbox unavailable\n550 Failure sending mail. Try again later",
      by: "GMX",
      pattern: /failure sending mail\. try again/,
    },
  ]),
  ...sentences("spf-dkim-dmarc", [
    {
      said: "550 Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner",
      by: "web.de",
      pattern: /reject due to spf/,
    },
  ]),
];
