// The recipient's domain does not exist, or takes no mail (RFC 7505), or the account there is switched off: the address
// is what to look at, and which part of it.

import { sentences } from "../phrase.js";

export const recipientDomain = [
  ...sentences({ means: "mailbox-unknown", matter: "recipient-domain" }, [
    {
      said: "Host or domain name not found. Name service error for name=example.com type=A: Host not found",
      by: "Postfix",
      pattern:
        /(?<!sender address rejected: )(?<!from )(?:host or domain name not found|name service error for|host unknown|unknown (?:host|domain)\b(?! name| specified)|unrouteable mail domain|nxdomain|no such host|no such domain\b)/,
    },
    {
      said: "450 4.1.2 <user@example.com>: Recipient address rejected: Domain not found",
      by: "Postfix",
      pattern:
        /recipient address rejected: (?:domain (?:not found|must exist)|malformed dns)|recipient domain must exist|weren't able to find the recipient domain|nonexistent ?domain|records for the destination computer could not be found|(?:recipient|destination)(?:'s)? (?:domain|host|system) (?:does not exist|not found|is unknown|name is invalid)|bad destination (?:host|system)/,
    },
    {
      said: "user@example.com: Domain does not exist",
      by: "OpenSMTPD",
      pattern:
        /^(?:@: )?domain (?:name )?does not exist|the domain \S{1,80} (?:couldn't|could not) be found|domain \S{1,80} has no (?:mx|mail)/,
    },
    {
      said: "556 5.1.10 Domain example.com does not accept mail (nullMX)",
      by: "Postfix, RFC 7505",
      pattern:
        /(?:domain|host)(?: \S{1,80})? does not accept (?:e-?)?mail(?! for \S{1,80}\.)|null ?mx\b|recipient address has null|(?:no|does not provide|doesn't have an?) smtp (?:service|server)\b(?! name| for)|domain does not accept/,
      // Said by the server one has called: it is none for mail (RFC 7504).
      atGreeting: "port-or-connection-blocked",
    },
    {
      said: "Sorry, I couldn't find any host named example.com. (#5.1.2)",
      by: "qmail",
      pattern:
        /couldn't find any host (?:named|by that name)|couldn't find a mail exchanger|all relevant mx records point to non-?existent|no mx or a records|could not find a gateway for|cname lookup failed/,
    },
    {
      said: "DNS Error: DNS type 'mx' lookup of example.com responded with code NXDOMAIN",
      by: "Gmail",
      pattern:
        /dns type '?mx'? lookup of \S{1,80} (?:responded|had)|mx lookup for \S{1,80} (?:failed|returned)|dns error when resolving mx/,
    },
    {
      said: "The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.",
      by: "cPanel, Exim",
      pattern: /account or domain may not exist/,
    },
  ]),
  ...sentences("mailbox-unknown", [
    {
      said: "550 <user@example.com>: Recipient address rejected: User account disabled",
      by: "Postfix",
      pattern:
        /recipient address rejected: (?:user )?account (?:is |has been )?(?:disabled|suspended)|account is locked email bounced|disabled recipient address|recipient (?:address )?(?:is )?(?:disabled|suspended)/,
      matter: "recipient-disabled",
    },
    {
      said: "Esta casilla ha expirado por falta de uso.",
      by: "Ciudad (Argentina)",
      pattern: /casilla ha expirado/,
      matter: "recipient-disabled",
    },
    {
      said: "User Jane Doe (user@example.com) not listed in Domino Directory",
      by: "Domino, Notes, IMail",
      pattern: /not listed in (?:domino directory|public name)|invalid final delivery userid/,
    },
  ]),
];
