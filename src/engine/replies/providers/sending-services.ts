// Services that send for others: SendGrid, Amazon SES, Mailgun, SparkPost, Brevo, Mailtrap, SMTP2GO, Mailjet.
// Most of what they refuse is a From that was not registered with them.

import { sentences } from "../phrase.js";

export const sendingServices = [
  ...sentences("auth-failed", [
    {
      said: "535 5.7.0 Invalid login or password",
      by: "Brevo",
      pattern: /invalid (?:user ?name|user|login|password)[^.]{0,8} (?:or|and) (?:user|password|login)/,
    },
    {
      said: "535 5.7.0 Mailgun is not loving your login or password",
      by: "Mailgun",
      pattern: /not loving your login/,
    },
  ]),
  ...sentences("auth-required", [
    {
      said: "550 Unauthenticated senders not allowed",
      by: "SendGrid",
      pattern:
        /(?:unauthenticated|anonymous) (?:senders?|users?|clients?|relay|access|connections?|mail|sending)(?: \w{1,10}){0,2} (?:not |denied|refused|rejected|forbidden|prohibited|disabled)/,
    },
  ]),
  ...sentences("policy", [
    {
      said: "502 5.7.0 Your SMTP account is not yet activated.",
      by: "Brevo, Mailgun",
      pattern:
        /account is not (?:yet )?activ|please activate your|unauthori[sz]ed ip address|sandbox subdomains/,
    },
    {
      said: "554 Access denied: User is not authorized to perform `ses:SendRawEmail'",
      by: "Amazon SES",
      pattern: /not authori[sz]ed to perform/,
    },
  ]),
  ...sentences({ means: "sender-not-allowed", holdsInBounce: true }, [
    {
      said: "550 The from address does not match a verified Sender Identity.",
      by: "SendGrid",
      pattern: /(?:match|not) an? (?:verified |validated )?sender (?:identity|signature)/,
    },
    {
      said: "550 that sender address has not been verified",
      by: "SMTP2GO, Elastic Email, Mailjet",
      pattern:
        /(?:sender|from|identity|domain|e-?mail address)(?: address| domain| email| @| \S{1,64})?(?: @)? (?:is |has )?not (?:been |yet )?(?:verified|validated|confirmed|registered (?:with|for|in|to))(?! in time)/,
    },
    {
      said: "550 5.7.1 Unconfigured Sending Domain <example.com>",
      by: "SparkPost",
      pattern: /unconfigured sending domain|unverified (?:sender|sending|from|domain)/,
    },
    {
      said: "Sending from domain example.com is not allowed",
      by: "Mailtrap",
      pattern: /sending from (?:domain|address) \S{1,80} is not allowed/,
      holdsInBounce: false,
    },
  ]),
];
