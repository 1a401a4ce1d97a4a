// Zoho says "relaying" for a wrong From: the word "as" is the only difference.

import { sentences } from "../phrase.js";

export const zoho = [
  ...sentences("sender-not-allowed", [
    {
      said: "553 Relaying disallowed as user@example.com",
      by: "Zoho, at MAIL or RCPT",
      pattern: /relaying (?:disallowed|not allowed|denied) as\b/,
      holdsInBounce: true,
    },
  ]),
  ...sentences("relay-denied", [
    { said: "553 Relaying disallowed", by: "Zoho", pattern: /relaying disallowed(?! as)/ },
  ]),
  ...sentences("rate-limit", [
    {
      said: "550 5.4.6 Unusual sending activity detected. Please try after sometime",
      by: "Zoho",
      pattern: /unusual sending activity/,
    },
  ]),
  ...sentences("policy", [
    {
      said: "452 <user@example.com> Mailbox delivery restricted by policy error",
      by: "Zoho MX",
      pattern: /delivery restricted by policy|mailpolicy violation/,
    },
  ]),
];
