// Notices of delivery as servers write them: what happened to whom, in whose words, and who refused. The notices are
// made up after each program's own form.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noticeIn } from "../../../src/engine/dsn/notice-in-text.js";
import { linesOf } from "../../../src/engine/dsn/quoted-reply.js";
import type { Fate } from "../../../src/engine/dsn/notice.js";

function fatesIn(text: string): readonly Fate[] {
  return noticeIn(text).notice?.fates ?? [];
}

/** A report's parts, as RFC 6522 has them. */
function report(status: string, text = "See below.", type = "message/delivery-status"): string {
  return `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mail.example.test>
To: alice@example.test
Subject: Report
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

${text}

--b1
Content-Type: ${type}

Reporting-MTA: dns; mail.example.test

${status}
--b1
Content-Type: text/rfc822-headers

From: alice@example.test
Subject: 550 our secret plan

--b1--
`;
}

describe("what happened", () => {
  it.each([
    ["failed", "5.0.0", "failed"],
    ["delayed", "4.4.1", "delayed"],
    ["delivered", "2.0.0", "delivered"],
    ["delivered (to mailbox)", "2.1.5", "delivered"],
    ["relayed", "2.0.0", "relayed"],
    ["expanded", "2.0.0", "expanded"],
    ["Delayed", "5.0.0", "delayed"],
    // Given up for good, with the last temporary reply quoted.
    ["failed", "4.4.7", "failed"],
    ["", "2.6.0", "delivered"],
    ["", "5.1.1", "failed"],
  ])("Action %j with Status %s: %s", (action, status, event) => {
    const fields = `Final-Recipient: rfc822; carol@elsewhere.test
${action === "" ? "" : `Action: ${action}\n`}Status: ${status}
Diagnostic-Code: smtp; 451 4.7.1 try again later
`;
    expect(fatesIn(report(fields))).toMatchObject([{ event, recipient: "carol@elsewhere.test" }]);
  });

  it.each([
    ["Delayed Mail (still being retried)", "delayed"],
    [
      "A message that you sent has not yet been delivered to one or more of its recipients after more than 4 hours\nDelivery attempts will continue for some time.",
      "delayed",
    ],
    [
      "Delivery incomplete. There was a temporary problem delivering your message to carol@elsewhere.test. Gmail will retry for 46 more hours.",
      "delayed",
    ],
    ["Die Zustellung Ihrer Nachricht an carol@elsewhere.test ist verzögert.", "delayed"],
    ["Your message was successfully delivered to the destination(s)\nlisted below.", "delivered"],
    ["Your message was relayed to these recipients.\n\ncarol@elsewhere.test: ", "relayed"],
    [
      "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.",
      "failed",
    ],
    ["Votre message n'a pas pu être remis à carol@elsewhere.test.", "failed"],
    ["メールを carol@elsewhere.test に配信できませんでした。", "failed"],
    ["Your message could not be delivered for more than 5 days. Giving up.", "failed"],
    // A warning's words, or a success for somebody else, in what ends it.
    ["Your mail has been delayed. Delivery has failed now, and no further attempts will be made.", "failed"],
    [
      "It was successfully delivered to bob@example.test.\nDelivery to carol@elsewhere.test failed permanently.",
      "failed",
    ],
    ["Your message was successfully relayed and delivered to mailbox carol@elsewhere.test.", "delivered"],
    // No sentence begins so far behind.
    [`${"Some words.\n".repeat(1_000)}\nYour message could not be delivered.`, undefined],
  ])("by words alone: %j", (text, event) => {
    expect(fatesIn(text)[0]?.event).toBe(event);
  });

  it("failed, where only the server's words are told", () => {
    const fields = "Final-Recipient: rfc822; carol@elsewhere.test\nDiagnostic-Code: smtp; 451 no room now\n";
    expect(fatesIn(report(fields))).toMatchObject([{ event: "failed", recipient: "carol@elsewhere.test" }]);
  });

  it("at which step, where the line that says so is broken", () => {
    const text = `<carol@elsewhere.test>: host mx.elsewhere.test[192.0.2.1] said: 550 5.1.1
    <carol@elsewhere.test>: Recipient address rejected: User unknown (in reply
    to RCPT TO command)`;
    const fields = "Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\nStatus: 5.1.1\n";
    expect(fatesIn(report(fields, text))[0]?.stage).toBe("rcpt");
  });

  it("at which step, where a line of the dialogue says so", () => {
    const [, text] = dialects.find(([program]) => program === "Sendmail") ?? [];
    expect(fatesIn(text ?? "")[0]?.stage).toBe("rcpt");
  });

  it("to each of several recipients, the worst first", () => {
    const fields = `Final-Recipient: rfc822; bob@example.test
Action: delivered
Status: 2.0.0

Final-Recipient: rfc822; carol@elsewhere.test
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.elsewhere.test
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; dave@later.test
Action: delayed
Status: 4.4.1
Will-Retry-Until: Sun, 29 Nov 2026 13:22:51 +0000
`;
    expect(fatesIn(report(fields)).map(({ recipient, event }) => [recipient, event])).toEqual([
      ["carol@elsewhere.test", "failed"],
      ["dave@later.test", "delayed"],
      ["bob@example.test", "delivered"],
    ]);
    expect(fatesIn(report(fields))[1]?.retryUntil).toBe("Sun, 29 Nov 2026 13:22:51 +0000");
  });

  it.each([
    [
      "a receipt of reading",
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; carol@elsewhere.test\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--b--",
    ],
    ["an absent colleague", "\nI am away until Monday."],
  ])("nothing, to %s", (_, rest) => {
    expect(noticeIn(`From: Carol <carol@elsewhere.test>\nSubject: Re: Lunch\n${rest}`).notice).toBeNull();
  });
});

