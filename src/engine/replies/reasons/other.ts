// The server's own trouble, or the way between servers: temporary faults, DNS, loops, TLS of the far end.

import { sentences, words } from "../phrase.js";

export const other = [
  ...sentences("other", [
    {
      said: "454 4.7.0 Temporary authentication failure: Connection lost to authentication server",
      by: "Postfix, Dovecot, Stalwart",
      matter: "sign-in-put-off",
      pattern:
        /temporar(?:y|ily) (?:\w{1,16} )?(?:auth|login)|auth\w{0,12} (?:service|server|backend|daemon|database) (?:is )?(?:temporarily |currently )?(?:unavailable|not (?:available|responding)|unreachable|down\b|busy|fail|error)|auth\w{0,12} (?:temporarily|currently) (?:unavailable|failed)|cannot authenticate due to|(?:unable to|can't|cannot) auth(?:enticate)? (?:at present|temporarily|now|right now)|i can't auth|(?:unable|not able) to (?:check|verify|look up) (?:the |your )?password|lost to auth\w{0,12} (?:server|service)|internal auth\w{0,12} (?:error|failure)/,
    },
    {
      said: "454 4.7.0 TLS not available due to local problem",
      by: "Postfix",
      pattern: /tls (?:is )?(?:not available|currently unavailable|not currently available|unavailable)/,
    },
    {
      said: "535 Error: authentication failed: no mechanism available / SASL: Connect to private/auth failed",
      by: "Postfix",
      pattern:
        /no (?:sasl |worthy )?(?:mechanisms?|mechs) (?:available|found)|connect to private\/auth|no sasl/,
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
        /sender address rejected: (?:domain not found|unverified|undeliverable)|domain of sender(?: address)? (?:@ |\S{1,80} )?does not|sender domain (?:must|does not|not found)|(?:invalid|bad) domain name|from: ?domain is invalid/,
      matter: "own-address-unknown",
    },
    {
      said: "550 unroutable sender address",
      by: "Exim",
      pattern: /unrout(?:e)?able sender|can't find a valid mx|could not (?:complete )?sender verif/,
      matter: "own-address-unknown",
    },
    {
      said: "451 4.3.0 Temporary local problem - please try later",
      by: "Exim",
      pattern:
        /temporary local problem|local (?:error in processing|problem)|local configuration error|server configuration (?:problem|error)|system config(?:uration)? error/,
    },
    {
      said: "421 Service not available, closing transmission channel",
      by: "RFC 5321",
      pattern:
        /service (?:is )?(?:not available|temporarily unavailable|unavailable - try|currently unavailable)(?!; client)|(?:temporary|temporarily)(?: \w{1,14}){0,2} (?:failure|error|problem|rejected|unavailable)|resources? (?:temporarily )?unavailable|insufficient system|internal (?:server )?error|queue file write error/,
    },
    {
      said: "421 4.4.0 Failed to establish relay connection",
      by: "Dovecot's submission service, about the server behind it",
      pattern: /failed to establish relay connection|lost connection to relay server/,
    },
    {
      said: "connect to mx.example.com[192.0.2.1]:25: Connection timed out",
      by: "Postfix, Exim",
      pattern:
        /connect to \S{1,120}\]:\d{1,5}: |lost connection with|server refused to talk|conversation with \S{1,120} timed out/,
    },
    {
      said: "554 SMTP synchronization error",
      by: "Exim",
      pattern: /synchroni[sz]ation error|command unrecogni[sz]ed|syntax error|improper command|bad sequence/,
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
  ...words("other", [
    { said: "451 try again later", by: "general", pattern: /try (?:again |it |later)|temporar/ },
  ]),
];
