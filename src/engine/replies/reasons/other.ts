// The way between servers and what else no setting cures: DNS, TLS of the far end, syntax. What passes is
// `server-trouble.ts`.

import { sentences, words } from "../phrase.js";

export const other = [
  ...sentences("other", [
    {
      said: "454 4.7.0 TLS not available due to local problem",
      by: "Postfix",
      pattern: /tls (?:is )?(?:not available|currently unavailable|not currently available|unavailable)/,
    },
    {
      said: "535 Error: authentication failed: no mechanism available",
      by: "Postfix",
      pattern: /no (?:sasl |worthy )?(?:mechanisms?|mechs) (?:available|found)|no sasl/,
    },
    {
      said: "421 4.7.0 TLS required for RCPT domain, closing connection.",
      by: "Gmail",
      pattern: /tls required for rcpt|does not support tls/,
    },
    {
      said: "450 4.1.8 <user@example.com>: Sender address rejected: Domain not found",
      by: "Postfix",
      pattern:
        /sender address rejected: (?:domain not found|unverified|undeliverable)|domain of sender(?: address)? (?:@ |\S{1,80} )?does not|sender domain (?:must|does not|not found)|(?:invalid|bad) domain name|from: ?domain is invalid|unresolvable rfc.?5321 (?:from )?domain/,
      matter: "own-address-unknown",
    },
    {
      said: "550 unroutable sender address",
      by: "Exim",
      pattern: /unrout(?:e)?able sender|can't find a valid mx|could not (?:complete )?sender verif/,
      matter: "own-address-unknown",
    },
    {
      said: "connect to mx.example.com[192.0.2.1]:25: Connection timed out",
      by: "Postfix, Exim",
      pattern:
        /connect to \S{1,120}\]:\d{1,5}: |lost connection with|server refused to talk|conversation with \S{1,120} timed out|host (?:is )?unreachable|host name lookup failure|unexpected name server reply|malformed name server reply/,
    },
    {
      said: "554 SMTP synchronization error",
      by: "Exim",
      pattern: /synchroni[sz]ation error|command unrecogni[sz]ed|syntax error|improper command|bad sequence/,
    },
    {
      said: "503 5.5.1 Error: nested MAIL command",
      by: "Postfix; Exim (sender already given), Sendmail (Sender already specified): of the next message of the Outbox, which Thunderbird begins where the first one was put off",
      pattern: /nested mail command|sender already (?:given|specified)/,
    },
    {
      said: "554 5.5.1 Error: no valid recipients",
      by: "Postfix",
      pattern: /^\s?(?:error: )?(?:no valid recipients|valid rcpt command must)/,
    },
    {
      said: "all hosts have been failing for a long time and were last tried after this message arrived",
      by: "Exim",
      pattern: /all hosts? (?:have been )?fail/,
    },
    {
      said: "421 4.4.2 Error: timeout exceeded",
      by: "Postfix, Yandex",
      pattern: /timeout exceeded|error: timeout|too many errors|idle (?:too long|timeout)/,
    },
    {
      said: "450 4.1.1 <user@example.com>: Recipient address rejected: unverified address: connect to mx.example.com[192.0.2.1]:25: Connection refused",
      by: "Postfix",
      pattern: /unverified (?:recipient|address)/,
    },
  ]),
  ...words("other", [{ said: "450 Try again in some minutes", by: "general", pattern: /try (?:again|it) / }]),
];
