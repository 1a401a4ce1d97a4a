// "Relaying denied" in other languages: in help pages and from localised servers, the word for passing on and a refusal.
// English: `relay-denied.ts`.

import { words } from "../phrase.js";

export const relayDeniedTranslated = words("relay-denied", [
  // "Relaying denied" in help pages and localised servers: the word for passing on, and a refusal
  {
    said: "550 <alguem@example.com>... Reencaminhamento Recusado",
    by: "Portuguese, Spanish, Romanian",
    pattern:
      /reencaminhamento|retransmiss[aã]o|retransmisi[oó]n|reenv[ií]o (?:est[aá] )?(?:denegado|no permitido|no autorizado|prohibido)|no se permite (?:el )?(?:reenv[ií]o|relay)|retransmiter/,
  },
  {
    said: "550 <meno@example.com>... Prenos odmietnutý",
    by: "Slovak, Czech",
    pattern:
      /(?:prenos|p[rř]enos|p[rř]ed[aá]v[aá]n[ií]|p[rř]epos[ií]l[aá]n[ií]|preposielanie) (?:odm[ií]etnut|zam[ií]tnut|odep[rř]en|zak[aá]z)/,
  },
  {
    said: "550 Relay non consentito",
    by: "the English word, refused in Italian, Spanish, Portuguese, French, Dutch, Polish, Czech, Slovak, Romanian, Turkish, Swedish, Danish, Norwegian, Russian",
    pattern:
      /\brelay(?:ing)? (?:\S{1,12} )?(?:non (?:consentit|permess|autori)|negat|vietat|no (?:permitid|autorizad)|denegad|prohibid|n[aã]o (?:permitid|autorizad)|proibid|negad|interdit|pas autoris|niet toegestaan|geweigerd|zabronion|niedozwolon|odrzucon|odm[ií]tnut|odep[rř]en|zam[ií]tnut|refuzat|reddedil|nekad|n[aæ]gtet|nektet|запрещ)|odmowa relay|рел[её]\S{0,2} запрещ|\brel[eé] (?:negado|denegado|recusado)/,
  },
  {
    said: "550 Relais refusé",
    by: "French",
    pattern: /relai[s]? (?:refus|interdit|non autoris)|relayage|retransmission (?:refus|interdit)/,
  },
  {
    said: "550 Doorsturen geweigerd",
    by: "Dutch, Swedish, Danish, Norwegian, Finnish",
    pattern:
      /(?:doorsturen|doorgeven|relayen)[^.]{0,20} (?:geweigerd|niet toegestaan)|(?:vidarebefordran|vidares[aä]ndning|videresendelse|videresending)[^.]{0,16} (?:nekad|n[aæ]gtet|nektet|till[aå]ts inte)|v[aä]litys (?:estetty|kielletty|ev[aä]tty)/,
  },
  {
    said: "550 Továbbítás megtagadva",
    by: "Hungarian, Turkish, Greek, Ukrainian",
    pattern:
      /tov[aá]bb[ií]t[aá]s[^.]{0,12} (?:megtagad|elutas)|(?:ge[cç]i[sş]|aktarma|y[oö]nlendirme) (?:reddedildi|engellendi)|αναμετάδοση|пересилання[^.]{0,20} (?:заборон|відхил)|ретрансляці/,
  },
  {
    said: "550 Weiterleitung verweigert",
    by: "German",
    pattern:
      /(?:relaying|relay|weiterleitung|weiterleiten|übermittlung)[^.]{0,30}(?:verweigert|abgelehnt|nicht erlaubt|nicht gestattet|untersagt)/,
  },
  {
    said: "550 Inoltro negato",
    by: "Italian",
    pattern: /inoltro (?:negato|rifiutato|non consentito)|domini esterni non (?:consentit|permess|autori)/,
  },
  {
    said: "550 Przekazywanie zabronione",
    by: "Polish",
    pattern:
      /nie mo[zż]na przekaza[cć]|przekazywani[ea][^.]{0,30}(?:zabronion|odrzucon|odm[oó]wion|niedozwolon)|odmowa przekazywania/,
  },
  {
    said: "550 Ретрансляция запрещена",
    by: "Russian",
    pattern: /ретрансляци|пересылка[^.]{0,30}(?:запрещ|отклон)/,
  },
  {
    said: "550 中継が拒否されました",
    by: "Japanese, Chinese",
    pattern:
      /(?:中継|リレー|中继|中繼|转发|轉發|转寄|轉寄|轉送|轉接|릴레이|중계)[^。]{0,12}(?:拒|禁止|できません|許可されて|不允许|不允許|거부|허용되지)|(?:拒绝|拒絕|禁止)(?:中继|中繼|转发|轉發)/,
  },
]);
