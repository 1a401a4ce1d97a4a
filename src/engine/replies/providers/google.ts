// Gmail and Google Workspace: replies end in "- gsmtp" and link to support.google.com with the cause in "p=".

import { sentences } from "../phrase.js";

export const google = [
  ...sentences("auth-required", [
    {
      said: "530-5.7.0 Authentication Required. For more information, go to https://support.google.com/mail/?p=WantAuthError",
      by: "Gmail, at MAIL",
      pattern: /p=wantautherror|authentication required\. (?:learn more|for more)/,
    },
    {
      said: "530 5.5.1  https://support.google.com/mail/answer/14257 - gsmtp",
      by: "Gmail until 2016",
      pattern: /answer\/14257/,
    },
  ]),
  ...sentences("auth-failed", [
    {
      said: "535-5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials",
      by: "Gmail, at AUTH",
      pattern: /username and password not accepted|p=badcredentials/,
    },
    {
      said: "534-5.7.9 Application-specific password required. https://support.google.com/mail/?p=InvalidSecondFactor",
      by: "Gmail, at AUTH",
      pattern: /application-specific password required|p=invalidsecondfactor/,
    },
    {
      said: "534-5.7.14 Please log in via your web browser and then try again.",
      by: "Gmail, at AUTH",
      pattern: /log in (?:via|with|through) your web browser|p=(?:webloginrequired|lockedout)/,
    },
    {
      said: "535-5.7.139 Unspecified Error (SENT_SECOND_EHLO): Smtp server does not advertise AUTH capability p=CustomFromDenied",
      by: "Gmail send mail as",
      pattern: /p=customfromdenied/,
      holdsInBounce: true,
    },
  ]),
  ...sentences("relay-denied", [
    {
      said: "550-5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've registered in your Workspace SMTP Relay service doesn't match",
      by: "smtp-relay.gmail.com",
      pattern: /invalid credentials for relay|p=invalidrelay|mail relay denied/,
    },
  ]),
  ...sentences("policy", [
    {
      said: "550-5.7.1 The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
      by: "Gmail MX",
      pattern: /send e-?mail directly to our/,
    },
    {
      said: "421 4.7.0 IP not in whitelist for RCPT domain, closing connection",
      by: "Gmail MX",
      pattern: /ip not in whitelist/,
    },
  ]),
  ...sentences("spam", [
    {
      said: "550-5.7.1 Our system has detected that this message is likely unsolicited mail.",
      by: "Gmail MX",
      pattern: /p=unsolicitedmessageerror|likely unsolicited mail/,
    },
    {
      said: "421-4.7.0 Our system has detected that this message is suspicious due to the very low reputation of the sending domain",
      by: "Gmail MX",
      pattern: /detected that this message is (?:likely )?suspicious/,
    },
  ]),
  ...sentences("spf-dkim-dmarc", [
    {
      said: "550-5.7.26 This mail is unauthenticated, which poses a security risk to the sender and Gmail users",
      by: "Gmail MX",
      pattern: /mail is unauthenticated|no dmarc alignment|p=unauthenticated/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address.",
      by: "Gmail MX",
      pattern: /unusual rate of/,
    },
    {
      said: "550 5.4.5 Daily user sending limit exceeded.",
      by: "Gmail",
      pattern: /daily (?:user sending|smtp relay|smtp relay sending|sending) (?:limit|quota)/,
    },
    {
      said: "454 4.7.0 Too many login attempts, please try again later.",
      by: "Gmail, at AUTH",
      pattern: /too many login attempts/,
    },
  ]),
  ...sentences("other", [
    {
      said: "454 4.7.0 Cannot authenticate due to a temporary system problem.",
      by: "Gmail, at AUTH",
      pattern: /cannot authenticate due to (?:a )?temporary/,
    },
    {
      said: "503 5.7.0 No identity changes permitted.",
      by: "Gmail, second AUTH",
      pattern: /no identity changes/,
    },
    {
      said: "421 4.7.0 TLS required for RCPT domain, closing connection.",
      by: "Gmail",
      pattern: /tls required for rcpt/,
    },
  ]),
];