/** Who refused, and in which words; `null`: unnamed. */
const dialects: readonly (readonly [string, string, object, readonly string[]])[] = [
  [
    "Postfix",
    `This is the mail system at host mail.example.test.

<carol@elsewhere.test>: host mx.elsewhere.test[192.0.2.1] said: 550 5.7.1
    <carol@elsewhere.test>: Relay access denied (in reply to RCPT TO command)
`,
    { kind: "remote", name: "mx.elsewhere.test" },
    ["<carol@elsewhere.test>: Relay access denied"],
  ],
  [
    "Exim",
    `A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  carol@elsewhere.test
    host mx.elsewhere.test [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<carol@elsewhere.test>:
    550 relay not permitted
`,
    { kind: "remote", name: "mx.elsewhere.test" },
    ["relay not permitted"],
  ],
  [
    "qmail",
    `Hi. This is the qmail-send program at mail.example.test.
I'm afraid I wasn't able to deliver your message to the following addresses.

<carol@elsewhere.test>:
192.0.2.1 does not like recipient.
Remote host said: 553 sorry, that domain isn't in my list (#5.7.1)
Giving up on 192.0.2.1.
`,
    { kind: "remote", name: "192.0.2.1" },
    ["sorry, that domain isn't in my list (#5.7.1"],
  ],
  [
    "Sendmail",
    `   ----- The following addresses had permanent fatal errors -----
<carol@elsewhere.test>
    (reason: 550 5.7.1 Relaying denied)

   ----- Transcript of session follows -----
... while talking to mx.elsewhere.test.:
>>> RCPT To:<carol@elsewhere.test>
<<< 550 5.7.1 Relaying denied
`,
    { kind: "remote", name: "mx.elsewhere.test" },
    ["Relaying denied"],
  ],
  [
    "OpenSMTPD, which names nobody",
    `    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

carol@elsewhere.test: 550 5.7.1 <carol@elsewhere.test>: Relay access denied

    Below is a copy of the original message:

Received: from client.example.test
`,
    { kind: "remote", name: null },
    ["<carol@elsewhere.test>: Relay access denied"],
  ],
  [
    "chasquid",
    `Delivery of your message to the following recipient(s) failed permanently:

  - carol@elsewhere.test

Technical details:
- "carol@elsewhere.test" (EMAIL) failed permanently with error:
    mx.elsewhere.test.: MAIL/RCPT failed: 550 "5.7.26 Not authenticated.\\n5.7.26 Use SPF or DKIM."
`,
    { kind: "remote", name: "mx.elsewhere.test" },
    ["Not authenticated.", "Use SPF or DKIM."],
  ],
  [
    "chasquid 1.11, which names nobody",
    `Delivery of your message to the following recipient(s) failed permanently:

  - carol@elsewhere.test

Technical details:
- "carol@elsewhere.test" (EMAIL) failed permanently with error:
    MAIL+RCPT 550 relay not permitted
`,
    { kind: "remote", name: null },
    ["relay not permitted"],
  ],
  [
    "Courier",
    `                           UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<carol@elsewhere.test>:
    mx.elsewhere.test [192.0.2.1]:
>>> RCPT TO:<carol@elsewhere.test>
<<< 550 5.7.1 Relaying denied
`,
    { kind: "remote", name: "mx.elsewhere.test" },
    ["Relaying denied"],
  ],
  [
    "Gmail",
    `** Message blocked **

Your message to carol@elsewhere.test has been blocked. See technical details below for more information.

The response from the remote server was:
550 5.7.1 Relaying denied
`,
    { kind: "remote", name: null },
    ["Relaying denied"],
  ],
  [
    "Exchange, of its own accord",
    `Delivery has failed to these recipients or groups:

carol@elsewhere.test
The recipient's mailbox is full.

Diagnostic information for administrators:

Generating server: mail.example.test

carol@elsewhere.test
#550 5.2.2 STOREDRV.Deliver; mailbox full ##

Original message headers:

Received: from x.example.test
`,
    { kind: "reporter" },
    ["STOREDRV.Deliver; mailbox full"],
  ],
  [
    "Domino",
    `Your message

  Subject: Lunch

was not delivered to:

  carol@elsewhere.test

because:

  User Carol (carol@elsewhere.test) not listed in Domino Directory
`,
    { kind: "reporter" },
    [],
  ],
  [
    "Postfix, where the name is not found",
    `This is the mail system at host mail.example.test.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<carol@elsewhere.test>: Host or domain name not found. Name service error for
    name=elsewhere.test type=A: Host not found
`,
    { kind: "nobody" },
    [],
  ],
  [
    "Exim, where nothing answers",
    `A message that you sent could not be delivered to one or more of its recipients.

  carol@elsewhere.test
    host mx.elsewhere.test [192.0.2.1]
    Connection timed out: retry timeout exceeded
`,
    { kind: "nobody" },
    [],
  ],
];

