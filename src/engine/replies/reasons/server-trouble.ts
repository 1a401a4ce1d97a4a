// The server's own passing trouble: its list of users is out of reach, it is busy or under maintenance. Said of the sign-in,
// with whatever code, it means that no password was looked at; "try again" beside a refused password is none of it.

import { sentences, words } from "../phrase.js";

export const serverTrouble = [
  ...sentences({ means: "other", atSignIn: "sign-in-put-off" }, [
    {
      said: "454 4.7.0 Temporary authentication failure: Connection lost to authentication server",
      by: "Postfix, Dovecot, Stalwart",
      matter: "sign-in-put-off",
      pattern:
        /temporar(?:y|ily) (?:\w{1,16} )?(?:auth|login)|auth\w{0,12} (?:service|server|backend|daemon|database) (?:is )?(?:temporarily |currently )?(?:(?:unavailable|not available)(?! for (?:your|this|the|free)\b)|not responding|unreachable|down\b|busy|fail|error)|auth\w{0,12} (?:temporarily|currently) (?:unavailable|failed)|cannot authenticate due to|(?:unable to|can't|cannot) auth(?:enticate)? (?:you )?(?:at present|at the moment|at this time|temporarily|now|right now)|i can't auth|(?:unable|not able) to (?:check|verify|look up) (?:the |your )?password|lost to auth\w{0,12} (?:server|service)|internal auth\w{0,12} (?:error|failure)/,
    },
    {
      said: "535 5.7.8 Could not verify credentials at this time",
      by: "several",
      matter: "sign-in-put-off",
      pattern:
        /(?:unable to|not able to|cannot|can't|could not|couldn't) (?:check|verify|validate|look up) (?:(?:the|your|user) )?(?:credentials|log-?in|account|user) (?:at this time|at the moment|at present|right now|just now|currently|temporarily)|auth\w{0,12} (?:request |attempt )?(?:has )?timed? ?out|time ?out (?:\w{1,12} ){0,3}auth/,
    },
    {
      said: "535 SASL authentication failure: cannot connect to saslauthd server: Connection refused",
      by: "Cyrus SASL; Postfix where Dovecot's socket is not there",
      matter: "sign-in-put-off",
      pattern:
        /connect to private\/auth|(?:connect|contact)\w{0,3} (?:to )?saslauthd|\bsaslauthd (?:server|daemon|socket)\b/,
    },
    {
      said: "535 5.7.8 LDAP server unavailable",
      by: "several, of the list of users that they ask",
      pattern:
        /(?:\bldap|active directory|\bradius|kerberos|\bkdc|sql|database|back-?end|(?:password|directory) (?:server|service|store))(?: (?:server|service|daemon|host|lookup|connection))? (?:is |was |has )?(?:currently |temporarily )?(?:unavailable|not available|unreachable|not reachable|not responding|down\b|busy|overloaded|timed? ?out|gone away)/,
    },
    {
      said: "535 Can't contact LDAP server",
      by: "OpenLDAP, MySQL, several",
      pattern:
        /(?:cannot|can't|could not|couldn't|unable to|not able to|fail(?:ed|ure) to|errors?|failure|problems?|time ?out|timed out) (?:connect|contact|reach|access|query)(?:ing)? (?:to )?(?:(?:the|our) )?(?:\w{1,16} )?(?:ldap|active directory|radius|kerberos|kdc|sql|mysql|database|back-?end|(?:password|directory|auth\w{0,12}) (?:server|service|backend))|connection to (?:(?:the|our) )?(?:ldap|radius|\w{0,8}sql|database|back-?end|auth\w{0,12})(?: server)? (?:was )?(?:failed|refused|lost|timed)/,
    },
    {
      said: "550 Database error",
      by: "several",
      pattern:
        /(?:database|back-?end|sql)(?: query| lookup| connection)? (?:error|fail(?:ed|ure))|(?:ldap|radius) (?:lookup|search|query|connection) (?:error|fail(?:ed|ure))|(?:database|back-?end|sql|ldap|radius) (?:server )?connection (?:was )?(?:refused|lost)|\b(?:database|db|table)(?: file| table)? (?:is |was )?locked\b/,
    },
    {
      said: "535 5.7.8 System busy",
      by: "several",
      // "Authentication failed, system busy" is what Tencent and Lark say of every wrong password.
      pattern:
        /(?<!authentication failed[,.:;]? )(?:system|service) (?:is )?(?:currently |temporarily |too )?busy|(?:system|server|service|host) (?:is )?(?:currently |temporarily |too )?(?:overloaded|down for)|(?:under|undergoing|scheduled|system|server|for|due to) maintenance|maintenance (?:mode|in progress)|load (?:average )?(?:is )?too high/,
    },
    {
      said: "535 Der Anmeldeserver ist derzeit nicht erreichbar",
      by: "German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese, Japanese",
      pattern:
        /(?:vor[uü]bergehend|derzeit|momentan|zurzeit) (?:nicht (?:erreichbar|verf[uü]gbar)|[uü]berlastet|ausgelastet)|(?:ldap|anmelde|authentifizierungs|verzeichnis|datenbank)-?(?:server|dienst) (?:ist )?nicht (?:erreichbar|verf[uü]gbar)|wartungsarbeiten|(?:temporairement|momentan[eé]ment|actuellement) (?:indisponible|injoignable|surcharg|inaccessible)|(?:ldap|annuaire|d'authentification|base de donn[eé]es) (?:est )?(?:indisponible|injoignable)|(?:temporalmente|temporariamente|momentaneamente|actualmente) (?:no disponible|fuera de servicio|indispon[ií]vel|sobrecarga|saturad)|(?:no disponible|indispon[ií]vel) (?:temporalmente|temporariamente|en este momento|no momento)|temporaneamente (?:non disponibile|indisponibile|non raggiungibile|sovraccaric)|(?:tijdelijk|momenteel) (?:niet (?:beschikbaar|bereikbaar)|overbelast|onbereikbaar)|(?:chwilowo|tymczasowo) niedost[eę]pn|временно (?:недоступ|не доступ|перегруж)|(?<!(?:失败|失敗)[，,:：]? ?)(?:系统|系統|服务器|伺服器)(?:正?忙|繁忙|维护|維護)|(?:服务|服務)(?:暂时|暫時|暂)不可用|メンテナンス/,
    },
    {
      said: "451 4.3.0 Temporary local problem - please try later",
      by: "Exim",
      pattern:
        /temporary local problem|local (?:error in processing|problem)|local configuration error|server configuration (?:problem|error)|system config(?:uration)? error/,
    },
    {
      said: "421 Service not available, closing transmission channel",
      by: "RFC 5321",
      pattern:
        /service (?:is )?(?:not available(?! for (?:your|this|the|free)\b)|temporarily unavailable|unavailable - try|currently unavailable)(?!; client)|(?:temporary|temporarily)(?: \w{1,14}){0,2} (?:failure|error|problem|rejected|unavailable)|resources? (?:temporarily )?unavailable|insufficient system|internal (?:server )?error|queue file write error/,
    },
    {
      said: "421 4.4.0 Failed to establish relay connection",
      by: "Dovecot's submission service, about the server behind it",
      pattern: /failed to establish relay connection|lost connection to relay server/,
    },
  ]),
  ...words({ means: "other", atSignIn: "sign-in-put-off" }, [
    {
      said: "451 try again later",
      by: "general",
      pattern: /try (?:it )?(?:again )?later|temporar/,
    },
  ]),
];
