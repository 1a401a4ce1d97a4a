// The user's own account may not send: suspended, blocked, closed. English: `policy.ts`; a recipient's is `mailbox-unknown.ts`.

import { sentences } from "../phrase.js";

export const ownAccountClosed = sentences("policy", [
  {
    said: "550 Ihr Konto wurde für den Versand gesperrt",
    by: "German, French, Italian, Spanish, Portuguese, Dutch, Polish, Czech, Russian, Ukrainian",
    pattern:
      /(?:ihr|dein) (?:konto|zugang|postfach)[^.]{0,40} (?:gesperrt|deaktiviert|eingefroren)|votre (?:compte|bo[iî]te)[^.]{0,40} (?:suspendu|bloqu|d[eé]sactiv)|(?:tuo|suo|vostro) (?:account|profilo)[^.]{0,24} (?:sospes|bloccat|disattivat)|(?:su|tu) cuenta[^.]{0,24} (?:suspendid|bloquead|desactivad)|(?:sua|tua) conta[^.]{0,24} (?:suspens|bloquead|desativad)|uw account[^.]{0,24} (?:geblokkeerd|opgeschort|uitgeschakeld)|(?:twoje|pa[nń]stwa) konto[^.]{0,24} (?:zablokowan|zawieszon)|v[aá][sš] [uú][cč]et[^.]{0,24} (?:zablokov|pozastav)|ваш (?:аккаунт|ящик)[^.]{0,24} (?:заблокирован|приостановлен)|ваш обліковий запис[^.]{0,24} заблокован/,
  },
  {
    said: "550 Cuenta suspendida",
    by: "Spanish, French, Italian, Portuguese",
    pattern: /cuenta suspendida|compte suspendu|account sospeso|conta suspensa/,
  },
]);
