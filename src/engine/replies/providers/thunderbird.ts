// Thunderbird's own sentences where no server reply is quoted (composeMsgs.properties, en-US).
// Other languages: `wrappers/dialog.ts`.

import { sentences } from "../phrase.js";

export const thunderbird = [
  ...sentences("port-or-connection-blocked", [
    {
      said: "The message could not be sent because connecting to Outgoing server (SMTP) mail.example.com failed. The server may be unavailable or is refusing SMTP connections.",
      by: "smtpSendRequestRefused",
      pattern: /because connecting to outgoing server/,
    },
    {
      said: "The message could not be sent because the connection to Outgoing server (SMTP) mail.example.com timed out.",
      by: "smtpSendTimeout",
      pattern: /connection to outgoing server \(smtp\) [^.]{0,20}\S{0,250} timed out/,
    },
    {
      said: "The message could not be sent because the connection to Outgoing server (SMTP) mail.example.com was lost in the middle of the transaction.",
      by: "smtpSendInterrupted",
      pattern: /was lost in the middle of the transaction/,
    },
    {
      said: "An error occurred while sending mail: Outgoing server (SMTP) mail.example.com is unknown. The server may be incorrectly configured.",
      by: "smtpSendFailedUnknownServer",
      pattern: /is unknown\. the server may be incorrectly/,
    },
  ]),
  ...sentences("auth-failed", [
    {
      said: "Unable to authenticate to Outgoing server (SMTP) mail.example.com. Please check the password",
      by: "smtpAuthFailure",
      pattern: /unable to authenticate to outgoing server/,
    },
    {
      said: "The Outgoing server (SMTP) mail.example.com does not support the selected authentication method.",
      by: "smtpAuthMechNotSupported",
      pattern: /does not support the selected authentication method/,
    },
    {
      said: "The Outgoing server (SMTP) mail.example.com does not seem to support encrypted passwords.",
      by: "smtpHintAuthEncryptToPlain",
      pattern: /does not seem to support encrypted passwords|does not allow plaintext passwords/,
    },
    {
      said: "The Kerberos/GSSAPI ticket was not accepted by the Outgoing server (SMTP) mail.example.com.",
      by: "smtpAuthGssapi",
      pattern: /gssapi ticket was not accepted/,
    },
  ]),
  ...sentences("tls-required", [
    // The other way about: security is STARTTLS and this server or port has none
    {
      said: "Unable to establish a secure link with Outgoing server (SMTP) mail.example.com using STARTTLS since it doesn't advertise that feature.",
      by: "startTlsFailed",
      pattern: /unable to establish a secure link/,
    },
  ]),
  ...sentences("size", [
    {
      said: "The size of the message you are trying to send exceeds the global size limit of the server.",
      by: "smtpPermSizeExceeded2",
      pattern: /exceeds the global size limit/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "The message was not sent due to exceeding the allowed number of recipients.",
      by: "smtpTooManyRecipients",
      pattern: /exceeding the allowed number of recipients/,
    },
  ]),
  ...sentences("mailbox-unknown", [
    {
      said: "There are non-ASCII characters in the local part of the recipient address user@example.com and your server does not support SMTPUTF8.",
      by: "errorIllegalLocalPart2",
      pattern: /does not support smtputf8/,
    },
  ]),
];
