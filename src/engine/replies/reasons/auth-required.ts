// The server wants a log-in and Thunderbird did not make one (guide cause 1).
// A log-in that was made and refused is `auth-failed.ts`.

import { sentences, words } from "../phrase.js";

export const authRequired = [
  ...sentences("auth-required", [
    {
      said: "REJECT SMTP AUTH is required for users under this sender domain",
      by: "iRedAPD",
      pattern: /smtp auth is required for users/,
      holdsInBounce: true,
    },
    {
      said: "530 5.7.0 Authentication required",
      by: "Postfix, Exim, Stalwart",
      pattern:
        /(?:^|[:;>,.\](] ?|error: |smtp |mail )(?:smtp )?auth(?:entication|orization)? (?:is )?(?:required|needed|necessary)/,
    },
    {
      said: "550 5.7.1 Authentication required to relay",
      by: "Kerio, hMailServer",
      pattern: /auth(?:entication)? (?:is )?required (?:to|for|before) (?:relay|send|mail|this|sub|use)/,
    },
    {
      said: "530 SMTP authentication is required.",
      by: "hMailServer",
      pattern: /smtp[ -]auth(?:entication|orization)? (?:is )?(?:required|needed|must|mandatory)/,
    },
    {
      said: "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
      by: "Exchange Online",
      pattern: /client (?:was |is )?not authenticated/,
      inBounce: "policy",
    },
    {
      said: "550-Please turn on SMTP Authentication in your mail client, or login to the IMAP/POP3 server before sending your message.",
      by: "Exim (cPanel)",
      pattern: /turn on smtp authentication/,
    },
    {
      said: "550 Perhaps you have not logged into the pop/imap server in the last 30 minutes or do not have SMTP Authentication turned on in your email client.",
      by: "Exim (cPanel)",
      pattern: /authentication turned on|not logged into the pop/,
    },
    {
      said: "550 is not permitted to relay through this server without authentication.",
      by: "Exim (cPanel)",
      pattern: /without (?:smtp )?(?:prior )?authenticat/,
    },
    {
      said: "550 Relaying denied: authenticate with POP first",
      by: "Sendmail with POP-before-SMTP",
      pattern: /auth(?:enticate)?\b[^.]{0,30} first|pop[ -]auth/,
    },
    {
      said: "550 5.7.1 You must check for new mail before sending mail.",
      by: "POP-before-SMTP, Road Runner",
      pattern:
        /(?:check|receive|retrieve|read|pop)[^.]{0,24} (?:new |your )?(?:mail|e-?mail|messages?)[^.]{0,16} ?before (?:you )?send/,
    },
    {
      said: "503 5.5.1 You must authenticate first.",
      by: "Stalwart",
      pattern:
        /(?:must|needs? to|ha(?:ve|s) to) (?:first )?(?:be )?(?:auth(?:enticated?)?|log ?(?:ged )?(?:in|on)|login|sign(?:ed)? ?in)\b/,
    },
    { said: "503 need EHLO and AUTH first", by: "QQ, 163", pattern: /need [^.]{0,16}\bauth\b/ },
    {
      said: "550 5.7.1 Relaying denied. Proper authentication required.",
      by: "Sendmail",
      pattern: /proper authentication required/,
    },
    { said: "550 Unable to relay without authentication", by: "KPN", pattern: /relay without auth/ },
    {
      said: "553 5.7.1 <user@example.com>: Sender address rejected: not logged in",
      by: "Postfix",
      pattern: /sender address rejected: not logged in/,
      inBounce: "policy",
    },
    {
      said: "554 5.7.1 You are not logged in",
      by: "several",
      pattern: /(?:you are|you're|user) not (?:logged|signed) ?(?:in|on)\b/,
    },
    {
      said: "550 5.7.1 Sender must be authenticated",
      by: "several",
      pattern:
        /(?:sender|user|client|you) (?:must|should|needs? to|has to|have to) (?:be )?auth(?!ori[sz]ed to|or\b|orit)/,
    },
    {
      said: "550 Please authenticate before sending",
      by: "several",
      pattern:
        /(?:please|you need to|required to|need to|have to) (?:smtp )?(?:auth(?:enticate)?|log ?in|sign ?in) (?:yourself )?(?:first|before|to (?:send|relay|use)|with)/,
    },
    {
      said: "550 Authentifizierung erforderlich",
      by: "German",
      pattern:
        /(?:authentifizier|authentisier|anmeld|autorisier)\w{0,6}[^.]{0,24} (?:erforderlich|ben[oö]tigt|notwendig|n[oö]tig)|smtp[ -]auth\w{0,14} (?:ist )?(?:erforderlich|ben[oö]tigt|notwendig|n[oö]tig)|(?:bitte|m[uü]ssen|muss|zuerst|erst)\b[^.]{0,24} (?:authentifizieren|authentisieren|anmelden|einloggen)|(?:melden|loggen) sie sich [^.]{0,24}(?:an|ein)\b|(?:erfordert|verlangt|ben[oö]tigt|aktivieren sie) (?:die |eine )?(?:smtp[ -])?(?:authentifizier|authentisier|anmeld)/,
    },
    {
      said: "550 5.5.0 Authentification requise. Authentication Required. LPN105_402",
      by: "La Poste, French",
      pattern:
        /authentification (?:smtp )?(?:est )?(?:requise|obligatoire|n[eé]cessaire)|(?:veuillez|devez|merci de) (?:d'abord )?(?:vous )?(?:authentifier|identifier)/,
    },
    {
      said: "550 Autenticazione richiesta",
      by: "Italian",
      pattern:
        /autenticazione (?:smtp )?(?:[eè] )?(?:richiesta|necessaria|obbligatoria)|(?:necessari[oa]|deve|devi|richiest[ao]|occorre|bisogna)[^.]{0,16} (?:l'|di )?autentica/,
    },
    {
      said: "550 Se requiere autenticación",
      by: "Spanish, Portuguese",
      pattern:
        /(?:requiere|debe|necesita|tiene que|es necesario)[^.]{0,16} (?:autentica|identificarse|iniciar sesi)|autenticaci[oó]n (?:smtp )?(?:es )?(?:requerida|obligatoria|necesaria)|autentica[cç][aã]o (?:smtp )?(?:[eé] )?(?:requerida|obrigat|necess|exigida)|(?:necess[aá]ri[ao]|precisa|deve|requer|exige)[^.]{0,16} autentica/,
    },
    {
      said: "550 Требуется аутентификация",
      by: "Russian",
      pattern:
        /(?:требуется|необходим[аоы]?|нужна|обязательна) (?:smtp[ -])?(?:авториз|аутентиф)|(?:авторизация|аутентификация) (?:обязательна|необходима|требуется)/,
    },
    {
      said: "550 Wymagane uwierzytelnienie",
      by: "Polish",
      pattern:
        /(?:wymag|konieczn)\w{1,6}[^.]{0,16} (?:uwierzytelni|autoryzac|autentyk|logowan|zalogowa)|(?:uwierzytelni|autoryzac|logowani)\w{1,6} (?:jest )?(?:wymagan|konieczn)|w[lł][aą]cz (?:uwierzytelni|autoryzac)/,
    },
    {
      said: "550 Authenticatie vereist",
      by: "Dutch and others",
      pattern:
        /authenticatie (?:is )?(?:vereist|verplicht|nodig)|moet (?:zich |u )?(?:eerst )?(?:aanmelden|authenticeren|inloggen)|vy[zž]adov[aá]n[oay]? (?:je )?(?:ov[eě][rř]en|autentizac|p[rř]ihl[aá][sš]en)|autentisering (?:kr[aä]vs|er p[aå]krevd)|godkendelse (?:er )?p[aå]kr[aæ]vet|(?:m[aå]ste|m[aå]|skal) (?:du |ni )?(?:f[oöø]rst )?(?:logga in|logge (?:p[aå]|inn|ind))|todennus (?:vaaditaan|tarvitaan)|kimlik do[gğ]rulama\S{0,4} gerek/,
    },
    {
      said: "530 Autentificare necesară",
      by: "Romanian, Hungarian, Greek, Ukrainian, Korean",
      pattern:
        /autentificare (?:este )?(?:necesar|obligatori)|s[aă] v[aă] autentifica|hiteles[ií]t[eé]s (?:sz[uü]ks[eé]ges|k[oö]telez)|απαιτείται (?:έλεγχος ταυτότητας|πιστοποίηση|σύνδεση)|(?:потрібна|необхідна) (?:автентиф|аутентиф|авториз)|(?:인증|로그인)이? ?필요/,
    },
    {
      said: "553 请先登录",
      by: "Chinese, Japanese",
      pattern:
        /请先(?:登录|登陆|认证|验证)|请(?:登录|登陆|验证身份)|需要(?:身份)?(?:验证|认证)|認証が(?:必要|要求)|(?:認証|ログイン)して(?:ください|から)|需要驗證|未(?:登录|认证|验证)/,
    },
    {
      said: "503 This mail server requires authentication when attempting to send to a non-local e-mail address.",
      by: "MailEnable",
      pattern: /requires? (?:smtp )?authentication (?:when|before|to send|for send)/,
    },
    {
      said: "550 5.7.1 Client does not have permissions to submit to this server",
      by: "Exchange",
      pattern: /permissions? to submit to this server/,
    },
    { said: "REJECT Policy rejection not logged in", by: "iRedAPD", pattern: /rejection not logged in/ },
    {
      said: "550 5.7.1 my server requires authentication must be switched on",
      by: "several",
      pattern: /(?:my server|outgoing server) requires authentication|enable smtp[ -]auth/,
    },
    {
      said: "550 Access denied - please authenticate",
      by: "several",
      pattern:
        /(?:please|you must|must|have to|need to) (?:use |enable |do |perform )?(?:smtp[ -])?(?:auth(?:entication|enticate)?|log ?in|sign ?in|pop)\b(?! (?:via|with|through|to) your| over)/,
    },
    {
      said: "550 authenticate before sending",
      by: "several",
      pattern: /(?:auth(?:enticate)?|log ?in|sign ?in|pop) before (?:you )?(?:send|smtp|relay|mail)/,
    },
  ]),
  ...words("auth-required", [
    {
      said: "454 5.7.0 Authenticated users only",
      by: "several",
      pattern:
        /authenticated (?:users?|clients?|senders?|smtp|connections?|submission)[^.]{0,12} only|only (?:for |to |by |from )?(?:authenticated|authori[sz]ed|logged[ -]in) (?:users?|clients?|senders?|hosts?|connections?)|no anonymous (?:access|sending|mail|users?|relay|submission|connections?)|(?:configured|set(?: up)?) to (?:use )?(?:smtp[ -])?auth(?:enticat\w{1,4})?\b|(?:use|using|requires?) (?:an? )?authenticated (?:smtp|connection|session|submission|server|relay)|unauthenticated (?:user|client|smtp|connection|session|submission|relay|access)/,
      inBounce: "policy",
    },
    {
      said: "503 Send your login first",
      by: "general",
      pattern: /\b(?:auth|login|log-in|sign-in|authentication)\b[^.;]{0,16} first\b/,
    },
    {
      said: "535 Authentication required.",
      by: "Courier",
      pattern: /auth(?:entication|orization|enticate)?[^.;]{0,16} (?:is )?(?:required|needed|necessary)/,
    },
    {
      said: "550 login required",
      by: "general",
      pattern: /(?:log-?in|sign-?in) (?:is )?(?:required|needed)/,
    },
    {
      said: "550 not authenticated",
      by: "general",
      pattern:
        /(?:^|[:;,.] |you are |user |session )(?:is )?not authenticated|nicht (?:authentifiziert|angemeldet|eingeloggt)\b(?! werden)/,
    },
    {
      said: "530 requires authentication",
      by: "general",
      pattern:
        /requires? (?:smtp |user |client |an? )?(?:auth|log-?in\b|sign-?in\b|you to (?:log|auth|sign))/,
    },
    { said: "550 not logged in", by: "general", pattern: /not logged[ -]?in\b/, inBounce: "policy" },
  ]),
];
