// Outlook.com, Exchange Online and Exchange: replies carry a long 5.7.x code and "[…prod.outlook.com]".

import { sentences } from "../phrase.js";

export const microsoft = [
  ...sentences("auth-failed", [
    {
      said: "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
      by: "Exchange Online, at AUTH",
      pattern: /smtpclientauthentication is disabled|smtp_auth_disabled/,
      holdsInBounce: true,
    },
    {
      said: "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
      by: "Outlook.com, at AUTH",
      pattern: /basic auth\w{0,12} is disabled/,
      // No password at all: OAuth2 is what is left.
      matter: "sign-in-not-taken",
      holdsInBounce: true,
    },
    {
      said: "550 5.7.30 Basic authentication is not supported for Client Submission.",
      by: "Exchange Online, where passwords are off",
      pattern: /basic auth\w{0,12} is not supported/,
      matter: "sign-in-not-taken",
      holdsInBounce: true,
    },
    {
      said: "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.",
      by: "Outlook.com, at AUTH",
      pattern: /user credentials were incorrect|authentication unsuccessful/,
    },
  ]),
  ...sentences("auth-required", [
    {
      said: "530 5.7.57 Client not authenticated to send mail.",
      by: "Exchange Online, at MAIL",
      pattern: /client (?:was )?not authenticated to send|anonymous clients? do(?:es)? not have permission/,
    },
  ]),
  ...sentences({ means: "sender-not-allowed", holdsInBounce: true }, [
    {
      said: "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
      by: "Exchange",
      pattern: /(?<!anonymous )client does not have permissions to send (?:as|on behalf)/,
    },
    {
      said: "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied",
      by: "Exchange",
      pattern: /sendasdenied/,
    },
  ]),
  ...sentences("relay-denied", [
    {
      said: "550 5.7.64 TenantAttribution; Relay Access Denied",
      by: "Exchange Online",
      pattern: /tenantattribution; relay/,
    },
  ]),
  ...sentences("tls-required", [
    {
      said: "451 5.7.3 STARTTLS is required to send mail",
      by: "Exchange Online",
      pattern: /starttls is required to send/,
    },
  ]),
  ...sentences("policy", [
    {
      said: "550 5.3.4 Requested action not taken; To continue sending messages, please sign in to your account.",
      by: "Outlook.com: the account waits for a verification in the browser",
      pattern: /to continue sending messages/,
    },
    {
      said: "550 5.1.8 Access denied, bad outbound sender",
      by: "Exchange Online",
      pattern: /bad outbound sender/,
    },
    {
      said: "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP",
      by: "Exchange Online",
      pattern:
        /traffic not accepted from this ip|tenant has exceeded threshold|blocked from sending from unregistered/,
    },
    {
      said: "550 5.7.1 Sender not authenticated for group",
      by: "Exchange Online",
      pattern:
        /resolver\.rst\.(?:authrequired|sendernotauth)|sender not authenticated for group|sending to this group/,
    },
  ]),
  ...sentences("size", [
    {
      said: "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient",
      by: "Exchange",
      pattern: /recipsizelimit|sendsizelimit/,
    },
  ]),
  ...sentences("mailbox-unknown", [
    {
      said: "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
      by: "Exchange",
      pattern: /recipientnotfound|recipnotfound|adr\.exrecipnotfound/,
    },
    {
      said: "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)",
      by: "Exchange Online",
      pattern:
        /recipient address(?:es)? rejected ?: access denied\.? (?:as\(|\[[\w.-]{1,90}\.(?:com|net|org)\b)/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "451 4.7.651 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.",
      by: "Outlook.com MX",
      pattern: /temporarily rate limited/,
    },
    {
      said: "554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour.",
      by: "Outlook.com MX",
      pattern:
        /recipient has exceeded their limit for the number(?![^.]{0,60} from)|per hour message receive limit exceeded|recipient thread limit exceeded/,
      matter: "recipient-limit",
    },
    {
      // Of all that one sender writes to this recipient: it is the sender who writes less.
      said: "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded",
      by: "Exchange Online, by Microsoft's list of its codes",
      pattern: /message receive limit from \w{1,12} sender exceeded/,
    },
    {
      said: "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      by: "Exchange Online",
      pattern: /reached your daily limit|recipientratelimitexceeded|submission quota/,
    },
  ]),
];
