// Come again later: the server turns every unknown sender away once.

import { sentences, words } from "../phrase.js";

export const greylist = [
  ...sentences("greylist", [
    {
      said: "450 4.2.0 <user@example.com>: Recipient address rejected: Greylisted for 5 minutes",
      by: "Postgrey",
      pattern: /gr[ea]y-? ?list/,
    },
    {
      said: "421 Client host blocked using grey.rbl - Greylisting in action",
      by: "several",
      pattern: /gr[ea]y\.rbl/,
    },
    {
      said: "450 4.7.1 unverified address: Address verification in progress",
      by: "Postfix",
      pattern: /verification in progress/,
    },
    {
      said: "451 4.7.1 Please try again later (TEMPFAIL): first time we see you",
      by: "several",
      pattern:
        /(?:first time|not (?:yet )?seen)[^.]{0,30} (?:see|sender|you|contact)|resources temporarily unavailable\. please (?:retry|come back)/,
    },
  ]),
  ...words("greylist", [
    {
      said: "451 Please try again later.",
      by: "hMailServer",
      pattern: /^\s?please (?:try again|retry|come back) (?:later|in \d)/,
      atSignIn: "sign-in-put-off",
    },
  ]),
];
