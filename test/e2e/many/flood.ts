// Very many mails at once, as a morning after a holiday brings them, and a bounce of the user's own message behind them:
// put into the mailbox as a mail server does, all before the first is fetched.
import { chownSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { labDirectory } from "../world/lab-directory.js";

const bounce = `Return-Path: <>
Received: from mail by mail.example.test with local; Sat, 28 Nov 2026 09:00:00 +0000
From: Mail Delivery System <Mailer-Daemon@mail.example.test>
To: alice@example.test
Subject: Mail delivery failed: returning message to sender
Message-ID: <flood-bounce@mail.example.test>
Date: Sat, 28 Nov 2026 09:00:00 +0000
Auto-Submitted: auto-replied
X-Failed-Recipients: friend@onward.test
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=part

--part
Content-Type: text/plain

This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

  friend@onward.test
    host smtp.oldprovider.test [127.0.0.12]
    SMTP error from remote mail server after RCPT TO:<friend@onward.test>:
    550 relay not permitted

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

Action: failed
Final-Recipient: rfc822;friend@onward.test
Status: 5.0.0
Remote-MTA: dns; smtp.oldprovider.test
Diagnostic-Code: smtp; 550 relay not permitted

--part
Content-Type: message/rfc822

Return-Path: <alice@example.test>
Received: from [127.0.0.1] by mail.example.test with esmtpsa; Sat, 28 Nov 2026 08:59:00 +0000
From: Alice Example <alice@example.test>
To: friend@onward.test
Subject: lost in the flood
Message-ID: <lost@example.test>
Date: Sat, 28 Nov 2026 08:59:00 +0000

Hello

--part--
`;

function ordinary(number: number): string {
  return `Return-Path: <bob@other.test>
From: Bob <bob@other.test>
To: alice@example.test
Subject: News ${String(number)}
Message-ID: <news-${String(number)}-${String(Date.now())}@other.test>
Date: Sat, 28 Nov 2026 08:00:00 +0000

Nothing happened, as on the ${String(number)} days before.
`;
}

/** Into the mailbox of that user: so many ordinary mails, and the bounce last where it is wanted. */
export function flood(user: string, count: number, withBounce: boolean): void {
  const news = Array.from({ length: count }, (_, index) => ordinary(index + 1));
  putIntoMailbox(user, withBounce ? [...news, bounce] : news);
}

export function putIntoMailbox(user: string, mails: readonly string[]): void {
  const mailbox = join(labDirectory(), "dovecot", "mail", user);
  const { uid, gid } = owner();
  for (const folder of ["cur", "new", "tmp"]) mkdirSync(join(mailbox, folder), { recursive: true });
  for (const folder of [".", "cur", "new", "tmp"]) chownSync(join(mailbox, folder), uid, gid);
  const since = Date.now();
  for (const [index, text] of mails.entries()) {
    // Dovecot takes them in the order of their names, and away the moment they lie in "new".
    const name = `${String(since)}.M${String(index + 1).padStart(6, "0")}P1.lab`;
    const written = join(mailbox, "tmp", name);
    writeFileSync(written, text.replaceAll("\n", "\r\n"));
    chownSync(written, uid, gid);
    renameSync(written, join(mailbox, "new", name));
  }
}

/** Whoever owns the mailboxes that are there: Dovecot's user of this lab. */
function owner(): { readonly uid: number; readonly gid: number } {
  const mail = join(labDirectory(), "dovecot", "mail");
  const [first] = readdirSync(mail);
  return statSync(first === undefined ? mail : join(mail, first));
}
