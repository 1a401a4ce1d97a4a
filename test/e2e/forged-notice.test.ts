// A stranger's mail that has every name of a returned one (attack, "whose words"): it marks no button, offers no change, is
// told as its own word, and its number and link are not shown before they are asked for.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { putIntoMailbox } from "./many/flood.js";
import { isWanted, onScene } from "./scene.js";
import { awaitMail, openMail, pressMessageButton, settleInbox, toolbarMark } from "./thunderbird/inbox.js";
import { waitForState } from "./thunderbird/page.js";
import { snapshot } from "./thunderbird/settings.js";

const notice = `Return-Path: <>
Received: from stranger.test ([203.0.113.66]) by mail.example.test with esmtp; Sat, 28 Nov 2026 09:00:00 +0000
From: Mail Delivery System <Mailer-Daemon@mail.example.test>
To: alice@example.test
Subject: Mail delivery failed: returning message to sender
Message-ID: <forged@mail.example.test>
Date: Sat, 28 Nov 2026 09:00:00 +0000
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=part

--part
Content-Type: text/plain

Your message could not be delivered. Call our support.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

Final-Recipient: rfc822;friend@elsewhere.test
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 550 relay not permitted, call +49 30 901820 or see https://help.stranger.test/

--part
Content-Type: message/rfc822

From: Alice Example <alice@example.test>
To: friend@elsewhere.test
Subject: never sent
Message-ID: <never-sent@example.test>
Date: Sat, 28 Nov 2026 08:59:00 +0000

Hello

--part--
`;

test.runIf(isWanted("forged-notice"))(
  "a forged notice of a message that was never sent is told as its own word, and offers nothing",
  { timeout: 60_000 },
  async () => {
    await onScene({ name: "forged-notice", base: "bounce-arrives" }, async ({ thunderbird, photograph }) => {
      const user = "alice@example.test";
      await settleInbox(thunderbird, user);
      const before = await snapshot(thunderbird);
      putIntoMailbox(user, [notice]);
      await awaitMail(thunderbird, user);
      await sleep(2000);
      expect(await toolbarMark(thunderbird)).toBe("");
      await openMail(thunderbird, user);
      await pressMessageButton(thunderbird);
      const { text, actions } = await waitForState(
        thunderbird,
        ["settings-fine", "problem", "need-input", "healthy"],
        15_000,
      );
      await photograph("told");
      expect(text).toMatch(/anybody can write such a mail/i);
      expect(text).not.toMatch(/mail\.example\.test refused/);
      for (const action of ["fix", "fix-and-send", "send-again"]) expect(actions).not.toContain(action);
      expect(await snapshot(thunderbird)).toEqual(before);
    });
  },
);
