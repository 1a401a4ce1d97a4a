// With the full edition beside it this edition stays quiet, and with it gone it is there again.

import { expect, it } from "vitest";
import { afterSend } from "../../../src/app/send/after-send.js";
import { readCases } from "../../../src/app/case/case-file.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { noticeArrivedMails } from "../../../src/app/notice/returned-mail.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { failedSend, thunderbird } from "../profile.js";

it("opens no case and no page for a failed send", async () => {
  const fake = thunderbird();
  fake.siblingTakesOver = true;
  await noticeFailedSend(fake.ports, failedSend());
  await afterSend(fake.ports, 7, false);
  expect(await readCases(fake.session)).toEqual([]);
  expect(fake.pagesShown).toEqual([]);
});

it("gives up the case it had when the full edition came, without a page", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, "window-7");
  fake.siblingTakesOver = true;
  await afterSend(fake.ports, 7, false);
  expect(await readCases(fake.session)).toEqual([]);
  expect(fake.pagesShown).toEqual([]);
});

it("reads no mail that came back, and marks nothing", async () => {
  const fake = thunderbird();
  fake.siblingTakesOver = true;
  fake.ports.returnedMails.read = () => {
    throw new Error("a mail was read");
  };
  await noticeArrivedMails(fake.ports, [
    { messageId: 1, author: "Mailer-Daemon <mailer-daemon@other.test>", subject: "Undelivered Mail" },
  ]);
  expect(fake.badge).toBe(false);
});

it("says on its page who takes over, and checks no account", async () => {
  const fake = thunderbird();
  fake.siblingTakesOver = true;
  for (const place of [{ kind: "toolbar" }, { kind: "compose", windowId: 7 }] as const) {
    expect(await openPage(fake.ports, place)).toMatchObject({ cases: [], empty: "sibling" });
  }
  expect(await readCases(fake.session)).toEqual([]);
});

it("notices again once the full edition is gone", async () => {
  const fake = thunderbird();
  fake.siblingTakesOver = true;
  await noticeFailedSend(fake.ports, failedSend());
  fake.siblingTakesOver = false;
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, "window-7");
  await afterSend(fake.ports, 7, false);
  expect(await readCases(fake.session)).toHaveLength(1);
  expect(fake.pagesShown).toEqual([7]);
});
