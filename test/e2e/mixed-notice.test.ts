// One notice of delivery that tells of a recipient who has the message and of one who has not (RFC 3464 §2.3): a failure,
// told for each. The lab's own servers write one notice for each kind, so this one is put into the mailbox.
import { expect, test } from "vitest";
import { putIntoMailbox } from "./many/flood.js";
import { isWanted, onScene } from "./scene.js";
import { awaitMail, openMail, pressMessageButton, settleInbox, toolbarMark } from "./thunderbird/inbox.js";
import { waitForState } from "./thunderbird/page.js";

const notice = `Return-Path: <>
Received: from mail by mail.example.test with local; Sat, 28 Nov 2026 09:00:00 +0000
From: Mail Delivery System <Mailer-Daemon@mail.example.test>
To: alice@example.test
Subject: Delivery report for your message
Message-ID: <mixed@mail.example.test>
Date: Sat, 28 Nov 2026 09:00:00 +0000
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=part

--part
Content-Type: text/plain

Your message was delivered to friend@onward.test, and could not be delivered to nobody@elsewhere.test.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

Final-Recipient: rfc822;friend@onward.test
Action: delivered
Status: 2.0.0
Diagnostic-Code: smtp; 250 2.0.0 kept for friend

Final-Recipient: rfc822;nobody@elsewhere.test
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.elsewhere.test
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--part
Content-Type: message/rfc822

Return-Path: <alice@example.test>
Received: from [127.0.0.1] by mail.example.test with esmtpsa; Sat, 28 Nov 2026 08:59:00 +0000
From: Alice Example <alice@example.test>
To: friend@onward.test, nobody@elsewhere.test
Subject: for two
Message-ID: <for-two@example.test>
Date: Sat, 28 Nov 2026 08:59:00 +0000

Hello

--part--
`;

test.runIf(isWanted("mixed-notice"))(
  "a notice of one recipient who has the message and one who has not",
  { timeout: 60_000 },
  async () => {
    await onScene({ name: "mixed-notice", base: "bounce-arrives" }, async ({ thunderbird, photograph }) => {
      const user = "alice@example.test";
      await settleInbox(thunderbird, user);
      putIntoMailbox(user, [notice]);
      await awaitMail(thunderbird, user);
      await expect.poll(() => toolbarMark(thunderbird), { timeout: 8000 }).toBe("!");
      await openMail(thunderbird, user);
      await pressMessageButton(thunderbird);
      const { text, serverText, actions } = await waitForState(
        thunderbird,
        ["settings-fine", "problem", "need-input", "healthy"],
        15_000,
      );
      await photograph("told");
      for (const words of [
        "Your message was not delivered",
        "mx.elsewhere.test refused it",
        "nobody@elsewhere.test: not delivered",
        "friend@onward.test: delivered",
      ])
        expect(text).toContain(words);
      expect(text).not.toContain("friend@onward.test: not delivered");
      expect(serverText).toContain("User unknown");
      expect(serverText).not.toContain("kept for friend");
      for (const action of ["fix", "fix-and-send", "send-again"]) expect(actions).not.toContain(action);
    });
  },
);
