// The server will not pass the message on to another domain: it did not recognise the sender as its user.
// Source: DESIGN §1.2, guide causes 1 to 6. A refusal that also says "log in" is `auth-required.ts`.

import { sentences, words } from "../phrase.js";
import { relayDeniedTranslated } from "./relay-denied-translated.js";

export const relayDenied = [
  ...sentences("relay-denied", [
    {
      said: "550 5.7.1 Retransmission denied",
      by: 'a translation of "relaying denied"',
      pattern: /re-?transmission (?:is )?(?:denied|not allowed|not permitted|refused|prohibited|forbidden)/,
    },
    // Postfix smtpd, at RCPT; 454 with soft_bounce or defer_unauth_destination. Sendmail: proto.m4 check_rcpt; Exchange edge,
    // Proofpoint and Courier use the same words
    {
      said: "554 5.7.1 <user@example.com>: Relay access denied",
      by: "Postfix; Sendmail (Relaying denied, Relaying temporarily denied), Kerio (Relay permission denied), Domino (Relay rejected), Optus, Symantec, Apache James, Exim (relaying to … prohibited)",
      pattern:
        /relay(?:ing)?(?: to| mail to| for| from)? (?:<?@>? |\S{1,80} )?(?:is |was |has been )?(?:prohibited|forbidden|disallowed|denied|refused|rejected)/,
    },
    // Exim's configure.default: require message = relay not permitted
    {
      said: "550 relay not permitted",
      by: "Exim; Stalwart (Relay not allowed), Domino (Mail relaying is not supported)",
      pattern:
        /relay(?:ing)?(?: is)? not (?:permitted|allowed|enabled|possible|accepted|available|supported|authori[sz]ed|configured)/,
    },
    {
      said: "550 5.7.1 Unable to relay for user@example.com",
      by: "Exchange, IIS SMTP",
      pattern: /(?:unable|not able|cannot|can't|could not|refus(?:ed|ing)) to relay/,
    },
    {
      said: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
      by: "Exchange 2016",
      pattern: /relay recipient in non-accepted domain/,
    },
    {
      said: "550 5.7.64 TenantAttribution; Relay Access Denied",
      by: "Exchange Online",
      pattern: /tenantattribution/,
    },
    // qmail-smtpd.c err_nogateway
    {
      said: "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
      by: "qmail",
      pattern: /rcpthost/,
    },
    {
      said: "550 Delivery is not allowed to this address.",
      by: "hMailServer",
      pattern: /delivery is not allowed to this address/,
    },
    {
      said: "550 I cannot deliver mail for <user@example.com>",
      by: "Haraka",
      pattern: /i cannot deliver mail for|we don't handle mail for/,
    },
    {
      said: "550 domain of forward path is not allowed",
      by: "Trend Micro IMSS",
      pattern: /domain of forward path is not allowed/,
    },
    {
      said: "550 You are not allowed to send email",
      by: "Exim in a container",
      pattern: /you are not allowed to send (?:e-?)?mail\b(?! (?:from|as|to this))/,
    },
    // SMTPD of OpenBSD: "550 Invalid recipient" is its relay refusal too, and undecidable
    {
      said: "550 5.7.1 This server does not relay mail for you",
      by: "MDaemon and others",
      pattern: /(?:does not|doesn't) relay/,
    },
    {
      said: "550 5.7.1 Sorry, this server is not an open relay",
      by: "several",
      pattern: /not an open relay/,
    },
    {
      said: "551 This mail server requires that you are a local user to relay",
      by: "SmarterMail",
      pattern: /local user to relay/,
    },
    {
      said: "550 No relaying allowed - psmtp",
      by: "Postini, James",
      pattern: /no (?:smtp )?relay(?:ing)?(?: is)? (?:allowed|permitted)/,
    },
    {
      said: "553 5.7.1 This system is not configured to relay mail from <a@example.com> to <b@example.net>",
      by: "Rockliffe, Novell",
      pattern: /not configured to (?:relay|let you)/,
    },
    {
      said: "553 you are trying to use me [mx.example.com] as a relay, but I have not been configured to let you do this",
      by: "MessageLabs, qmail patches",
      pattern: /trying to use me.{0,120} as a relay/,
    },
    {
      said: "554 5.7.1 You are not allowed to relay through this server",
      by: "Kerio, Courier",
      pattern:
        /not (?:allowed|authori[sz]ed|permitted|entitled|able) (?:to (?:use this (?:mail )?server (?:as a|to) |send \S{1,40} )?relay|for relay)/,
    },
    {
      said: "550 5.7.1 <user@example.com> we do not relay <user@example.net>",
      by: "IceWarp, Mercury, CommuniGate, qmail (we don't relay)",
      pattern:
        /(?:we|i) (?:(?:do not|don't|will not|won't) relay|(?:do not|don't) forward\b)|no relay(?:ing)? (?:here|for|through)/,
    },
    {
      said: "554 Unauthorised mail relay attempt",
      by: "appliances and providers, in several wordings",
      pattern:
        /(?:unauthori[sz]ed|illegal|invalid|third[ -]party) (?:\w{1,10} )?relay|no third[ -]party mail/,
    },
    {
      said: "550 5.7.1 Mailing to remote domains not allowed for this client",
      by: "several",
      pattern:
        /(?:remote|external|non-?local|foreign|outside) (?:domains?|recipients?|hosts?|systems?|address(?:es)?|mail|delivery)[^.]{0,30} (?:not (?:allowed|permitted|accepted)|denied|disabled|refused|prohibited|forbidden)/,
    },
    {
      said: "550 mail not accepted for delivery to a remote domain from your IP address",
      by: "several",
      pattern:
        /not (?:allowed|permitted|accepted|authori[sz]ed)[^.]{0,30} to (?:an? )?(?:remote|external|non-?local|foreign|outside) (?:domain|recipient|host|system|address|mail)/,
    },
    {
      said: "550 You may not send mail to remote domains",
      by: "several",
      pattern:
        /(?:may|can) ?(?:not|n't) (?:send|relay|deliver|mail|write) (?:any )?(?:mails? |messages? |e-?mails? )?to (?:an? )?(?:remote|external|foreign|non-?local|other|outside)\b|(?:recipient|destination|target)(?:'s)? domain (?:\S{1,80} )?(?:is )?not (?:hosted|served|local|handled|relayed|one of ours)\b|only (?:accepts?|takes?|handles?|delivers?|send|mail)\b[^.]{0,16} (?:for|to) (?:local|our|hosted) (?:domains?|users?|recipients?|address)|only local (?:recipients?|domains?|addresses)\b/,
    },
    {
      said: "550 5.7.1 example.com is not one of our relay domains",
      by: "several",
      pattern:
        /not (?:a |in |one of )?(?:my |our |the )?(?:relay|accepted) domains?\b|domain (?:is )?not in (?:my|our) relay/,
    },
    {
      said: "550 5.1.2 <user@example.com>: not a local domain",
      by: "several, of the recipient's",
      pattern: /not (?:a )?(?:local|hosted|accepted) (?:e-?mail |mail )?domain\b/,
      inBounce: "mailbox-unknown",
    },
    {
      said: "454 4.7.1 relay access temporarily denied",
      by: "several",
      pattern: /relay access (?:\w{1,14} )?(?:denied|refused|rejected)/,
    },
    {
      said: "550 You must be authorized to relay through this server",
      by: "several",
      pattern: /authori[sz]ed to relay|reasons: relaying/,
    },
  ]),
  ...words("relay-denied", [
    {
      said: "550 We don't handle mail for example.com",
      by: "SLmail and other small servers",
      pattern:
        /(?:do not|don't|does not|doesn't|cannot|can't|will not|won't) (?:handle|accept|deliver|forward|route|process|take|carry) (?:any )?(?:mail|e-?mail|messages?) (?:for|to) (?:@|th(?:at|is|e) (?:domain|host|destination)|other|external|remote|\S{1,80}\.\w{2,12}\b)/,
    },
    // Restrictions of a Postfix submission port met by a client that is not logged in
    {
      said: "554 5.7.1 <host[192.0.2.1]>: Client host rejected: Access denied",
      by: "Postfix",
      pattern: /client host rejected: access denied/,
      inBounce: "policy",
    },
    {
      said: "554 5.7.1 <user@example.com>: Recipient address rejected: Access denied",
      by: "Postfix",
      pattern: /recipient address rejected: access denied(?!\. as\()/,
      inBounce: "policy",
    },
    {
      said: "because it does not allow relaying",
      by: "Apple Mail",
      pattern: /(?:not|no|n't) [^.]{0,24}\brelay(?:ing|ed)?\b/,
    },
    {
      said: "550 Relay for this client is blocked: denied",
      by: "general",
      pattern:
        /\brelay(?:ing)?\b[^;]{0,60}(?:denied|refused|reject|prohibit|disallow|forbid|not allow|not permit|n't allow|n't permit|blocked)/,
    },
    {
      said: "554 denied: this host will not relay",
      by: "general",
      pattern:
        /(?:denie[ds]|refuse[ds]|rejects|rejected|prohibited|forbidden|disallowed)\b[^.;]{0,24}\brelay|relay(?:ing)? (?:is |has been )?(?:disabled|switched off|turned off)|not (?:on|in) (?:the|our|my) list of [^.;]{0,24} relay/,
    },
  ]),
  ...relayDeniedTranslated,
];
