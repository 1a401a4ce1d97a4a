// The receiving side's check of the sender's domain failed: the domain's DNS records or the route are wrong.

import { sentences } from "../phrase.js";

export const spfDkimDmarc = sentences("spf-dkim-dmarc", [
  {
    said: "550 5.7.23 Message rejected due to: SPF fail - not authorized.",
    by: "Postfix with policyd-spf",
    pattern: /\bspf\b|openspf|spf\.pobox|\bspf-/,
  },
  {
    said: "550 5.7.1 Email rejected per DMARC policy for example.com",
    by: "Zoho, Yahoo, Gmail",
    pattern: /\bdmarc\b/,
  },
  {
    said: "550 5.7.20 No passing DKIM signature found",
    by: "Stalwart, several",
    pattern: /\bdkim\b|domainkeys/,
  },
  {
    said: "550 The message was rejected because of Sender Policy Framework violation",
    by: "Exchange",
    pattern: /sender policy framework/,
  },
  {
    said: "550-5.7.26 This mail is unauthenticated, which poses a security risk",
    by: "Gmail",
    pattern:
      /(?:mail|message|e-?mail|sender) is unauthenticated|unauthenticated (?:mail|e-?mail|message) from/,
  },
  {
    said: "550-5.7.1 This message does not have authentication information or fails to pass authentication checks.",
    by: "Gmail",
    pattern:
      /authentication (?:information|checks|requirements|level|results)|e-?mail authentication\b|unauthenticated (?:mail|e-?mail|message) is/,
  },
  {
    said: "550 5.7.1 can't determine Purported Responsible Address",
    by: "Courier, Sender ID",
    pattern: /purported responsible/,
  },
  {
    said: "554 MAIL FROM mismatches client IP",
    by: "several",
    pattern: /mismatches client ip|invalid ip for sending mail of domain/,
  },
  {
    said: "550 The originating IP of the message is not permitted by the domain owner",
    by: "web.de",
    pattern:
      /not (?:permitted|authori[sz]ed|allowed)[^.]{0,30} by (?:the )?(?:domain|owner)|(?:doesn't|does not) (?:allow|permit|authori[sz]e|designate)[^.]{0,24} (?:mails?|messages?|sending|sender|host)\b(?:[^.]{0,24} from| to send)|domain does not designate/,
  },
  {
    said: "550 192.0.2.1 is not allowed to send from <example.net> per its SPF record",
    by: "GoDaddy",
    pattern:
      /(?:not (?:allowed|authori[sz]ed|permitted) to send (?:e-?mail |mail |messages )?(?:from|for)) (?:<|the )?[\w-]{1,63}\.[\w.]{2,80}/,
  },
]);