describe("who refused, in its own words", () => {
  it.each(dialects)("%s", (_, text, refuser, lines) => {
    const [fate] = fatesIn(text);
    expect(fate?.recipient).toBe("carol@elsewhere.test");
    expect(fate?.refuser).toEqual(refuser);
    expect(fate?.reply ? linesOf(fate.reply) : []).toEqual(lines);
  });

  it.each([
    ["dns; mx.elsewhere.test", "mx.elsewhere.test"],
    ["mx.elsewhere.test", "mx.elsewhere.test"],
    ["dns; [192.0.2.1]", "192.0.2.1"],
    ["192.0.2.1", "192.0.2.1"],
    ["dns; mx.elsewhere.test [192.0.2.1]", "mx.elsewhere.test"],
    ["dns; MX.elsewhere.test (192.0.2.1, the server for the domain.)", "mx.elsewhere.test"],
    // Not this machine, though they begin like it.
    ["dns; 0.0.0.0.elsewhere.test", "0.0.0.0.elsewhere.test"],
    ["dns; localhosting.elsewhere.test", "localhosting.elsewhere.test"],
    ["dns; [IPv6:::12]", "::12"],
  ])("Remote-MTA: %s", (value, name) => {
    const fields = `Final-Recipient: rfc822; carol@elsewhere.test
Action: failed
Remote-MTA: ${value}
Diagnostic-Code: smtp; 550 no
`;
    expect(fatesIn(report(fields))[0]?.refuser).toEqual({ kind: "remote", name });
  });

  it.each([
    [
      "a filter on the reporting machine",
      "Remote-MTA: dns; 127.0.0.1\nDiagnostic-Code: smtp; 554 5.7.1 spam",
    ],
    ["the reporter under its own name", "Remote-MTA: dns; mail.example.test\nDiagnostic-Code: smtp; 550 no"],
    [
      "the reporting machine by a name of its own",
      "Remote-MTA: dns; localhost\nDiagnostic-Code: smtp; 550 no",
    ],
    ["the reporting machine over IPv6", "Remote-MTA: dns; [IPv6:::1]\nDiagnostic-Code: smtp; 550 no"],
    ["the reporting machine at any address", "Remote-MTA: dns; 0.0.0.0\nDiagnostic-Code: smtp; 550 no"],
    ["a program that delivers", "Diagnostic-Code: x-unix; procmail: no such user"],
    [
      "the reporter in words of its own kind",
      "Remote-MTA: dns; mx.elsewhere.test\nDiagnostic-Code: x-mail; gone",
    ],
  ])("is %s", (_, fields) => {
    const text = report(`Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\n${fields}\n`);
    expect(fatesIn(text)[0]?.refuser).toEqual({ kind: "reporter" });
  });
});

it.each([
  ["a reply without a code, also about TLS", "Diagnostic-Code: smtp; 5.7.0 Must issue STARTTLS first"],
  ["one that only a sentence tells of", "Status: 5.0.0"],
])("another server, unnamed, is who refused by %s", (_, fields) => {
  const text = report(
    `Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\n${fields}\n`,
    "It was refused. The recipient's server has said no.",
  );
  expect(fatesIn(text)[0]?.refuser).toEqual({ kind: "remote", name: null });
});

