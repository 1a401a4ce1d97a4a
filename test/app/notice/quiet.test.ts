// Quiet: no page opens by itself, and the button says that there is something to read.

import { expect, it } from "vitest";
import { investigated } from "../../../src/app/find/investigate.js";
import { writeOptions } from "../../../src/app/find/options.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { afterSend } from "../../../src/app/send/after-send.js";
import { fix } from "../../../src/app/send/fix.js";
import { failedSend, thunderbird } from "../profile.js";

const compose = { kind: "compose", windowId: 7 } as const;
const refused = async (fake: ReturnType<typeof thunderbird>, windowId: number | null): Promise<void> => {
  await noticeFailedSend(fake.ports, { ...failedSend(), windowId, inOutbox: windowId === null });
  if (windowId !== null) {
    await afterSend(fake.ports, windowId, false);
  }
};

it.each(["the user", "a policy"])(
  "asked for by %s: a mark on the button of the window, no page",
  async (who) => {
    const fake = thunderbird();
    if (who === "a policy") {
      fake.managed = { quiet: true };
    } else {
      await writeOptions(fake.ports, { quiet: true });
    }
    await refused(fake, 7);
    // The button of the window may have been taken away: the main window's says so, too.
    expect([fake.pagesShown, fake.signs.get(7), fake.badge]).toEqual([[], true, true]);
    expect((await openPage(fake.ports, compose)).state).toBe("problem");
    expect(fake.signs.get(7)).toBe(false);
  },
);

it("of a message that has no window, the toolbar's button says so, and its page tells it", async () => {
  const fake = thunderbird();
  fake.managed = { quiet: true };
  await refused(fake, null);
  expect([fake.pagesShown, fake.badge]).toEqual([[], true]);
  expect((await openPage(fake.ports, { kind: "toolbar" })).state).toBe("problem");
  expect(fake.badge).toBe(false);
});

it("a policy can as well say that pages do open", async () => {
  const fake = thunderbird();
  await writeOptions(fake.ports, { quiet: true });
  fake.managed = { quiet: false };
  await refused(fake, 7);
  expect(fake.pagesShown).toEqual([7]);
});

it.each([
  ["no mark stays, where nothing else is to be told", false],
  ["the mark stays for another message that was refused", true],
])("of a message that was mended and sent %s", async (_, isAnother) => {
  const fake = thunderbird();
  await writeOptions(fake.ports, { quiet: true });
  await refused(fake, 7);
  await investigated(fake.ports, "window-7");
  await openPage(fake.ports, compose);
  if (isAnother) {
    await noticeFailedSend(fake.ports, { ...failedSend(), windowId: null, inOutbox: true });
  }
  await fix(fake.ports, "window-7", "send", null);
  await afterSend(fake.ports, 7, true);
  expect([fake.pagesShown, fake.badge]).toEqual([[], isAnother]);
  const { cases } = await openPage(fake.ports, { kind: "toolbar" });
  expect(cases.map(({ state }) => state)).toContain("sent");
});
