// What waits is told until it is read, and first: a failed message of an open compose window.

import { expect, it } from "vitest";
import { readCases } from "../../../src/app/case/case-file.js";
import { advance } from "../../../src/app/case/advance.js";
import { afterSend, windowClosed } from "../../../src/app/send/after-send.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { failedSend, thunderbird } from "../profile.js";

const inWindow = { kind: "compose", windowId: 7 } as const;

it("a failure is marked on its window's button until its page is opened", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await afterSend(fake.ports, 7, false);
  expect([fake.signs.get(7), fake.pagesShown]).toEqual([true, [7]]);
  await openPage(fake.ports, inWindow);
  expect(fake.signs.get(7)).toBe(false);
});

it("Not now keeps server words and sending again; the toolbar tells of it before the accounts", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await openPage(fake.ports, { kind: "toolbar" });
  await advance(fake.ports, "window-7", { kind: "dismissed" });
  for (const place of [inWindow, { kind: "toolbar" }] as const) {
    const { cases } = await openPage(fake.ports, place);
    expect(cases.map(({ caseId, canSend, refusal }) => [caseId, canSend, refusal?.code])).toEqual([
      ["window-7", true, 550],
    ]);
  }
});

it("is forgotten with its window", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await windowClosed(fake.ports, 7);
  expect(await readCases(fake.ports.session)).toEqual([]);
});
