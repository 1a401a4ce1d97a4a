// The parties of a bounce, from the machine's fields and from the plain texts of Postfix, Exim, qmail and Sendmail.

import fc from "fast-check";
import { expect, it } from "vitest";
import { bounceParties } from "../../../src/engine/replies/bounce.js";

const bounces = {
  "RFC 3464 fields": [
    `Reporting-MTA: dns; mail.provider.example\r
\r
Final-Recipient: rfc822; User@example.com\r
Action: failed\r
Status: 5.7.1\r
Remote-MTA: dns; MX.example.com\r
Diagnostic-Code: smtp; 554 5.7.1 <user@example.com>:\r
    Relay access denied\r
`,
    {
      reportingServer: "mail.provider.example",
      refusingServer: "mx.example.com",
      recipients: ["user@example.com"],
      reply: "554 5.7.1 <user@example.com>: Relay access denied",
    },
  ],
  Exim: [
    `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  user@example.com
    host mx.example.com [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<user@example.com>:
    550 relay not permitted
`,
    {
      reportingServer: null,
      refusingServer: "mx.example.com",
      recipients: ["user@example.com"],
      reply: "550 relay not permitted",
    },
  ],
  Postfix: [
    `This is the mail system at host mail.provider.example.

<user@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)
`,
    {
      reportingServer: "mail.provider.example",
      refusingServer: "mx.example.com",
      recipients: ["user@example.com"],
      reply: "550 5.1.1 User unknown (in reply to RCPT TO command)",
    },
  ],
  qmail: [
    `Hi. This is the qmail-send program at mail.provider.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<user@example.com>:
192.0.2.1 does not like recipient.
Remote host said: 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)
Giving up on 192.0.2.1.
`,
    {
      reportingServer: "mail.provider.example",
      refusingServer: "192.0.2.1",
      recipients: ["user@example.com"],
      reply: "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    },
  ],
} as const;

it.each(Object.entries(bounces))("%s", (_, [text, parties]) => {
  expect(bounceParties(text)).toEqual(parties);
});

it("a text that is no bounce names nobody", () => {
  const nobody = { reportingServer: null, refusingServer: null, recipients: [], reply: null };
  expect(bounceParties("550 relay not permitted")).toEqual(nobody);
});

it("any text is read without an exception, and the recipients stay few", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(bounceParties(text).recipients.length).toBeLessThanOrEqual(20);
    }),
  );
  const many = Array.from(
    { length: 500 },
    (_, n) => `Final-Recipient: rfc822; u${String(n)}@example.com`,
  ).join("\n");
  expect(bounceParties(many).recipients).toHaveLength(20);
});
