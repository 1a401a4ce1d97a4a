// No conversation came about: wrong port, a block on the way, or nobody answering (guide cause 5).
// Only for the user's own connection; a server that cannot reach another server is `other.ts`.

import { sentences } from "../phrase.js";

export const portOrConnectionBlocked = sentences("port-or-connection-blocked", [
  {
    said: "SMTP ERROR: Failed to connect to server: Connection refused (111)",
    by: "PHPMailer",
    pattern: /(?:fail(?:ed|ure)|unable|could ?n[o']t|can(?:not|'t)) (?:to )?(?:connect|establish)/,
  },
  {
    said: "connection to smtp.example.com timed out",
    by: "clients",
    pattern: /connection.{0,60}(?:timed[ -]?out|time-?out)|timed out[^.]{0,24} connect/,
  },
  {
    said: "Connection refused",
    by: "clients",
    pattern:
      /connection (?:was |has been |is )?(?:refused|rejected|denied)|connection from \S{1,64} (?:was |is )?(?:refused|rejected|denied)/,
    inReply: "blocklist",
  },
  {
    said: "connection reset by peer",
    by: "clients",
    pattern:
      /connection (?:was )?(?:reset|aborted|closed unexpectedly|lost)|econnrefused|etimedout|econnreset|no route to host|network is unreachable|esocket/,
  },
  {
    said: "Port 25 is blocked by your provider",
    by: "providers",
    pattern:
      /port 25[^.]{0,40}(?:block|closed|not for|not allowed|not available|disabled|filtered)|block(?:ed|s|ing)[^.]{0,20} port 25/,
  },
  {
    said: "550 Please use port 587 to send mail",
    by: "providers",
    pattern: /use (?:the )?(?:submission )?port (?:587|465)|(?:587|465) (?:instead|for submission)/,
  },
  {
    said: "SSL routines: wrong version number",
    by: "OpenSSL: TLS spoken to a plain port",
    pattern: /wrong version number|ssl3_get_record|packet length too long/,
  },
  {
    said: "java.net.UnknownHostException: smtp.example.com",
    by: "Java, Go, .NET, Node and Python clients",
    pattern:
      /unknownhostexception|mailconnectexception|enotfound|actively refused|dial tcp [^;]{0,80}(?:timeout|refused|no such host)|smtpserverdisconnected|opentimeout|execution expired|connection unexpectedly closed|smtp connect\(\) failed|(?:socket|connect) error/,
  },
  {
    said: "Cannot connect to SMTP server 192.0.2.1 (192.0.2.1:587), connect error 10060",
    by: "a mail shield on the user's own machine",
    pattern: /connect error|\b100(?:60|61|54|53)\b/,
  },
  {
    said: "Greeting never received",
    by: "Nodemailer",
    pattern:
      /greeting never received|connected party did not properly respond|name or service not known|getaddrinfo|connection closed by (?:remote|foreign|the server)/,
  },
  {
    said: "Connection to the outgoing server failed.",
    by: "clients",
    pattern: /connection (?:to|with) [^.]{0,40}server[^.]{0,40} (?:failed|refused|could not)/,
  },
]);
