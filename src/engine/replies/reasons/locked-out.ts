// Signing in is closed for now, because of failed log-ins: by an old password on a telephone, say. Trying again makes it
// worse. An account that is closed for good is `auth-failed`, with the matter `account-disabled`.

import { sentences } from "../phrase.js";

export const lockedOut = [
  ...sentences("rate-limit", [
    {
      said: "421 4.7.0 Too many failed login attempts, try again later",
      by: "several",
      pattern:
        /(?:too many|excessive|multiple|repeated)(?: \w{1,14}){0,3} (?:failed|failures?|unsuccessful|invalid|wrong|incorrect|bad|login|log-in|logon|sign-in|auth(?:entication)?|password)\b(?: \w{1,14}){0,3}(?: attempts?| tries| log-?ins?| log-?ons?| sign-ins?| failures?| errors?| passwords?| commands?|$|[.;,(])/,
      matter: "locked-out",
    },
    {
      said: "535 Zu viele fehlgeschlagene Anmeldeversuche",
      by: "German, French, Italian, Spanish, Portuguese, Dutch, Polish, Russian, Chinese",
      pattern:
        /zu viele (?:fehlgeschlagene|falsche|ung[uü]ltige|login|anmelde)|trop de (?:tentatives|connexions [eé]chou|mots de passe|[eé]checs)|troppi (?:tentativi|accessi|errori di)|demasiad[oa]s (?:intentos|tentativas|contrase)|(?:muitas|excesso de) tentativas|te veel (?:mislukte|foutieve|inlog|aanmeld)|zbyt wiele (?:nieudanych|pr[oó]b|b[lł][eę]dnych)|слишком много (?:неудачн|неверн|попыт)|(?:登录|登陆|密码错误|验证)(?:失败)?次数(?:过多|超)/,
      matter: "locked-out",
    },
  ]),
  ...sentences("auth-failed", [
    {
      said: "535 5.7.0 Your account has been temporarily locked after failed login attempts",
      by: "several",
      pattern:
        /(?:account|user|login|mailbox|access)(?: \S{1,64})? (?:has been |have been |is |was |are )?(?:\w{1,14} )?(?:locked|blocked|suspended|disabled)[^.;]{0,50} (?:failed|failures|attempts?|log-?ins?|sign-ins?|passwords?)\b|\blocked out\b|\block-?out\b/,
      matter: "locked-out",
    },
  ]),
];
