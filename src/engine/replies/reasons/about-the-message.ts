// What in the message itself stands in the way, and only looks like a sending limit, a full mailbox or a listed
// internet address: long lines, long headers, a link or an address that is on a list.

import { sentences } from "../phrase.js";

export const aboutTheMessage = [
  ...sentences("policy", [
    {
      said: "500 Line limit exceeded",
      by: "Exim, Exchange, RFC 5321 §4.5.3.1",
      pattern: /line (?:length )?limit exceeded|lines? (?:is |are )?too long(?! to)|line length exceed/,
      matter: "too-long",
    },
    {
      said: "552 5.6.0 Headers too large (32768 max)",
      by: "Sendmail",
      pattern: /headers? (?:is |are )?too (?:large|long|big)|header size exceed/,
      matter: "too-long",
    },
    {
      said: "Sorry, you are sending to/from an address that has been blacklisted",
      by: "Exim",
      pattern: /(?:to\/from|from|to) an address that (?:has been|is) black-?listed/,
      matter: "listed-content",
    },
  ]),
  ...sentences({ means: "spam", matter: "listed-content" }, [
    {
      said: "550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL",
      by: "several, of a list of domains",
      pattern: /(?:domain|url|link)s? (?:\w{1,12} ){0,2}(?:in|on|by) (?:the )?(?:spamhaus )?dbl\b/,
    },
    {
      said: "554 5.7.1 The message contains a URL listed in dbl.spamhaus.org",
      by: "Exim, Postfix, SpamAssassin",
      pattern:
        /(?:contains?|with|found|has) (?:an? |the )?(?:url|uri|link|domain|website)s?\b(?: \S{1,80} (?:which|that))?[^.]{0,40}(?:listed|black-?list|block)|(?:url|uri|link)s? (?:\S{1,80} )?(?:is |are )?(?:black-?listed|listed (?:in|on|by|at)|blocked)|\b(?:uribl|surbl)\b/,
    },
    {
      said: "550 5.7.1 This message contains a blacklisted domain",
      by: "several",
      pattern:
        /contains? (?:an? |the )?(?:black|block) ?-?listed (?:url|uri|link|domain)|(?:domain|url|link)s? (?:found )?in (?:the |your )?(?:\w{1,8} )?(?:body|content)\b[^.]{0,40}(?:listed|black-?list|block)/,
    },
  ]),
];