describe("who wrote it", () => {
  const letter = "<carol@elsewhere.test>:\n550 no such user here\n";
  it.each([
    ["Mail Delivery System <MAILER-DAEMON@Mail.example.test>", letter, "mail.example.test"],
    ["MailerDaemon@mail.example.test", letter, "mail.example.test"],
    ["Postmaster <postmaster@mail.example.test>", letter, "mail.example.test"],
    ["Bob <bob@other.test>", letter, null],
    [`${"x ".repeat(250)}<postmaster@mail.example.test>`, letter, null],
    // Its own words before its address.
    [
      "postmaster@gateway.test",
      `This is the mail system at host MX.example.test.\n\n${letter}`,
      "mx.example.test",
    ],
  ])("From: %s", (from, text, server) => {
    const { notice } = noticeIn(`From: ${from}\nSubject: failure notice\n\n${text}`);
    expect(notice?.reportingServer).toBe(server);
  });
});

it("reads the parts of RFC 6533, whose addresses are UTF-8", () => {
  const fields =
    "Original-Recipient: utf-8; Müller@elsewhere.test\nFinal-Recipient: utf-8; m@elsewhere.test\nAction: failed\nStatus: 5.0.0\n";
  const text = report(fields, "See below.", "message/global-delivery-status");
  expect(fatesIn(text)[0]?.recipient).toBe("müller@elsewhere.test");
});

it("reads a forwarded notice behind the marks of a quotation", () => {
  const [, postfix] = dialects[0] ?? [];
  const quoted = (postfix ?? "").replaceAll(/^/gm, "> ");
  expect(fatesIn(quoted)).toMatchObject([{ recipient: "carol@elsewhere.test", reply: { code: 550 } }]);
});

it("reads what a person has forwarded with a line above it", () => {
  const [, postfix] = dialects[0] ?? [];
  const mail = `From: Bob <bob@other.test>
Subject: Fwd: Undelivered Mail
Content-Type: text/plain

Look at this.

-------- Forwarded Message --------
Subject: Undelivered Mail

${(postfix ?? "").replaceAll(/^/gm, "> ")}`;
  expect(fatesIn(mail)).toMatchObject([{ recipient: "carol@elsewhere.test", reply: { code: 550 } }]);
});

it("takes a reply that stands apart from the address for all of them", () => {
  const [fate] = fatesIn(
    "Error: Invalid user address\n\nError message below:\n550 - Requested action not taken: no such user here\n\nMessage details:\n  RCPT TO: carol@elsewhere.test\n  Size (in bytes): 39",
  );
  expect(fate).toMatchObject({ recipient: "carol@elsewhere.test", reply: { code: 550 } });
});

describe("a reply", () => {
  const diagnosed = (code: string): Fate["reply"] =>
    fatesIn(
      report(
        `Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\nDiagnostic-Code: smtp; ${code}\n`,
      ),
    )[0]?.reply ?? null;

  it("is kept as far as 2000 letters and twelve lines", () => {
    expect(diagnosed(`550 ${"x".repeat(3_000)}`)?.text).toHaveLength(2_000);
    const reply = diagnosed(`${"550-ask us ".repeat(40)}550 soon`);
    expect(reply && linesOf(reply)).toEqual(Array.from({ length: 12 }, () => "ask us"));
  });

  it("has its enhanced code at its start; far behind it is another thing's number", () => {
    expect(diagnosed("550 no such user here (5.1.1)")?.enhancedCode).toBe("5.1.1");
    const far = `550 refused by the filter of ${"this and that ".repeat(5)} release 5.1.1`;
    expect(diagnosed(far)).toMatchObject({ code: 550, enhancedCode: null });
  });
});

it("keeps nothing of the message that came back", () => {
  const fields = "Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\nStatus: 5.0.0\n";
  expect(JSON.stringify(noticeIn(report(fields)).notice)).not.toMatch(/secret/);
});

it("any text is read without an exception, and the recipients stay few", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(fatesIn(text).length).toBeLessThanOrEqual(100);
    }),
  );
  const many = Array.from(
    { length: 500 },
    (_, n) => `Final-Recipient: rfc822; u${String(n)}@example.com\nAction: failed\n`,
  ).join("\n");
  expect(fatesIn(many).length).toBeLessThanOrEqual(101);
});

it("reads no more for a hundred recipients than for one, however much is said to people", () => {
  const people = Array.from({ length: 100 }, (_, n) => `u${String(n)}@b${String(n)}.example`).join("\n");
  const time = (size: number): number => {
    const text = `Your message could not be delivered to:\n\n${people}\n\n${"hours ".repeat(size / 6)}`;
    const started = performance.now();
    expect(fatesIn(text)).toHaveLength(100);
    return performance.now() - started;
  };
  time(600);
  // A million letters took a hundred times a fifth of a second.
  expect(time(1_000_000)).toBeLessThan(4_000);
});

it("finds the fields for machines also behind a long text", () => {
  const fields = "Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\nStatus: 5.1.1\n";
  expect(fatesIn(`${"Some words.\n".repeat(3_000)}\n${fields}`)).toMatchObject([
    { recipient: "carol@elsewhere.test", event: "failed" },
  ]);
});
