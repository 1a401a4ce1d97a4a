// Cox, Spectrum (Charter), Rogers, Shaw, Optus: one mail system, the cause in "AUP#…" at the end.

import { sentences } from "../phrase.js";

export const openwave = [
  ...sentences("sender-not-allowed", [
    {
      said: "550 5.1.0 sender address must match the email address you used to auth AUP#Out-1500",
      by: "Spectrum",
      pattern: /aup#out-1[45]\d\d/,
      holdsInBounce: true,
    },
  ]),
  ...sentences("auth-required", [
    // Port 25 without a log-in; with port 587 and a password it was accepted (USERS.md §1)
    {
      said: "550 5.1.0 <user@example.com> sender rejected AUP#POL",
      by: "Shaw, Rogers",
      pattern: /aup#pol\b/,
    },
    {
      said: "554 cmsmtp 192.0.2.73 blocked. AUP#DNS",
      by: "Shaw, Rogers: port 25 from a home connection",
      pattern: /aup#dns\b/,
      atGreeting: "blocklist",
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "452 4.2.1 rate limited AUP#Out-1010",
      by: "Spectrum",
      pattern: /aup#(?:out-|in-)?1(?:[01]\d\d|3\d\d)/,
    },
  ]),
  ...sentences("spam", [
    {
      said: "554 5.2.0 message rejected AUP#CNCT",
      by: "Cox",
      pattern: /aup#(?:cnct|snder|mxrt|content|1260|o-)/,
    },
  ]),
  ...sentences("blocklist", [
    { said: "554 5.7.1 Connection refused. AUP#CDRBL", by: "Cox", pattern: /aup#(?:cdrbl|cxbl|bl|in-)/ },
  ]),
  ...sentences("policy", [
    {
      said: "552 5.2.0 aBcD1e AUP#1520",
      by: "Cox, Spectrum: one of the rules for the use of the mail system, which the code does not tell",
      pattern: /aup#/,
      atGreeting: "blocklist",
    },
  ]),
];
