// A rule of the receiving side or the provider: reverse DNS, a closed group, a suspended account.

import { sentences, words } from "../phrase.js";

/** What servers call the connections of homes; mail programs use them too, but sign in. */
const homes = sentences({ means: "policy", matter: "home-internet-address" }, [
  {
    said: "550 5.7.1 Mail from dynamic IP address refused, use your provider's smarthost",
    by: "several",
    pattern:
      /dynamic(?:ally)?(?:[/-]\w{1,14})?(?: \w{1,14}){0,3} (?:ips?|address(?:es)?|hosts?|pools?|ranges?|clients?|networks?|space|users?|customers?)\b|dynamic-ips?\b|dial-?up|residential(?!\/)/,
  },
  {
    said: "554 IP=192.0.2.1 - Dialup/transient IP not allowed. (DYN)",
    by: "T-Online",
    pattern: /transient ip|\(dyn\)/,
  },
  {
    said: "550 Mail from end-user addresses is not accepted",
    by: "several",
    pattern:
      /(?:end[ -]user|consumer|home|broadband|a?dsl|cable)(?: \w{1,12})? (?:ips?|ip address(?:es)?|ip ranges?|internet address(?:es)?|addresses|connections?|networks?|ranges?|lines?|pools?)\b/,
  },
  {
    said: "550 Dynamische IP-Adressen werden nicht akzeptiert",
    by: "German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese, Japanese",
    pattern:
      /dynamische[nrms]? (?:ip|adres)|einwahl|ips? dynamiques?|adresses? (?:ip )?dynamiques?|(?:ips?|direcci[oó]n(?:es)?|indirizz[oi]|endere[cç]os?)(?: ip)? din[aáâ]mic|(?:adres\S{0,3}|ip) dynamiczn|dynamiczn\S{1,4} (?:adres|ip)|динамическ\S{1,4} (?:ip|адрес)|动态 ?(?:ip|地址)|動的 ?(?:ip|アドレス)/,
  },
]);

