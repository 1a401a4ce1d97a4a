// The server wants encryption first: connection security is None, or the wrong one (guide cause 2).

import { sentences, words } from "../phrase.js";

export const tlsRequired = [
  ...sentences("tls-required", [
    {
      said: "451 5.7.3 STARTTLS is required to send mail",
      by: "Exchange Online",
      pattern: /starttls (?:command )?(?:is )?(?:required|needed|first|must|mandatory)/,
    },
    {
      said: "504 5.5.4 Encryption required for requested authentication mechanism",
      by: "Postfix",
      pattern: /encryption (?:is )?(?:required|needed)/,
    },
    {
      said: "503 AUTH command used when not advertised",
      by: "Exim",
      pattern: /auth command used when not advertised/,
    },
    {
      said: "538 auth not available without TLS (#5.3.3)",
      by: "qmail",
      pattern: /without (?:tls|ssl|starttls|encryption|a? ?secure|an encrypted)/,
    },
    {
      said: "550 5.7.1 TLS conversation required",
      by: "maddy",
      pattern:
        /(?:tls|ssl)(?:\/ssl|\/tls)?(?: \w{1,16})? (?:is )?(?:required|needed|mandatory)(?! for (?:the )?(?:rcpt|recipient))/,
    },
    {
      said: "530 You must use TLS to authenticate",
      by: "several",
      pattern:
        /(?:must|need to|have to|please|should) (?:first )?(?:use|have|issue|enable|start|be using|switch to|turn on|negotiate|run) (?:a |an )?(?:starttls|tls|ssl|encrypt|secure)/,
    },
    {
      said: "550 A secure connection is required",
      by: "hMailServer (A SSL/TLS-connection is required), SmarterMail, QQ (requiered)",
      pattern:
        /(?:secure|encrypted|ssl|tls)(?:\/\w{3})?[ -](?:connection|channel|session|transport|layer)[^.]{0,16} (?:requi\w{0,2}red|needed|must|only)/,
    },
    {
      said: "530 SSL/TLS-connection required. Plaintext authentication disallowed on non-secure connections",
      by: "Dovecot submission",
      pattern: /plain ?text auth\w{0,12}[^.]{0,24} (?:disallowed|not allowed|disabled|forbidden)/,
    },
    {
      said: "503 requires TLS",
      by: "several",
      pattern:
        /(?:requires?|requiring|after|(?:only|connect) (?:over|with|via|using)|use of) (?:an? )?(?:tls|ssl|starttls|encrypt(?:ed|ion)|secure (?:connection|channel))\b/,
    },
    {
      said: "523 5.7.10 Encryption needed",
      by: "RFC 5248",
      pattern:
        /encryption needed|verschl[uü]sselung[^.]{0,24} (?:erforderlich|notwendig)|chiffrement (?:requis|obligatoire)/,
    },
    {
      said: "503 Bad sequence, must STARTTLS before AUTH",
      by: "several",
      pattern:
        /must (?:do |run |send )?starttls|starttls before|(?:auth|log-?in|password)\w{0,12} (?:is )?not (?:allowed|permitted|available|supported|possible) (?:before|without|until|prior to) (?:an? )?(?:starttls|tls|ssl|encrypt|secure)/,
    },
    {
      said: "530 plaintext connection refused, use SSL",
      by: "several",
      pattern:
        /(?:plain ?text|unencrypted|insecure|non-?secure|clear ?text) (?:connections?|sessions?|log-?ins?|auth\w{0,12})(?: (?:is|are|was|on \S{1,30}))? (?:refused|not (?:allowed|permitted|supported|accepted)|denied|disabled|disallowed|rejected|forbidden|prohibited)/,
    },
    {
      said: "534 5.7.14 use a secure connection",
      by: "several",
      pattern:
        /(?:over|on) (?:an? )?(?:insecure|unencrypted|non-?secure|plain ?text|clear ?text) (?:connection|channel|session|link)|(?:use|via|requires?|over) (?:an? )?(?:secure|encrypted) (?:connection|channel|session|login)|(?:allowed|permitted|available|supported|possible) (?:only )?(?:over|via|with|through|after) (?:an? )?(?:tls|ssl|starttls|encrypted|secure)/,
    },
    {
      said: "503 5.5.4 AUTH not available, use STARTTLS",
      by: "several",
      pattern:
        /(?:use|need|needs|try|issue|enable|send) (?:a )?(?:starttls|tls|ssl)\b(?! (?:version|v?1|or))/,
    },
    {
      said: "550 Connection not encrypted",
      by: "several",
      pattern:
        /^\s?(?:smtp: )?unencrypted connection|(?:connection|session|channel|transport|link|login) (?:is |was )?(?:not|un)[ -]?(?:encrypted|secured?)\b|starttls (?:was )?not used|(?:not|n't) (?:allow|accept|permit|support)\w{0,3} (?:unencrypted|insecure|non-?secure|plain ?text|clear ?text|non-?tls|non-?ssl) (?:connection|session|login|auth|smtp|submission|password)/,
    },
    {
      said: "530 Verschlüsselte Verbindung erforderlich",
      by: "German, French",
      pattern:
        /(?:verschl[uü]sselte|sichere|ssl-|tls-)[^.]{0,16}verbindung[^.]{0,16} (?:erforderlich|ben[oö]tigt|notwendig|verwenden|(?:be)?nutzen)|(?:verwenden|benutzen|nutzen|aktivieren) [^.;]{0,16} ?(?:verschl[uü]sselte|sichere|verschl[uü]sselung|ssl|tls|starttls)\b|(?:starttls|ssl|tls) verwenden\b|unverschl[uü]sselte verbindung\S{0,2} (?:sind |ist |werden |wird )?nicht (?:erlaubt|akzeptiert|gestattet)|connexion non (?:chiffr|s[eé]curis)|utilise[rz] (?:une connexion (?:s[eé]curis|chiffr)|le chiffrement|ssl|tls|starttls)|(?:connexion|session) (?:s[eé]curis[eé]e|chiffr[eé]e) (?:est )?(?:requise|obligatoire|n[eé]cessaire)/,
    },
    {
      said: "530 Se requiere una conexión segura",
      by: "Spanish, Italian, Portuguese, Polish, Russian, Chinese",
      pattern:
        /requiere (?:una )?(?:conexi[oó]n segura|cifrado|tls|ssl)|(?:connessione (?:sicura|cifrata|crittografata)|crittografia) (?:[eè] )?(?:richiesta|necessaria|obbligatoria)|(?:conex[aã]o segura|criptografia) (?:[eé] )?(?:necess[aá]ria|obrigat[oó]ria|exigida)|connessione non (?:sicura|cifrata) non|conexi[oó]n no (?:cifrada|segura)|wymagane (?:jest )?(?:szyfrowan|po[lł][aą]czenie szyfrowane)|(?:требуется|необходим[оа]?) (?:шифрован|защищ[её]нн)|(?:需要|请使用|必须使用)(?:加密|ssl|tls|starttls)|(?:暗号化|セキュア)[^。]{0,8}接続が必要|(?:보안|암호화)[^.]{0,4} 연결이 필요/,
    },
    {
      said: "454 4.7.0 encryption too weak 0 less than 112",
      by: "Sendmail",
      pattern:
        /(?:encryption|cipher|tls|ssl|security)(?: (?:level|strength|is))? (?:is )?too (?:weak|low)|(?:encryption|cipher|tls|security) (?:level|strength)[^.;]{0,24} (?:insufficient|not sufficient|required)/,
    },
    {
      said: "550 You must encrypt",
      by: "Exim ACL, qpsmtpd",
      pattern: /must (?:be )?encrypt|lack of (?:security|encryption|tls)/,
    },
  ]),
  ...words("tls-required", [
    {
      said: "400 use STARTTLS",
      by: "general",
      pattern: /starttls[^.;]{0,24} (?:first|required|before)|(?:use|try) (?:starttls|ssl|tls)\b/,
    },
  ]),
];
