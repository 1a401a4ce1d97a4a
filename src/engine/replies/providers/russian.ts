// Mail.ru, Yandex and Rambler.

import { sentences } from "../phrase.js";

export const russian = [
  ...sentences("auth-failed", [
    {
      said: "535 5.7.8 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external",
      by: "Mail.ru",
      pattern: /neobhodim parol/,
    },
    {
      said: "535 5.7.8 This user does not have access rights to this service",
      by: "Yandex",
      pattern:
        /access rights to this service|smtp (?:service |access )?is (?:not enabled|disabled) (?:for|in|on) (?:this|your|the) (?:user|account|mailbox)/,
    },
  ]),
  ...sentences("mailbox-unknown", [
    {
      said: "540 5.7.1 <user@example.com>: recipient address rejected: Inactive",
      by: "Rambler",
      pattern: /rejected: inactive|recipient (?:is )?temporarily unavailable/,
    },
  ]),
  ...sentences("sender-not-allowed", [
    { said: "550 not local sender over smtp", by: "Mail.ru", pattern: /not local sender/ },
  ]),
  ...sentences("policy", [
    {
      said: "550 message sending for this account is disabled",
      by: "Mail.ru; Amazon SES (Sending paused for this account)",
      pattern: /sending (?:is )?(?:paused )?(?:for|from) this account(?: is (?:disabled|blocked|paused))?/,
    },
  ]),
  ...sentences("spam", [
    {
      said: "554 5.7.1 Spam message rejected",
      by: "Rambler, several",
      pattern:
        /spam (?:message|mail|e-?mail|detected|content|url|score|rejected|classification|filter|sender|suspected|found|identified)/,
    },
  ]),
  ...sentences("tls-required", [
    {
      said: "550 SMTP is available only with SSL or TLS connection enabled",
      by: "Mail.ru",
      pattern: /only with (?:ssl|tls)|(?:ssl|tls) connection enabled/,
    },
  ]),
];