export const policy = [
  ...homes,
  ...sentences("policy", [
    {
      said: "554 Reject due to policy restrictions.",
      by: "GMX, web.de, IONOS",
      pattern:
        /policy (?:restriction|reason|violation|rejection|reject)|(?:local|security|administrative|mail|site|content|by|for|to|company) polic(?:y|ies)|mailpolicy/,
    },
    {
      said: "554 Bad DNS PTR resource record",
      by: "GMX, web.de",
      pattern:
        /\bptr\b|reverse[ -]?dns|\brdns\b|unresolvable relay host|forward dns entry does not|match the ip address of the hostname|reverse (?:lookup|hostname|name|address)|ip name lookup|(?:find|cannot find) your (?:reverse )?hostname/,
    },
    {
      said: "550 sorry, your HELO host name has been denied (#5.7.1)",
      by: "qmail",
      pattern:
        /(?:helo|ehlo)[^.]{0,40} (?:command rejected|denied|rejected|invalid|refused|not allowed|bad|mismatch|required)|(?:invalid|bad|rejected|fake|forged) (?:helo|ehlo)/,
    },
    {
      said: "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
      by: "Exchange",
      pattern: /resolver\.rst|sender (?:was )?not authenticated (?:by|for)/,
    },
    {
      said: "550 5.7.705 Access denied, tenant has exceeded threshold",
      by: "Exchange Online",
      pattern: /tenant has exceeded|unregistered domains|bad outbound sender|allowed-?senders list/,
    },
    {
      said: "550 5.7.1 Please use the smtp server of your ISP.",
      by: "Sendmail",
      pattern:
        /(?:use|via|through)(?: the)?(?: smtp)?(?: mail)? (?:server|relay|smarthost|gateway)s?(?: \w{1,4}){0,2} your (?:isp|internet|service|provider|own)|(?:your|service) provider's (?:mail|smtp)/,
    },
    {
      said: "550 Denied by policy",
      by: "several",
      pattern:
        /(?:denied|rejected|blocked|refused|prohibited|not accepted|reject|disallowed) (?:\w{1,10} ){0,4}(?:policy|policies|administrator|admin|administrative)\b/,
    },
    {
      said: "550 Administrative prohibition",
      by: "Exim, Mimecast",
      pattern: /administrative(?:ly)? prohibit/,
    },
    {
      said: "554 5.7.1 Client host rejected: may not be mail exchanger",
      by: "Postfix",
      pattern: /may not be mail exchanger|residential/,
    },
    {
      said: "535 Mail server has been suspended",
      by: "Postal",
      pattern:
        /(?:mail server|server|sender|sending|account|domain|user|service|subscription|organi[sz]ation|you)(?: \S{1,64})? (?:has been|have been|is|was|are) (?:\w{1,14} )?(?:suspended|disabled from sending|blocked from sending|restricted from|not active for sending|locked out)|suspended (?:account|domain|sender|user)|outgoing mail from[^.]{0,100} suspended|(?:account|sender|user) is (?:locked|blocked) (?:due|because|for)/,
    },
    {
      said: "550 Email blocked: country not allowed",
      by: "Postfix",
      pattern: /country|geo-?ip|geographic|blacklisted user/,
    },
    {
      said: "550 Message not accepted: headers are not RFC compliant",
      by: "Yahoo, Gmail",
      pattern:
        /rfc ?-?(?:5322|2822|822|5321)?-? ?complian|valid (?:from|date|message-id|to) header|addresses in from|(?:missing|duplicate|invalid|malformed|multiple|blank|no|empty)(?: \w{1,12})? ['"(]?(?:from|date|message-id|to|subject|header)s?['")]?:? ?(?:header|address|line|field)/,
    },
    {
      said: "550 Mail is rejected by recipients",
      by: "QQ",
      pattern:
        /(?:user|recipient id?) refuses? to (?:receive|accept)|due to (?:recipient preferences|user rules)|mail receiving disabled|(?:rejected|refused|blocked|denied) by (?:the |this )?(?:recipient|user|owner|destination|addressee)|destination domain|does not accept (?:e-?mail|mail|messages)(?: from|$|[.;])/,
    },
    { said: "550 rejecting spoofed message", by: "Barracuda", pattern: /spoof/ },
    {
      said: "550 5.7.1 attachment type not allowed",
      by: "several",
      pattern:
        /(?:attachment|file|extension|content)s?(?: \w{1,10})? (?:type |name )?(?:is |are )?(?:not allowed|forbidden|blocked|prohibited|banned|not permitted)|(?:banned|illegal|prohibited|blocked|forbidden) (?:attachment|file|content|extension)|executable attachment|images or other attachments/,
    },
    {
      said: "553 mailbox user@example.com is restricted",
      by: "Exchange",
      pattern:
        /(?:is|are) restricted|recipnotfound\.not|not ?in ?(?:the )?(?:white|allow|safe) ?-?list|members-only|closed mailing list|not subscribed to this (?:group|list)|sender not pre-approved|list of senders to accept|\bbatv\b|third-party dsn|only accept(?:s|ing)? (?:mail|messages)(?! for (?:local|our|hosted)\b)/,
    },
    {
      said: "550 Reject due to policy restrictions (header based)",
      by: "several",
      pattern:
        /invalid dns (?:mx|ptr|a)\b|header based|^\s?header error|invalid mime header|in a disallowed header|message is malformed|unverifiable sending ip/,
    },
    {
      said: "550 Rejeté pour des raisons de sécurité",
      by: "French and others",
      pattern:
        /politique de|richtlinie|raisons? de s[eé]curit[eé]|criteri di sicurezza|pol[ií]tica de|политик/,
    },
    {
      said: "550 Error: MAIL FROM is mismatched with message header from address!",
      by: "several",
      pattern: /mismatched with (?:the )?(?:message )?header/,
    },
    { said: "550 149.0.2.1 is _my_ address", by: "Exim", pattern: /is _my_ address/ },
    {
      said: "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
      by: "Exchange",
      pattern: /transport\.rules|organi[sz]ation(?:al)? (?:policy|settings)/,
    },
    { said: "550 Service suspended", by: "general: whatever it is of", pattern: /\bsuspended\b/ },
  ]),
  ...words("policy", [
    { said: "550 Blocked", by: "Barracuda", pattern: /\bblocked\b|customized-block|block-rcpt/ },
    {
      said: "550 5.7.1 Access denied",
      by: "general",
      pattern:
        /access (?:is |was )?denied|no permit$|permission denied|not (?:allowed|authori[sz]ed|permitted)|message refused|refused by/,
    },
  ]),
];
