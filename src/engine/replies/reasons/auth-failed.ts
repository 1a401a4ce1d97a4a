// A log-in was tried and refused: password, user name, method, or an account that may not log in (guide cause 3).
// Temporary failures of the server's own password check (454) are `server-trouble.ts`.

import { sentences, words } from "../phrase.js";

export const authFailed = [
  ...sentences("auth-failed", [
    {
      said: "535 5.7.8 Error: authentication failed:",
      by: "Postfix",
      pattern:
        /(?<!spf |dkim |dmarc |sender |domain |message )authentication (?:credentials )?(?:was |is |has )?(?:failed|failure|unsuccessful|rejected|invalid|incorrect|denied)/,
      holdsInBounce: true,
    },
    { said: "535 Incorrect authentication data", by: "Exim", pattern: /incorrect authentication/ },
    {
      said: "535 Invalid credential",
      by: "Postal, several",
      pattern:
        /(?:invalid|incorrect|wrong|bad) (?:login|log-in|user ?name|password|credentials?|auth(?:entication|ori[sz]ation|enticator)?)(?:[ ,/:.]|$)|(?:unknown|invalid) user(?:name)? or /,
    },
    {
      said: "535 Username and Password not accepted",
      by: "Gmail and copies",
      pattern:
        /user ?name (?:and|or) password[^.]{0,12} (?:not accepted|(?:is |are |was |were )?(?:incorrect|invalid|wrong))/,
    },
    {
      said: "SASL authentication failure: Password verification failed",
      by: "Cyrus SASL log",
      pattern: /password verification failed/,
    },
    {
      said: "503 5.5.1 Error: authentication not enabled",
      by: "Postfix",
      pattern: /authentication not (?:enabled|supported|implemented)/,
    },
    {
      said: "503 auth not available (#5.3.3)",
      by: "qmail",
      pattern:
        /\bauth(?:entication)? (?:is )?(?:not (?:available|allowed|supported|accepted|permitted|implemented)|disabled|unavailable)(?! without)/,
    },
    {
      said: "504 auth type unimplemented (#5.5.1)",
      by: "qmail",
      pattern:
        /auth(?:entication)? (?:type|mechanism|method|mode) (?:is )?(?:unimplemented|not (?:supported|implemented|available|recogni[sz]ed|allowed)|disabled|unsupported|unknown|unrecogni[sz]ed)/,
    },
    {
      said: "504 5.7.4 Unrecognized authentication type",
      by: "Exchange, Exim, DavMail",
      pattern:
        /(?:unrecogni[sz]ed|unsupported|unknown|invalid|unable to use this) auth(?:entication)? (?:type|mechanism|method)/,
    },
    {
      said: "535 5.7.8 OAuth token expired.",
      by: "Stalwart",
      pattern:
        /oauth[^.]{0,24} (?:expired|invalid|failed|rejected|revoked)|(?:invalid|expired) (?:oauth|access) ?token/,
    },
    { said: "535 Authentication rejected", by: "Courier", pattern: /auth(?:entication)? (?:was )?rejected/ },
    {
      said: "535 5.7.8 User unknown or wrong password: login denied",
      by: "general",
      pattern:
        /(?:login|log-in|logon|sign-in|sign in) (?:was |is |attempt )?(?:failed|denied|incorrect|invalid|refused|rejected|unsuccessful|failure|disabled)/,
    },
    {
      said: "Smtp server does not advertise AUTH capability",
      by: "Gmail send mail as",
      pattern: /does not advertise auth/,
      holdsInBounce: true,
    },
    {
      said: "535 Your account has been disabled for SMTP",
      by: "several",
      pattern:
        /(?:disabled|not enabled|not activated|deactivated) for smtp|smtp (?:auth\w{0,12} |access |service )?(?:is |has been )?(?:disabled|not enabled|switched off) (?:for|in|on) (?:this|your|the) (?:account|user|mailbox)/,
    },
    {
      said: "535 5.7.8 account disabled: password expired",
      by: "general",
      pattern:
        /password (?:has |is |was |you entered is )?(?:expired|incorrect|wrong|invalid|not correct|mismatch|too simple|too weak|rejected|not accepted)/,
    },
    {
      said: "535 Application-specific password required",
      by: "Gmail, Yahoo, iCloud",
      pattern:
        /app(?:lication)?(?:-| )(?:specific )?password (?:is )?(?:required|needed)|use an? (?:app|application)[ -](?:specific )?password/,
    },
    {
      said: "535 Anmeldung fehlgeschlagen",
      by: "German",
      pattern:
        /(?:anmeldung|authentifizierung|login|einloggen)[^.]{0,20} (?:fehlgeschlagen|gescheitert|ung[uü]ltig|abgelehnt|verweigert|fehlerhaft)|(?:benutzername|zugangsdaten|anmeldedaten|kennwort|passwort)[^.]{0,24} (?:falsch|ung[uü]ltig|inkorrekt|abgelehnt|fehlerhaft|nicht (?:korrekt|richtig|akzeptiert))|falsche[rs]? (?:benutzername|zugangsdaten|kennwort|passwort)/,
    },
    {
      said: "535 Echec de l'authentification",
      by: "French",
      pattern:
        /[eé]chec (?:de l'|d')(?:authentification|identification)|authentification (?:a )?(?:[eé]chou|incorrecte|refus|invalide)|(?:mot de passe|identifiants?|nom d'utilisateur)[^.]{0,20} (?:incorrect|invalide|erron|refus[eé])|code d'authentification invalide/,
    },
    {
      said: "535 Autenticazione fallita",
      by: "Italian",
      pattern:
        /autenticazione (?:fallita|non riuscita|errata|rifiutata)|(?:password|nome utente|credenziali)[^.]{0,20} (?:errat|non valid|sbagliat|non corrett)/,
    },
    {
      said: "535 Usuario o contraseña incorrectos",
      by: "Spanish, Portuguese",
      pattern:
        /autenticaci[oó]n (?:fallida|incorrecta|err[oó]nea|rechazada)|(?:falha|erro|fall[oó]|error) (?:na|de|en la) autentica|autentica[cç][aã]o (?:falhou|inv[aá]lida|recusada)|(?:contrase[nñ]a|senha|credencia\S{1,3})[^.]{0,20} (?:incorret|incorrect|inv[aá]lid|err[oó]ne|errad|no v[aá]lid)/,
    },
    {
      said: "535 Ошибка аутентификации",
      by: "Russian",
      pattern:
        /ошибка (?:аутентификации|авторизации)|(?:неверн|неправильн)\S{1,3} (?:логин|пароль|имя)|(?:аутентификация|авторизация) не (?:удалась|пройдена)/,
    },
    {
      said: "535 Nieprawidłowy login lub hasło",
      by: "Polish, Dutch and others",
      pattern:
        /(?:nieprawid[lł]ow|niepoprawn|b[lł][eę]dn)\S{1,3} (?:login|has[lł]o|u[zż]ytkownik|dane logowania)|uwierzytelni\w{1,6} nie powiod|(?:wachtwoord|gebruikersnaam)[^.]{0,20} (?:onjuist|ongeldig|verkeerd)|authenticatie (?:mislukt|geweigerd)|(?:chybn|nespr[aá]vn|[sš]patn)\S{1,3} (?:heslo|jm[eé]no)/,
    },
    {
      said: "535 认证失败",
      by: "Chinese, Japanese",
      pattern:
        /(?:认证|验证|登录|登陆|認證|驗證|認証)に?(?:失败|失敗|错误)|(?:密码|帐号|账号|用户名)(?:或密码)?(?:错误|不正确)|(?:パスワード|ユーザー名)[^。]{0,16}(?:正しくありません|間違|違い)/,
    },
    {
      said: "525 5.7.13 Login disabled for this user",
      by: "Postfix with Dovecot",
      pattern:
        /log-?in (?:is |has been )?disabled|user account disabled|(?:smtp|account|user|log-?in) (?:access )?(?:has been |have been |is |was )?(?:disabled|deactivated|terminated|expired) (?:for|by|due)/,
      matter: "account-disabled",
    },
    {
      said: "501 malformed auth input (#5.5.4)",
      by: "qmail",
      pattern: /malformed auth|auth exchange cancel/,
    },
    {
      said: "504 5.3.3 AUTH mechanism PLAIN not available",
      by: "Sendmail, Exim",
      pattern:
        /\bauth(?:entication)? (?:type|mechanism|method) \S{1,24} (?:is )?(?:not (?:available|supported|implemented|allowed)|unavailable|unsupported|disabled)|\S{3,16} authentication (?:mechanism )?(?:is )?not supported/,
    },
    {
      said: "535 5.7.8 Bad username or password (Authentication failed).",
      by: "Zimbra, SendGrid",
      pattern: /bad (?:user ?name|user|login)[^.]{0,6} ?(?:or|and|\/) ?(?:bad )?(?:password|pass)/,
    },
    {
      said: "535 your account is locked: too simple password",
      by: "Tiscali",
      pattern: /password[^.]{0,20} too (?:simple|short|weak)|too (?:simple|short|weak) (?:a )?password/,
    },
    {
      said: "SMTP AUTH extension not supported by server.",
      by: "smtplib: no sign-in offered",
      pattern: /auth extension not supported|no (?:supported|suitable) auth\w{0,12} (?:method|mechanism)/,
    },
    {
      said: "538 Error: Authentication mechanism too weak",
      by: "RFC 2554",
      pattern: /mechanism (?:is )?too weak/,
    },
  ]),
  ...words("auth-failed", [
    {
      said: "535 Access denied - check your user name and password",
      by: "general",
      pattern:
        /(?:user ?name|user ?id|login|log-in|account name|user)[^.;]{0,6} (?:and|or|and\/or|&) (?:your |the )?password|(?:user ?name|login|user)\/password/,
    },
    {
      said: "SMTP Error: Could not authenticate.",
      by: "PHPMailer, Nodemailer and other clients",
      pattern:
        /missing credentials for|(?:could not|couldn't|cannot|can't|unable to|fail(?:ed|ure) to|not able to) (?:be )?(?:authenticate|log ?in|log ?on|sign ?in)\b(?! (?:at present|at this time|now|right now|temporarily|due))/,
    },
    {
      said: "Login to server smtp.example.com with username user@example.com failed.",
      by: "Thunderbird, when it asks for the password again",
      pattern: /log-?(?:in|on) to (?:the )?server[^;]{0,120} failed/,
    },
    {
      said: "535 auth failure",
      by: "general",
      pattern:
        /\b(?:auth|authenticat\w{1,4}|authori[sz]ation)\b[^.;]{0,24}(?:fail|incorrect|invalid|reject|unsuccessful|denied|refused)/,
      holdsInBounce: true,
    },
  ]),
];
