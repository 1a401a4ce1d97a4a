// The server wants a log-in and Thunderbird did not make one (guide cause 1).
// A log-in that was made and refused is `auth-failed.ts`.

import { sentences, words } from "../phrase.js";

export const authRequired = [
  ...sentences("auth-required", [
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
      pattern: /smtp[ -]auth(?:entication|orization)? (?:is )?(?:required|needed|must)/,
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
      pattern: /smtp authentication turned on|not logged into the pop/,
    },
    {
      said: "550 is not permitted to relay through this server without authentication.",
      by: "Exim (cPanel)",
      pattern: /without (?:smtp )?(?:prior )?authenticat/,
    },
    {
      said: "550 Relaying denied: authenticate with POP first",
      by: "Sendmail with POP-before-SMTP",
      pattern: /auth(?:enticate)?\b[^.]{0,30} first/,
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
      pattern: /must (?:first )?(?:be )?(?:auth(?:enticated?)?|log ?(?:ged )?in|login|sign(?:ed)? ?in)\b/,
    },
    {
      said: "503 Error: send AUTH command first",
      by: "Netease, eYou",
      pattern: /(?:send|issue|use|need)\b[^.]{0,16}\bauth(?: command)? first/,
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
      said: "REJECT SMTP AUTH is required for users under this sender domain",
      by: "iRedAPD",
      pattern: /smtp auth is required for users/,
    },
    {
      said: "421 your ip is currently blacklisted, try to auth first",
      by: "qmail (sagredo)",
      pattern: /try to auth first/,
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
        /(?:sender|user|client|you) (?:must|should|needs? to|has to|have to) (?:be )?auth(?!ori[sz]ed to)/,
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
      pattern: /(?:authentifizierung|anmeldung)[^.]{0,20} (?:erforderlich|ben[oö]tigt|notwendig)/,
    },
    {
      said: "550 5.5.0 Authentification requise. Authentication Required. LPN105_402",
      by: "La Poste",
      pattern: /authentification (?:smtp )?(?:requise|obligatoire|n[eé]cessaire)/,
    },
    {
      said: "550 Autenticazione richiesta",
      by: "Italian",
      pattern: /autenticazione (?:smtp )?(?:richiesta|necessaria|obbligatoria)/,
    },
    {
      said: "550 Se requiere autenticación",
      by: "Spanish, Portuguese",
      pattern:
        /requiere autenticaci|autenticaci[oó]n (?:smtp )?(?:requerida|obligatoria|necesaria)|autentica[cç][aã]o (?:smtp )?(?:requerida|obrigat|necess)|necess[aá]ria autentica/,
    },
    {
      said: "550 Требуется аутентификация",
      by: "Russian",
      pattern:
        /требуется (?:smtp[ -])?(?:авторизация|аутентификация)|необходима (?:авторизация|аутентификация)/,
    },
    {
      said: "553 请先登录",
      by: "Chinese",
      pattern:
        /请先(?:登录|登陆|认证|验证)|请(?:登录|登陆|验证身份)|需要(?:身份)?(?:验证|认证)|認証が必要|需要驗證/,
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
    {
      said: "550 5.7.1 Anonymous client does not have permissions to send as this sender",
      by: "Exchange",
      pattern: /anonymous clients? do(?:es)? not have permission/,
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
        /(?:please|you must|must|have to|need to) (?:use |enable |do |perform )?(?:smtp[ -])?(?:auth(?:entication|enticate)?|log ?in|sign ?in|pop)\b(?! (?:via|with|through) your| over)/,
    },
    {
      said: "550 authenticate before sending",
      by: "several",
      pattern: /(?:auth(?:enticate)?|log ?in|sign ?in|pop) before (?:you )?(?:send|smtp|relay|mail)/,
    },
  ]),
  ...words("auth-required", [
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
      pattern: /(?:^|[:;,.] |you are |user |session )(?:is )?not authenticated/,
    },
    {
      said: "530 requires authentication",
      by: "general",
      pattern: /requires? (?:smtp |user |client )?(?:auth|you to (?:log|auth|sign))/,
    },
    { said: "550 not logged in", by: "general", pattern: /not logged[ -]?in\b/, inBounce: "policy" },
  ]),
];
