// The address in From is not one the logged-in account may use (guide cause 4).
// Refusals for SPF, DKIM or DMARC, and for the sender's reputation, are other files.

import { sentences } from "../phrase.js";
import { senderDomainNotAllowed } from "./sender-domain-not-allowed.js";
import { senderNotAllowedGeneral } from "./sender-not-allowed-general.js";
import { senderNotAllowedTranslated } from "./sender-not-allowed-translated.js";

export const senderNotAllowed = [
  ...senderDomainNotAllowed,
  ...sentences({ means: "sender-not-allowed", holdsInBounce: true }, [
    {
      said: "553 5.7.1 <user@example.com>: Sender address rejected: not owned by user other@example.net",
      by: "Postfix",
      pattern: /not owned by (?:auth(?:enticated)? )?user/,
    },
    {
      said: "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
      by: "Exchange",
      pattern: /(?<!anonymous clients? do(?:es)? not have )permissions? to send (?:as|on behalf)/,
    },
    {
      said: "554 5.2.252 SendAsDenied; user@example.com not allowed to send as other@example.net",
      by: "Exchange Online",
      pattern: /send as ?denied|sendas ?denied|not allowed to send as/,
    },
    {
      said: "501 mail from address must be same as authorization user",
      by: "QQ, 163",
      pattern: /must be (?:the )?same as (?:the )?(?:auth|login|sasl)/,
    },
    {
      said: "553 Mail from must equal authorized user",
      by: "Netease",
      pattern: /must (?:equal|match|be equal)[^.]{0,30} (?:auth\w{0,12}|login|logged|sasl|smtp)/,
    },
    {
      said: "550 5.7.1 From address must match the authenticated user",
      by: "several",
      pattern:
        /(?:from|sender|address|domain)[^.]{0,40} (?:does not|doesn't|do not|must|not|should|needs to|has to) (?:match|correspond|conform|coincide|belong|agree|comply|be identical)[^.]{0,40} (?:auth|log ?in|user|account|credential|sasl)/,
    },
    {
      said: "503 from and auth not the same (#5.5.1)",
      by: "qmail",
      pattern: /from and auth not the same/,
    },
    {
      said: "REJECT Sender is not same as SMTP authenticate username",
      by: "iRedAPD",
      pattern: /(?:sender|from)[^.]{0,24} not (?:the )?same as/,
    },
    {
      said: "451 Incorrect Authentication for Specified Email Address",
      by: "Apache James",
      pattern: /incorrect authentication for specified/,
    },
    {
      said: "501 5.5.4 You are not allowed to send from this address.",
      by: "Stalwart",
      pattern:
        /(?:not (?:allowed|authori[sz]ed|permitted|entitled)|no(?:t have)? (?:permission|right)s?) to (?:send|use|mail)[^.]{0,24} (?:from|as|using|with|on behalf)(?: (?:this|that|the|your|a(?! relay)|another|other|@|<@>|sender|address)\b|:| @|$)/,
    },
    {
      said: "530 From/Sender name is not valid",
      by: "Postal",
      pattern: /from\/sender name is not valid/,
    },
    {
      said: "550 5.7.1 sender address mismatch: authenticated as other@example.net",
      by: "several",
      pattern: /(?:sender|from)(?: address)?[ -](?:mismatch|spoof)[^.]{0,40} (?:auth|log ?in|user)/,
    },
    {
      said: "550 5.7.1 Authenticated user is not allowed to use this sender address",
      by: "several",
      pattern:
        /\bauth\w{0,12} (?:user|as|sender|id|account)[^.]{0,60} (?:not (?:allowed|authori[sz]ed|permitted)|(?:may|can)(?:not| not)|does not own)[^.]{0,60} (?:sender|from|address|as)\b/,
    },
    {
      said: "550 5.7.1 Sender address is not valid for your login. Check your email program settings",
      by: "1&1 IONOS, freenet",
      pattern: /(?:sender|from)[^.]{0,24} (?:not valid|invalid) for your (?:login|account)/,
    },
    {
      said: "550 5.1.0 You may only send mail from your own address",
      by: "several",
      pattern:
        /(?:only|must) send (?:mail |e-?mail |messages? )?(?:from|as|using) (?:your|an?|the) (?:own|account|registered|verified|email|e-mail|address)/,
    },
    {
      said: "550 5.7.1 Address is not an alias of the authenticated account",
      by: "several",
      pattern:
        /not an? (?:\w{1,12} )?alias|(?:alias|sender)(?: @)? is not (?:allowed|permitted|authori[sz]ed) for (?:this|your|the) (?:account|user|log ?in|mailbox)/,
    },
    {
      said: "550 5.7.0 From address is not one of your addresses",
      by: "iCloud",
      pattern: /not one of your (?:addresses|aliases|e-?mail)|@ is not your (?:own )?(?:e-?mail )?address/,
    },
    {
      said: "554 5.7.1 Unauthorized use of sender address",
      by: "maddy, Naver",
      pattern:
        /unauthori[sz]ed use of (?:the )?(?:sender|from)|unauthori[sz]ed (?:sender|from) address|(?:sender|from) address is unauthori[sz]ed/,
      holdsInBounce: false,
    },
    {
      said: "550 Sending mail on behalf of user@example.com is not allowed",
      by: "several",
      pattern: /on behalf of [^.]{0,60} (?:not |denied|refused|prohibited|forbidden)/,
    },
    {
      said: "525 5.7.13 From is not a validated sender",
      by: "Mailjet and others that send for registered addresses only",
      pattern:
        /not an? (?:validated|verified|confirmed|registered|authori[sz]ed|approved|permitted) (?:sender|from|address)/,
    },
    {
      said: "550 Forged sender: you are authenticated as other@example.net",
      by: "several",
      pattern:
        /(?:sender|from|forg(?:ed|ery)|spoof(?:ed|ing)?)\b[^.]{0,50} (?:authenticated|logged in|logged on|signed in) as\b/,
    },
    {
      said: "501 MAIL FROM domain does not belong to you",
      by: "several",
      pattern: /(?:does not|doesn't|not) belong to (?:you\b|your |the auth|this (?:user|account)|user)/,
    },
    {
      said: "550 can't send from address user@example.com",
      by: "Proton Mail Bridge",
      pattern:
        /can(?:not|'t) send (?:e-?mails? |mails? |messages? )?(?:from (?:address|this|that|@)|as |on behalf)/,
    },
    {
      said: "454 4.7.0 invalid return path",
      by: "Proton Mail Bridge",
      pattern: /^\s?invalid return path/,
      holdsInBounce: false,
    },
    {
      said: "550 The sender address must match the email address you used to auth (AUP#Out-1500)",
      by: "Spectrum",
      pattern: /must match the e-?mail address you used/,
    },
    {
      said: "550 you can only use your own address as sender",
      by: "several",
      pattern:
        /only (?:use|send|be) [^.]{0,40}(?:own|your|registered|login) (?:e-?mail )?address(?:es)? (?:as|in|for) (?:the )?(?:sender|from)/,
    },
    {
      said: "550 5.7.1 You are not allowed to use this sender address",
      by: "several",
      pattern:
        /not (?:allowed|authori[sz]ed|permitted|entitled) to use (?:@|(?:this|that|the)(?: \S{1,80})? (?:sender|from|address|identity|alias)|(?:this|that) as (?:sender|from))/,
    },
    {
      said: "553 5.7.1 <user@example.com>: Sender address rejected: not authorized to use",
      by: "several",
      pattern: /sender address rejected: (?:not authori|not allowed|you are not|user @|mismatch|must)/,
      holdsInBounce: false,
    },
    {
      said: "550 You are not authorized to send on behalf of this user",
      by: "several",
      pattern:
        /(?:authori[sz]ed|allowed|permitted|permission) to send (?:mail |e-?mail |messages? )?on behalf/,
    },
    {
      said: "550 Your From: address must be the same as your login",
      by: "several",
      pattern:
        /(?:from:?|sender|address)[^.]{0,24} must be (?:the same as |identical to |equal to |an? (?:alias|address) of |one of )/,
    },
    {
      said: "550 you do not own this sender address",
      by: "several",
      pattern:
        /(?:you|user|account|login)(?: @)? (?:do not|don't|does not|doesn't) own (?:the |this |that |@)|(?:you|user|account|login)(?: @)? (?:are|is) not the owner of (?:the |this |that )?(?:sender|address|@)|(?:sender|from)\b[^.;]{0,20} not (?:the |an? )?(?:(?:account|mailbox|address) owner|(?:authenticated|logged[ -]in) (?:user|account|sender))/,
    },
    {
      said: "550 user other@example.net may not use address user@example.com",
      by: "several",
      pattern:
        /(?:user|account|login|you)(?: @)? (?:may|can) ?not (?:use|send (?:as|from)|act as) (?:the |this |that )?(?:address|sender|from|identity|e-?mail address)/,
    },
    {
      said: "550 5.1.0 Sender denied: not your account",
      by: "several",
      pattern:
        /(?:sender|from)\b[^.]{0,24}(?: is|:) (?:address )?(?:not your|not associated with|authenticated as|not owned|mailbox mismatch)|sender id \/ mailbox/,
      holdsInBounce: false,
    },
  ]),
  ...senderNotAllowedTranslated,
  ...senderNotAllowedGeneral,
];
