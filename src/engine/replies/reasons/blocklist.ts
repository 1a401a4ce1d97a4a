// The sending internet address or domain is on a block list or has a bad name: settings cannot change that.

import { sentences, words } from "../phrase.js";

export const blocklist = [
  ...sentences("blocklist", [
    {
      said: "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl.example.org",
      by: "Postfix",
      pattern:
        /(?<!mailbox (?:has been|is) |account (?:has been|is) |port 25 is |port 25 may be |port 25 )blocked (?:using|by|at|in|due to|-? ?see|-? ?listed)\b(?!.{0,40}(?:grey|spam filter|spamassassin|content filter|our filter))(?!(?: \w{1,16}){0,2} (?:admin|recipient|addressee|user|owner|polic|rules?\b|anti-?virus|organi[sz]|content|attachment))/,
    },
    {
      said: "553 5.7.1 <host[192.0.2.1]>: Client host rejected: Relaying denied - Your IP identified as spammer.",
      by: "Postfix",
      pattern:
        /\bip\b[^.]{0,40} (?<!\b(?:not|isn't) )(?:identified|listed|known|reported|marked|flagged) (?:as|in|on|by|at)/,
    },
    {
      said: "550 rejected because 192.0.2.1 is in a black list at zen.spamhaus.org",
      by: "Exim",
      pattern:
        /(?:in|on|by|our|a|local|the) (?:\w{1,16} )?(?:black|block|deny|drop) ?-?list(?!ed (?:word|phrase|term))/,
    },
    {
      said: "550 5.7.1 IP address blacklisted by recipient",
      by: "several",
      pattern: /(?:black|block|deny) ?-?list(?:ed|ing|is)\b(?! (?:url|user|link|word))|multi-blacklist/,
    },
    {
      said: "501 no access from mail server [192.0.2.55] which is an open relay.",
      by: "Sendmail",
      pattern: /which is an open relay|open proxy\b/,
    },
    {
      said: "550 mail from example.com refused, see RBL",
      by: "several",
      pattern: /\b(?:dns)?rbl\b|\bdnsbl\b|\buribl\b/,
    },
    {
      said: "550 5.7.1 Helo domain is listed in Spamhaus.",
      by: "Outlook.com",
      pattern: /spamhaus|spamcop|barracudacentral|sorbs|uceprotect|senderscore|surbl/,
    },
    {
      said: "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
      by: "IronPort",
      pattern:
        /(?:poor|bad|low|negative)(?: \w{1,12}){0,2} reputation(?! of the sending domain)|reputation(?: \w{1,12}){0,2} (?:poor|bad|low)|poor reputation/,
    },
    {
      said: "550 5.7.606 Access denied, banned sending IP [192.0.2.1]",
      by: "Exchange Online",
      pattern:
        /banned (?:sending )?ip|banned sender ?\[|\bbad (?:sender )?ip\b|mail from your ip\b|access forbidden by your ip\b/,
    },
    {
      said: "554 5.7.1 You are not allowed to connect",
      by: "Postfix with a client table",
      pattern: /not allowed to connect/,
    },
    {
      said: "553 Mail from 192.0.2.1 not allowed - [10]",
      by: "Yahoo",
      pattern:
        /mail from \[?[\dx]{1,3}\.[\dx]{1,3}\.[\dx]{1,3}\.[\dx]{1,3}\]? (?:is )?(?:not allowed|refused|rejected|denied)/,
    },
    {
      said: "554 5.7.1 Client host blocked for spamming issues",
      by: "Orange, several",
      pattern: /\b(?:ip|host|client|address|sender|server)\b[^.;]{0,40}\bspam(?:mers?|ming)\b/,
    },
    {
      said: "550 Rejected: 192.0.2.1 is listed at work.drbl.example.net",
      by: "several",
      pattern: /\d{1,3}\.\d{1,3} is listed (?:at|in|on|by)\b/,
    },
    {
      said: "550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.",
      by: "IronPort",
      pattern: /your access to (?:submit messages to )?this (?:e-?)?mail system has been rejected/,
    },
    {
      said: "550 IP address is block listed",
      by: "GMX, web.de",
      pattern:
        /(?:ip|address|host|sender|client|server|domain)[^.]{0,40} (?:is|was|has been|are) (?:currently |temporarily |permanently )?(?:block(?:ed)? ?-?list|black ?-?list|banned)/,
    },
    {
      said: "554 Connections from this host are blocked for abuse",
      by: "several",
      pattern: /block(?:ed)? for (?:abuse|spam)/,
    },
    {
      said: "550 Votre adresse IP est sur une liste noire",
      by: "French and others",
      pattern:
        /liste? (?:noire|nera)|lista negra|schwarze[nr]? liste|czarn\S{1,3} li[sś]|ч[её]рн\S{1,3} спис|黑名单|黑名單|ブラックリスト/,
    },
    {
      said: "554 IP=192.0.2.254 - A problem occurred. (Ask your postmaster for help) (BL)",
      by: "T-Online",
      pattern: /\(bl\)|tosa@rx\.t-online|\bip[:=] ?\S{1,45} - a problem occurred/,
    },
    {
      said: "550 mail from open relay refused",
      by: "several",
      // "Open relay not allowed" is said to whoever is taken for a stranger: `relay-denied`.
      pattern:
        /(?:from|is|as) (?:an? )?(?:insecure|open) (?:mail )?relay|^\s?(?:insecure mail|open) relay\b(?! (?:\w{1,8} )?(?:not |denied|refused|rejected|prohibited|forbidden|disabled))/,
    },
  ]),
  ...words("blocklist", [
    {
      said: "421 connection from your IP has been blocked",
      by: "general",
      pattern:
        /\b(?:your )?(?:ip|ips|ip address|network|host|server)\b(?: \S{1,48}){0,3} (?:is|are|was|has been|have been|temporarily)(?: \w{1,12}){0,2} (?:blocked|banned|rejected|blacklisted|listed|blocklisted)/,
    },
    {
      said: "554 Blocked - see https://support.example.com/dnsbl-lookup.cgi?ip=192.0.2.1",
      by: "Proofpoint",
      pattern: /\bdnsbl/,
    },
    { said: "553 DNSBL:ATTRBL 521< 192.0.2.1 >_is_blocked.", by: "AT&T", pattern: /_is_blocked/ },
    {
      said: "550 192.0.2.1 blocked by ldap:ou=example",
      by: "Exim",
      pattern: /^\s?(?:550-)?\[?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\]? (?:is )?blocked/,
    },
  ]),
];
