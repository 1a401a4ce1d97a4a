// GoDaddy (secureserver.net): a code such as IB401 at the end of each reply.

import { sentences } from "../phrase.js";

export const godaddy = [
  ...sentences("auth-failed", [
    {
      said: "535 Authentication not allowed on IBSMTP Servers. IB401",
      by: "GoDaddy: the inbound host",
      pattern: /authentication not allowed on|\bib401\b/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "421 Connection refused, too many sessions from This IP. IB007",
      by: "GoDaddy",
      pattern: /\bib00[4-7]\b|\bib50[4-7]\b/,
    },
    { said: "554 You've reached your daily relay quota", by: "GoDaddy", pattern: /daily relay quota/ },
  ]),
  ...sentences("policy", [
    {
      said: "421 Temporarily rejected. Reverse DNS for this IP failed. IB108",
      by: "GoDaddy",
      pattern: /\bib10[1-46-8]\b|\bib501\b/,
    },
  ]),
  ...sentences("spam", [
    {
      said: "554 This IP has been temporarily blocked for attempting to send too many messages containing content judged to be spam IB110",
      by: "GoDaddy",
      pattern: /\bib11[01]\b|judged to be spam/,
    },
  ]),
  ...sentences("spf-dkim-dmarc", [
    {
      said: "550 5.1.0 192.0.2.222 is not allowed to send from <example.net> per it's SPF Record. IB508",
      by: "GoDaddy",
      pattern: /\bib508\b/,
    },
  ]),
];
