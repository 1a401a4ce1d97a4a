// "For customers only": the server does not know who asks, so signing in is what is missing (guide cause 1).

import { words } from "../phrase.js";

export const customersOnly = words({ means: "auth-required", inBounce: "policy" }, [
  {
    said: "554 No SMTP service for unauthorized users",
    by: "several",
    pattern:
      /(?:un|non-?|not )authori[sz]ed (?:users?|clients?|customers?|persons?|subscribers?|access)\b|(?:users?|clients?) (?:is |are )?(?:un|not )authori[sz]ed\b/,
  },
  {
    said: "550 This server is for customers only",
    by: "several",
    pattern:
      /(?:customers?|subscribers?|members?|registered users?) only|only (?:for|to|from|by|accepts? (?:e-?mails?|mails?|messages?) (?:from|by|of)|available (?:for|to)|serves?|our) (?:our |its |the |your |own |registered |known |existing )?(?:customers?|subscribers?|members?)|(?:reserved|restricted|limited) (?:for|to) (?:our |its |the |registered )?(?:customers?|subscribers?|members?|users)/,
  },
  {
    said: "550 Nur für Kunden",
    by: "German, French, Italian, Spanish, Portuguese, Dutch, Polish, Russian",
    pattern:
      /nur f[uü]r (?:unsere )?(?:kunden|mitglieder|registrierte|berechtigte|angemeldete)|r[eé]serv[eé] (?:aux|[aà] nos) (?:clients|abonn[eé]s|utilisateurs|membres)|(?:riservat[oa]|solo) (?:ai|per i|agli) (?:nostri )?(?:clienti|utenti|abbonati)|(?:s[oó]lo|apenas|somente|reservado) (?:para|a|aos?) (?:los |nuestros |nossos )?(?:clientes|abonados|usuarios|assinantes|usu[aá]rios)|alleen voor (?:onze )?(?:klanten|abonnees|leden)|tylko dla (?:naszych )?(?:klient|abonent|u[zż]ytkownik)|только для (?:наших )?(?:клиент|абонент|пользовател)/,
  },
  {
    said: "550 <user@example.com>... Permission denied",
    by: "Sendmail and others, of the sender",
    pattern: /(?:^|@[ .:]{1,4})permission denied/,
  },
]);
