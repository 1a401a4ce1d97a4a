// A list that names the sender, its domain, its account or the recipient. It is not about the internet address, so that
// neither another connection nor the access provider helps; that one is `blocklist.ts`.

import { sentences } from "../phrase.js";

export const listedSender = sentences("policy", [
  {
    said: "550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus.",
    by: "Outlook.com",
    pattern:
      /(?:mail ?from|senders?|sender's|sending|your|from) (?:e-?mail )?domain(?: \S{1,80})? (?:is|was|has been)(?: \w{1,12}){0,2} (?:(?:black|block|deny) ?-?list|listed\b|blocked\b|banned\b)/,
    matter: "sender-domain",
  },
  {
    said: "554 5.7.1 Service unavailable; Sender address [user@example.com] blocked using dbl.spamhaus.org",
    by: "Postfix",
    pattern: /sender address \[[^\]]{0,80}\] blocked using/,
    matter: "sender-domain",
  },
  {
    said: "550 Local Policy: sender address is on the block list",
    by: "several",
    pattern:
      /(?:sender|from|return-path|recipient|(?:your|the) e-?mail) (?:e-?mail )?address (?:<?@>? )?(?:(?:is|was|has been)(?: \w{1,12}){0,3} )?(?:black|block|deny) ?-?list|@ (?:is|was|has been)(?: \w{1,12}){0,2} (?:black|block|deny) ?-?list|recipient address \[[^\]]{0,80}\] blocked using/,
  },
  {
    said: "550 Your account has been blacklisted because of spam",
    by: "several",
    pattern:
      /(?:account|mailbox|user) (?:\S{1,64} )?(?:is|was|has been)(?: \w{1,12})? (?:black|block|deny) ?-?list/,
  },
]);
