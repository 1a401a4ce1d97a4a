// Too much in too short a time, or a quota used up: waiting helps, settings do not.

import { sentences } from "../phrase.js";

export const rateLimit = sentences("rate-limit", [
  {
    said: "550 5.4.5 Daily SMTP relay limit exceeded for user.",
    by: "Gmail",
    pattern:
      /(?:limit|quota|threshold|maximum|allowance)s? (?:has been |have been |was |is |will be )?(?:exceeded|reached|hit)(?! for mailbox)/,
  },
  {
    said: "452 4.5.3 Too many recipients",
    by: "Postfix, Exchange",
    pattern:
      /too many (?:\w{1,16} ){0,3}(?:recipients|rcpts?|connections?|sessions?|messages?|e?-?mails?|login|logins|auth\w{0,12} (?:errors|fail\w{0,5}|attempts)|attempts|requests|failed|failures|invalid|concurrent|simultaneous|unknown)/,
  },
  {
    said: "421 4.7.0 Too much mail from 192.0.2.1",
    by: "several",
    pattern: /too (?:much|many) (?:mail|e-?mail|spam|traffic)/,
  },
  {
    said: "450 4.7.1 Error: rate limit exceeded",
    by: "Postfix policy servers",
    pattern:
      /rate[ -]?limit|ratelimit|throttl|(?:frequency|sending|message|connection|hourly|daily|relay) ?(?:limit|quota|rate)(?:ed|s)?\b(?! \(size)/,
  },
  {
    said: "451 4.7.500 Server busy. Please try again later",
    by: "Exchange Online",
    pattern: /server (?:is )?(?:too )?busy/,
    atSignIn: "sign-in-put-off",
  },
  {
    said: "421 Max message per connection reached",
    by: "Yahoo",
    pattern:
      /max(?:imum)?(?: number of)? (?:message|mail|e-?mail|recipient|connection|session|concurrent)s?[^.]{0,40} (?:reached|exceed|per)/,
  },
  {
    said: "554 You've reached your daily relay quota",
    by: "GoDaddy",
    pattern:
      /reached (?:your|the|its|a) (?:\w{1,12} ){0,3}(?:limit|quota|maximum)|exceed(?:ed|s|ing) (?:\w{1,14} ){0,6}(?:limits?|rate|threshold|number|max|maximum|sending|messages)\b(?! size)/,
  },
  {
    said: "421 4.7.1 Messages to user@example.com deferred due to excessive volume.",
    by: "iCloud",
    pattern:
      /excessive (?:\w{1,12} ){0,2}(?:volume|number|rate|mail|messages|failed|usage)|unusual(?:ly high)? (?:rate|volume)|high volume|sending too (?:fast|many|much)/,
  },
  {
    said: "421 4.7.0 You are connecting too quickly, slow down.",
    by: "several; what a recipient gets too quickly is `recipient-limit.ts`",
    pattern: /too (?:quickly|fast)\b|slow down/,
  },
  {
    said: "421 Mail server temporarily deferred: retry timeout; connection rate",
    by: "several",
    pattern: /(?:deferred|delayed)[^.]{0,30} (?:volume|complaints|rate|traffic)/,
  },
  {
    said: "550 Limite d'envoi dépassée",
    by: "French and others",
    pattern:
      /l[ií]mite? (?:d'envoi|di invio|giornalier|orari|de env[ií]os?|quotidien|journali|horaire|diari|por hora|de (?:mensajes|mensagens|messages|correos))|quota d'envoi|(?:sende|versand|tages|stunden)limit|limit f[uü]r den versand|trop de (?:destinataires|connexions|messages|mails)|zu viele (?:empf[aä]nger|verbindungen|nachrichten)|troppi (?:destinatari|messaggi)|demasiados (?:destinatarios|mensajes)|слишком (?:много|часто)|превышен|l[ií]mite m[aá]xim[oa] de (?:redirec|env[ií]|mensajes|mensagens|correos|e-?mails|destinat|conex)[^.]{0,60}(?:excedid|superad)|(?:erlaubte|zul[aä]ssige|maximale) anzahl (?:an|der|von) (?:empf[aä]nger|nachrichten|verbindungen)\w{0,2} (?:wurde )?[uü]berschritten|limit (?:wysy[lł]|wiadomo[sś]ci)|limiet voor (?:het )?(?:verzend|verst)|limit (?:odes[ií]l|zpr[aá]v)/,
  },
  {
    said: "550 发送频率过高",
    by: "Chinese",
    pattern: /发[送信](?:频率|次数)|超过[^。]{0,12}(?:限制|次数|频率)|频率限制/,
  },
  {
    said: "450 4.7.1 Error: too many AUTH commands from host[192.0.2.1]",
    by: "Postfix",
    pattern: /too many (?:auth|login) commands|(?:relay|sending|outgoing) (?:quota|allowance)/,
  },
  {
    said: "550 Sender rate overlimit - 30.0 / 1h",
    by: "DirectAdmin, SpamExperts",
    pattern: /over ?limit\b|maximum credits exceeded/,
  },
]);
