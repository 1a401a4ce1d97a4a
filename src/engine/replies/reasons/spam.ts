// The content, or what the message looks like, was taken for unsolicited mail or a virus.

import { sentences, words } from "../phrase.js";

export const spam = [
  ...sentences("spam", [
    {
      said: "550 5.7.1 Message considered as SPAM",
      by: "ImprovMX",
      pattern:
        /(?:as|is|be|like|looks like|containing|contains|contain|likely|for|possible|probable|suspected|suspicious|identified as|of|considered|scored) (?:\w{1,12} )?(?:spam|junk|ube|uce|unsolicited|bulk)\b(?!mer)/,
    },
    {
      said: "550 5.7.1 Message content rejected, UBE",
      by: "amavisd",
      pattern:
        /(?:message |mail )?content (?:was |has been )?(?:rejected|denied|refused|not accept|blocked|violat)|\bube\b|\buce\b/,
    },
    {
      said: "550-5.7.1 Our system has detected that this message is likely unsolicited mail.",
      by: "Gmail",
      pattern: /unsolicited (?:mail|e-?mail|bulk|message)|message is (?:likely )?suspicious/,
    },
    { said: "550 JunkMail rejected", by: "Exim", pattern: /junk ?mail|junk e-?mail/ },
    {
      said: "554 Message cannot be accepted, content filter rejection",
      by: "several",
      pattern:
        /content filter(?:ing)? (?:rejection|rejected|blocked)|(?:rejected|blocked|refused) by (?:the |our )?(?:content filter|spam ?assassin)|\bcontent reject|(?:rejected|refused|blocked)\W{1,3}bulk (?:e-?)?mail|using a mass mailer|blocked by our filter|unacceptable content|nature of the content|content filter agent quarantined/,
    },
    {
      said: "554 5.7.1 Message contains a virus",
      by: "ClamAV, several",
      pattern: /virus|malware|phish|trojan|infected|clamav/,
    },
    {
      said: "550 rejected: spam URL in content",
      by: "Barracuda, Exim",
      pattern:
        /(?:blacklisted|spam) (?:url|link)|(?:url|link|domain)s? in (?:the )?(?:message|content|body)[^.]{0,24} (?:list|black|block)/,
    },
    {
      said: "554 5.7.0 Reject, id=20025-09 - SPAM",
      by: "amavisd",
      pattern:
        /- spam$|: spam\b|\(spam\)|spam ?\)?$|^\s?spam\b|\bdt:spm\b|anti-?spam|spam ?assassin score|spamprofiler|spamming not allowed/,
    },
    { said: "553 Message filtered.", by: "MessageLabs", pattern: /message (?:was |has been )?filtered/ },
    {
      said: "550 Message indésirable",
      by: "French and others",
      pattern: /ind[eé]sirable|pourriel|垃圾邮件|垃圾郵件|迷惑メール|спам|spamverdacht/,
    },
    {
      said: "550 message contains suspicious link",
      by: "several",
      pattern: /suspicious (?:link|url|content|attachment|message)/,
    },
  ]),
  ...words("spam", [{ said: "554 rejected: spam", by: "general", pattern: /\bspam\b/ }]),
];
