// Yahoo, AOL, AT&T and Verizon: one platform, codes in brackets and links to postmaster.yahooinc.com.

import { sentences } from "../phrase.js";

export const yahoo = [
  ...sentences({ means: "sender-not-allowed", holdsInBounce: true }, [
    // The From is no address of the account; "mailbox" means the sender's own (USERS.md §1)
    {
      said: "550 Request failed; Mailbox unavailable",
      by: "Yahoo, AOL, AT&T, at MAIL or DATA",
      pattern: /request failed; mailbox unavailable/,
    },
    {
      said: "553 From address not verified - see https://help.yahoo.com/kb/SLN3261.html",
      by: "Yahoo, at DATA",
      pattern: /from address not verified|from: address not verified/,
    },
  ]),
  ...sentences("auth-failed", [
    {
      said: "535 5.7.0 (#AUTH005) Too many bad auth attempts.",
      by: "Yahoo, at AUTH",
      pattern: /\(#auth00[15]\)|too many bad auth/,
    },
  ]),
  ...sentences("auth-required", [
    { said: "530 5.7.1 Authentication required (#AUTH002)", by: "Yahoo", pattern: /#auth002/ },
  ]),
  ...sentences("spam", [
    {
      said: "554 Message not allowed - [PH01] Email not accepted for policy reasons.",
      by: "Yahoo MX",
      pattern: /\[ph01\]|\(sc\d{2}\)/,
    },
  ]),
  ...sentences("blocklist", [
    {
      said: "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list",
      by: "Yahoo MX",
      pattern: /\[bl2\d\]|\[ts\d\d\][^.]{0,80} permanently|because the ip is in \S{1,24} list/,
    },
    { said: "553 flph825 DNSBL:ATTRBL 521< 192.0.2.1 >_is_blocked.", by: "AT&T MX", pattern: /attrbl/ },
  ]),
  ...sentences("rate-limit", [
    {
      said: "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints",
      by: "Yahoo MX",
      pattern: /\[tss?0\d\]|temporarily deferred due to/,
    },
  ]),
  ...sentences("mailbox-unknown", [
    {
      said: "554 delivery error: dd This user doesn't have a yahoo.com account (user@example.com)",
      by: "Yahoo MX",
      pattern: /delivery error: dd/,
    },
    {
      said: "550 5.2.1 <user@example.com>... Addressee unknown, relay=[192.0.2.1]",
      by: "AT&T MX",
      pattern: /addressee unknown|blank mailhost/,
    },
  ]),
];
