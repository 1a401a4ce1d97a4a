// "You may not send as this address" in other languages. English: `sender-not-allowed.ts`.

import { sentences } from "../phrase.js";

export const senderNotAllowedTranslated = sentences("sender-not-allowed", [
  {
    said: "550 Die Absenderadresse stimmt nicht mit dem Konto überein",
    by: "German",
    pattern:
      /absender(?:adresse|domain)?[^.]{0,40} (?:nicht (?:erlaubt|zugelassen|gestattet|berechtigt|autorisiert)|stimmt nicht|geh[oö]rt nicht|entspricht nicht|passt nicht|unzul[aä]ssig|ung[uü]ltig|nicht freigeschaltet)|ung[uü]ltige[rn]? absender|nicht (?:berechtigt|befugt|erlaubt|gestattet|autorisiert)[^.;]{0,30} absender|d[uü]rfen [^.;]{0,24}absender[^.;]{0,16} nicht/,
  },
  {
    said: "550 Expéditeur non autorisé",
    by: "French",
    pattern:
      /(?:exp[eé]diteur|[eé]metteur|adresse d'exp[eé]dition|adresse d'envoi)[^.]{0,24} (?:non autoris|pas autoris|invalide|refus|interdit|ne correspond pas|n'appartient pas)|(?:pas|non) autoris\S{1,3} [aà] (?:envoyer|utiliser|[eé]mettre)[^.;]{0,30} (?:adresse|exp[eé]diteur)/,
  },
  {
    said: "550 Mittente non autorizzato",
    by: "Italian, Spanish, Portuguese",
    pattern:
      /mittente non (?:\S{1,5} )?(?:autorizzat|consentit|valid|corrispond|abilitat|appartien)|remitente no (?:\S{1,5} )?(?:autorizad|permitid|v[aá]lid|coincid|correspond|pertenec)|remetente n[aã]o (?:\S{1,5} )?(?:autorizado(?! para)|permitid|correspond|coincid|pertenc)/,
  },
  {
    said: "553 发件人与认证用户不一致",
    by: "Chinese",
    pattern: /(?:发件人|发信人|寄件人|发件地址)[^。]{0,16}(?:不一致|不匹配|不符|不同)/,
  },
  {
    said: "550 Nadawca niezgodny z zalogowanym użytkownikiem",
    by: "Polish, Dutch, Russian",
    pattern:
      /nadawc[aey][^.]{0,40} (?:niezgodn|niedozwol|nieprawid|nie (?:jest )?(?:zgodn|zgadza|nale[zż]|odpowiad|dozwol|upraw))|afzender[^.]{0,40} (?:niet toegestaan|komt niet overeen|hoort niet)|отправител[^.]{0,40} не (?:соответств|совпад|принадлеж|разреш)/,
  },
  {
    said: "553 Odesílatel neodpovídá přihlášenému uživateli",
    by: "Czech, Slovak, Ukrainian, Hungarian, Romanian, Swedish, Danish, Norwegian, Japanese, Korean",
    pattern:
      /od(?:es[ií]latel|osielate[lľ])[^.]{0,30} (?:nen[ií] povolen|nie je povolen|neodpov[ií]d|nezodpoved|nepat[rř])|відправник[^.]{0,40} не (?:відповіда|дозволен|належ)|felad[oó][^.]{0,24} nem (?:enged[eé]lyez|egyez)|expeditor\S{0,3} nu (?:este )?(?:permis|autorizat|corespunde)|(?:avs[aä]ndar|avsender|afsender)\S{0,8} (?:[aä]r inte till[aå]t|er ikke till?a[dt])|(?:差出人|送信者)[^。]{0,20}(?:一致しま|許可されて|使用できま)|(?:보내는 사람|발신자)[^.]{0,20}(?:일치하지|허용되지)/,
  },
]);
