// The recipient does not exist or takes no mail: look at the address, not at the settings.

import { sentences, words } from "../phrase.js";

export const mailboxUnknown = [
  ...sentences("mailbox-unknown", [
    {
      said: "550 5.1.1 <user@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
      by: "Postfix",
      pattern:
        /(?:user|recipient|addressee|mailbox|account|address|local ?part|alias|rcpt)(?: \S{1,64}){0,2} (?:is )?(?:unknown|not known|unroute?able|not found|non-?existent|invalid|undeliverable|unallocated)\b(?! sender| or (?:\w{1,12} )?(?:pass|log|auth|cred)| auth)/,
    },
    {
      said: "550 5.1.1 unknown user",
      by: "Exim, Courier",
      pattern:
        /(?:unknown|no such|non-?existent|invalid|unroute?able|unrecogni[sz]ed|undeliverable|no) (?:local )?(?:user|recipient|mailbox|address|account|person|domain user|rcpt|virtual user|inbox)\b(?!name| ?or pass| name| key)/,
    },
    {
      said: "550 user@example.com is not an active address at this host",
      by: "Exchange 5.5, Sendmail, iCloud and others",
      pattern:
        /not an active (?:address|account|user|mailbox)|(?:account|user|recipient|mailbox) (?:is )?not active\b|inactive (?:account|user)\b|no mail ?box available|no one at this address|not present in (?:the |our )?directory|no longer accepts (?:e-?)?mail|wrong or no longer valid|recipient name is not recognized|recipient no longer on server|deactivated mailbox|inactive e-?mail address|unknown or illegal (?:user|alias|recipient|address)|\bbad_recipient\b|recipient(?: \w{1,12}){0,2} deactivated/,
    },
    {
      said: "524 5.2.4 Mailing list expansion problem: <user@example.com>",
      by: "OpenSMTPD, of any unknown user of its virtual domains",
      pattern: /mailing list expansion problem/,
    },
    {
      said: "550-5.1.1 The email account that you tried to reach does not exist.",
      by: "Gmail",
      pattern: /(?:does not|doesn't|doesnt|didn't|do not|did not|not) (?:currently )?exists?\b/,
    },
    {
      said: "550 5.4.1 All recipient addresses rejected : Access denied",
      by: "Exchange Online",
      pattern: /all recipient addresses rejected/,
    },
    {
      said: "553 sorry, no mailbox here by that name (#5.1.1)",
      by: "qmail",
      pattern: /no mailbox here|no mail-?box by that name/,
    },
    {
      said: "553 sorry, this recipient is not in my validrcptto list (#5.7.1)",
      by: "qmail",
      pattern:
        /validrcptto|recipient is not in|badrecipientto|badrcptto|your envelope recipient has been denied/,
    },
    {
      said: "550 5.1.1 Mailbox unavailable",
      by: "Outlook.com, MDaemon",
      pattern:
        /mailbox (?:is )?(?:unavailable|not available|disabled|inactive|suspended|blocked|frozen|closed|locked|not active|deactivated|is not allowed)/,
    },
    {
      said: "550 This mailbox has been blocked due to inactivity",
      by: "Free",
      pattern:
        /mailbox has been (?:blocked|disabled|deleted|closed|suspended)|(?:account|mailbox|user)[^.]{0,24} (?:is|has been|was) (?:\w{1,12} )?(?:disabled|deactivated|inactive|closed|terminated|expired|deleted|discontinued|no longer (?:active|available|in use|valid))/,
    },
    { said: "551 not our customer", by: "Comcast", pattern: /not our customer/ },
    {
      said: "550 'user@example.com' is not a registered gateway user",
      by: "several",
      pattern:
        /not a (?:registered|valid|known|local(?! (?:e-?mail |mail )?domain)|member)\b[^.]{0,30}(?:user|recipient|mailbox|address|domain|customer|account)?/,
    },
    {
      said: "550 Email address could not be found, or was misspelled (G8)",
      by: "Rackspace",
      pattern: /address(?:es)? (?:could not be|couldn't be|cannot be|was not|wasn't) found/,
    },
    {
      said: "554 5.7.1 Recipient address rejected: User email address is marked as invalid.",
      by: "Proofpoint",
      pattern: /marked as invalid|not in recipient list|no-domain/,
    },
    {
      said: "550 Command RCPT User <user@example.com> not OK",
      by: "several",
      pattern: /rcpt user[^.]{0,80} not ok|recipient not ok|user not a member of|can't accept user/,
    },
    {
      said: "550 Route does not accept incoming messages",
      by: "Postal",
      pattern: /does not accept incoming messages/,
    },
    {
      said: "553 Possible forgery or deactivated due to abuse",
      by: "Yahoo",
      pattern: /deactivated due to abuse/,
    },
    {
      said: "554 This user doesn't have a yahoo.com account (user@example.com)",
      by: "Yahoo",
      pattern: /doesn't have an? \S{1,40} account/,
    },
    {
      said: "550 Unknown destination for user@example.com",
      by: "several",
      pattern: /(?:blank|unknown) (?:mailhost|destination)/,
    },
    {
      said: "550 Empfänger unbekannt",
      by: "German",
      pattern:
        /(?:empf[aä]nger|benutzer|nutzer|adresse|postfach)[^.]{0,30} (?:unbekannt|existiert nicht|nicht (?:gefunden|bekannt|vorhanden))|unbekannter? (?:empf[aä]nger|benutzer)/,
    },
    {
      said: "550 Destinataire inconnu",
      by: "French",
      pattern:
        /(?:destinataire|utilisateur|adresse|compte|bo[iî]te)[^.]{0,30} (?:inconnu|archiv[eé]e|inexistant|n'existe pas|introuvable|bloqu)/,
    },
    {
      said: "550 Utente sconosciuto",
      by: "Italian, Spanish, Portuguese, Polish",
      pattern:
        /utente[^.]{0,24} sconosciut|nessun utente|no existe (?:dicha|ese|esa|este|esta|el|la) (?:persona|usuario|cuenta|buz[oó]n|direcci[oó]n)|destinatario (?:\w{1,12} )?(?:sconosciut|inesistente|desconocid|no existe)|usuario (?:\w{1,12} )?(?:desconocid|inexistente|no existe)|usu[aá]rio (?:\w{1,12} )?(?:desconhecid|inexistente|n[aã]o existe)|nieznany (?:u[zż]ytkownik|adres)|nie ma takiego|buz[oó]n (?:\w{1,12} )?no existe|(?:adresat|odbiorca|u[zż]ytkownik|skrzynka) nie istnieje/,
    },
    {
      said: "550 Пользователь не найден",
      by: "Russian",
      pattern:
        /(?:пользователь|ящик|адрес|получатель)[^.]{0,24} не (?:найден|существует)|нет такого пользователя/,
    },
    {
      said: "550 Onbekende gebruiker",
      by: "Dutch, Czech, Turkish, Swedish, Danish, Norwegian, Finnish, Hungarian, Romanian, Ukrainian, Korean",
      pattern:
        /onbekende (?:gebruiker|ontvanger)|(?:gebruiker|ontvanger|mailbox) (?:bestaat niet|is onbekend|niet gevonden)|(?:u[zž][ií]vate[lľ]|schr[aá]nka|p[rř][ií]jemce|adresa) (?:neexistuje|nenalezen|nen[ií] zn[aá]m)|kullan[iı]c[iı] bulunamad|al[iı]c[iı] bulunamad|ok[aä]nd (?:anv[aä]ndare|mottagare)|(?:ukendt|ukjent) (?:bruger|bruker|modtager|mottaker)|tuntematon (?:k[aä]ytt[aä]j|vastaanott)|ismeretlen (?:felhaszn|c[ií]mzett)|utilizator (?:necunoscut|inexistent)|(?:користувач|адресат|скринька)[^.]{0,24} не (?:знайден|існує)|존재하지 않는/,
    },
    {
      said: "550 用户不存在",
      by: "Chinese, Japanese",
      pattern:
        /(?:用户|用戶|邮箱|收件人|アドレス|ユーザー?|宛先|受信者)[^。]{0,12}(?:不存在|存在しま|見つかりません|无效|未找到)/,
    },
    {
      said: "550 5.7.1 <user@example.com>: Recipient address rejected: User other temporary locked. Please try again later!",
      by: "Postfix",
      pattern: /user[^.]{0,80} temporar(?:y|ily) (?:locked|disabled|suspended)/,
    },
  ]),
  ...words("mailbox-unknown", [
    {
      said: "550 invalid recipient",
      by: "general",
      pattern: /(?:invalid|bad|incorrect|illegal|unknown) (?:\w{1,12} )?(?:recipient|mailbox|destination)/,
    },
  ]),
];
