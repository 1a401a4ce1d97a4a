// The message is larger than the server takes.

import { sentences } from "../phrase.js";

export const size = sentences("size", [
  {
    said: "552 5.3.4 Message size exceeds fixed limit",
    by: "Postfix",
    pattern:
      /(?:message|mail|e-?mail|attachment|content|file|header)s? ?(?:file )?(?:size|length)[^.]{0,40} (?:exceed|too|limit|larger|bigger|over|maximum)/,
  },
  {
    said: "552 sorry, that message size exceeds my databytes limit (#5.3.4)",
    by: "qmail",
    pattern: /databytes limit/,
  },
  {
    said: "552 Message too large",
    by: "Exchange, Dovecot",
    pattern:
      /(?:message|mail|e-?mail|attachment|body|data|content)s?[^.]{0,24} too (?:big|large|long)|too (?:big|large) (?:a )?(?:message|mail|for)|recipsizelimit|sendsizelimit|sizelimit/,
  },
  {
    said: "552 5.2.3 Message exceeds local size limit",
    by: "Sendmail, hMailServer",
    pattern:
      /exceed(?:s|ed|ing)? (?:\w{1,14} ){0,5}(?:message |file |mail )?size|size limit|exceeds? (?:the )?(?:\w{1,12} )?\d{1,12} ?(?:bytes?|octets|[kmg]i?b)\b|maximum (?:message |allowed |permitted )?(?:size|length)|larger than (?:the )?(?:current )?(?:system )?(?:limit|allowed|permitted|maximum|\d)/,
  },
  {
    said: "552 La taille du message dépasse la limite",
    by: "French and others",
    pattern:
      /taille (?:du |de votre |maximale|limite)|nachricht[^.]{0,20} zu gro(?:ß|ss)|nachrichtengr[oö](?:ß|ss)e|dimension\S{1,2} (?:del |massima|del messaggio)|tama[nñ]o (?:del |de mensaje|m[aá]ximo)|tamanho d[ao] mens|размер (?:письма|сообщения)/,
  },
  {
    said: "552 邮件太大",
    by: "Chinese, Japanese",
    pattern: /邮件(?:太大|大小|过大)|サイズが[^。]{0,20}(?:制限|超え)/,
  },
]);
