// A list that names the sender, its domain, its account or the recipient. It is not about the internet address, so that
// neither another connection nor the access provider helps; that one is `blocklist.ts`.

import { sentences } from "../phrase.js";

export const listedSender = sentences("policy", [
  {
    said: "550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus.",
    by: "Outlook.com",
    pattern:
      /(?:mail ?from|senders?|sender's|sending|your|from) (?:e-?mail )?domain(?: \S{1,80})? (?:is|was|has been)(?! (?:\w{1,12} )?not )(?: \w{1,12}){0,2} (?:(?:black|block|deny) ?-?list|listed\b|blocked\b|banned\b)/,
    matter: "sender-domain",
  },
  {
    said: "554 5.7.1 Service unavailable; Sender address [user@example.com] blocked using dbl.spamhaus.org",
    by: "Postfix",
    pattern: /sender address \[[^\]]{0,80}\] blocked using/,
    matter: "sender-domain",
  },
  {
    said: "550 An RBL names your domain",
    by: "several",
    pattern:
      /(?:rbl|dnsbl|(?:black|block|deny) ?-?list)\b[^.;]{0,24} (?:names?|lists?|contains?|has) (?:your|the (?:sender's|sending)) (?:e-?mail )?domain|(?<!\b(?:ip|ptr|rdns|reverse|mail server)\b[^;]{0,40}|helo |ehlo |client |host |recipient |recipient's )domain(?: (?!(?:name|not|isn't) )\S{1,80})? (?:(?:is|was|has been) (?!(?:\w{1,12} )?not )(?:\w{1,12} ){0,2})?(?:(?:on|in|by) (?:an?|the|our) (?:\w{1,16} )?(?:rbl|dnsbl|(?:black|block|deny) ?-?list)|(?:black|block|deny) ?-?listed|listed (?:in|on|at|by))|(?:black|block) ?-?listed (?:sender |from )?domain|\bdomain\b[^.;]{0,80} rhsbl/,
    matter: "sender-domain",
  },
  {
    said: "550 @example.com has a bad reputation",
    by: "several",
    pattern:
      /(?:@\S{0,80}|domain(?: \S{1,80})?) has (?:an? )?(?:very )?(?:poor|bad|low|negative) reputation|(?<!helo |ehlo |client |host )domain(?:'s)? reputation (?:is |was )?(?:too |very )?(?:poor|bad|low)|(?:poor|bad|low|negative) (?:domain reputation|reputation of (?:the|your) (?:sending |sender )?domain)|(?<!helo |ehlo )domain(?: \S{1,80})? (?:is |was |has been )?blocked due to (?:\w{1,12} ){0,2}reputation/,
    matter: "sender-domain",
  },
  {
    said: "553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)",
    by: "qmail",
    pattern:
      /badmailfrom|(?:sender|sender's|your) (?:e-?mail|mail) address is (?:in|on) (?:an?|the|our) (?:rbl|dnsbl)/,
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
