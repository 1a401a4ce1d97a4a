// Several hands at the same settings, and what comes in between: two windows that failed, Account Settings open beside
// the page, the add-on disabled, Thunderbird offline, two main windows. Each in a profile of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import {
  deleteAccountOf,
  disableAtWriteOf,
  enableAgain,
  setOffline,
  startLooking,
  stopLooking,
} from "./concurrency/interrupt.js";
import { fail, never, partsOf, subject, to, undoAll, untilGone } from "./concurrency/part.js";
import {
  closePages,
  isOpen,
  openMainWindow,
  openPageIn,
  pageOpensIn,
  pressSendIn,
} from "./concurrency/windows.js";
import { typeOutgoingServer } from "./thunderbird/account-settings.js";
import { comparable, openHistory, toldOnce, undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { openCompose, outcomeOfSend } from "./thunderbird/compose.js";
import { settledJournal } from "./thunderbird/journal.js";
import { clickAction, readPage, waitForState } from "./thunderbird/page.js";
import { effectiveSettings, snapshot } from "./thunderbird/settings.js";
import { commands, proofLogIns } from "./world/commands.js";
import { deliveries, settledDeliveries } from "./world/deliveries.js";

const wait = { timeout: 10_000 };

const part = partsOf("concurrency");

part("two windows, one cause: what one has mended, the other only sends", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, photograph } = scene;
  const second = "second";
  await fail(scene);
  await waitForState(thunderbird, ["problem"], 10_000);
  // As long as it takes to read: a page that another window takes away at once is opened again.
  await sleep(3000);
  await closePages(thunderbird);
  await openCompose(thunderbird, { identity: "id1", to, subject: second });
  await pressSendIn(thunderbird, second);
  await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
  await untilAction(thunderbird, "fix-and-send");
  await photograph("second");
  await clickAction(thunderbird, "fix-and-send");
  await expect.poll(() => isOpen(thunderbird, second), { timeout: 15_000 }).toBe(false);
  // Over the main window, and would close the page that is opened next.
  await expect.poll(async () => (await readPage(thunderbird))?.text, wait).toContain("Your message was sent");
  const mended = await snapshot(thunderbird);
  await openPageIn(thunderbird, subject);
  const page = await waitForState(thunderbird, ["fixed"], 10_000);
  await photograph("first");
  expect(page.actions).toEqual(expect.arrayContaining(["send-again", "undo"]));
  expect(page.actions).not.toContain("fix-and-send");
  await clickAction(thunderbird, "send-again");
  await untilGone(thunderbird);
  expect((await settledDeliveries(hosts, 2)).length).toBe(2);
  expect(await snapshot(thunderbird)).toEqual(mended);
  await undoAll(scene, 1);
});

part(
  "two windows refused at the same moment: each knows why, and one fix mends both",
  "sign-in-none",
  async (scene) => {
    const { thunderbird, hosts, photograph } = scene;
    const second = "second";
    for (const written of [subject, second])
      await openCompose(thunderbird, { identity: "id1", to, subject: written });
    for (const written of [subject, second]) await pressSendIn(thunderbird, written);
    // The second is refused while the first's alert is open, or right after: Thunderbird has one connection for both.
    for (const alert of [1, 2]) {
      const failed = await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
      await photograph(`after-alert-${String(alert)}`);
      expect(failed?.dialogs[0]?.text, `alert ${String(alert)}`).toContain("relay not permitted");
    }
    await sleep(3000);
    await photograph("after");
    for (const written of [subject, second]) {
      await openPageIn(thunderbird, written);
      const page = await waitForState(thunderbird, ["problem"], 10_000);
      expect(page.serverText).toContain("relay not permitted");
    }
    await clickAction(thunderbird, "fix-and-send");
    await expect.poll(() => isOpen(thunderbird, second), { timeout: 15_000 }).toBe(false);
    // Over the main window, and would close the page that is opened next.
    await expect
      .poll(async () => (await readPage(thunderbird))?.text, wait)
      .toContain("Your message was sent");
    await openPageIn(thunderbird, subject);
    await waitForState(thunderbird, ["fixed"], 10_000);
    await clickAction(thunderbird, "send-again");
    await untilGone(thunderbird);
    expect((await settledDeliveries(hosts, 2)).length).toBe(2);
    await undoAll(scene, 1);
  },
);

part("Account Settings beside the page win", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, photograph } = scene;
  await fail(scene);
  await waitForState(thunderbird, ["problem"], 10_000);
  await closePages(thunderbird);
  await typeOutgoingServer(thunderbird, "mail.example.test", { port: "2587" });
  const edited = await snapshot(thunderbird);
  expect(edited).not.toEqual(scene.before);
  await openPageIn(thunderbird, subject);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await expect
    .poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 })
    .toMatch(/changed.*port/is);
  await sleep(300);
  await photograph("changed-since");
  expect(await snapshot(thunderbird)).toEqual(edited);
  expect(proofLogIns(commands(hosts))).toEqual([]);
  expect(deliveries(hosts)).toEqual([]);
});

part(
  "the add-on is disabled in the middle of a fix, and enabled again",
  "wrong-host-password",
  async (scene) => {
    const { thunderbird, hosts, before, photograph } = scene;
    await fail(scene);
    await waitForState(thunderbird, ["problem"], 10_000);
    await untilAction(thunderbird, "fix-and-send");
    await disableAtWriteOf(thunderbird, "mail.smtpservers");
    await clickAction(thunderbird, "fix-and-send").catch(() => undefined);
    await enableAgain(thunderbird);
    const journal = await settledJournal(thunderbird);
    const now = await snapshot(thunderbird);
    const isOld = JSON.stringify(comparable(now)) === JSON.stringify(comparable(before));
    if (!isOld)
      expect(await effectiveSettings(thunderbird)).toMatchObject({
        id1: { host: "mail.example.test", port: 587, security: "starttls", signIn: "password" },
      });
    for (const login of before.logins) expect(now.logins, "a saved log-in is lost").toContainEqual(login);
    expect(journal.map(({ state }) => state)).toEqual([isOld ? "undone" : "kept"]);
    await toldOnce(thunderbird, journal);
    await photograph("told");
    expect(
      (await isOpen(thunderbird, subject)) || deliveries(hosts).length === 1,
      "the message is lost",
    ).toBe(true);
    if (!isOld) await undoIsExact(thunderbird, before);
  },
);

part(
  "the account is deleted between the failure and the click",
  "second-account-without-sign-in",
  async (scene) => {
    const { thunderbird, hosts, photograph } = scene;
    await fail(scene);
    await waitForState(thunderbird, ["problem"], 10_000);
    await untilAction(thunderbird, "fix-and-send");
    await deleteAccountOf(thunderbird, "id1");
    const left = await snapshot(thunderbird);
    await clickAction(thunderbird, "fix-and-send");
    await expect
      .poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 })
      .toContain("Nothing was changed: the account or its outgoing server is not there any more.");
    await sleep(300);
    await photograph("account-gone");
    expect(await snapshot(thunderbird)).toEqual(left);
    expect(proofLogIns(commands(hosts))).toEqual([]);
    expect(deliveries(hosts)).toEqual([]);
    expect(await isOpen(thunderbird, subject), "the message is lost").toBe(true);
  },
);

part("Thunderbird goes offline between the failure and the click", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, before, photograph } = scene;
  await fail(scene);
  await waitForState(thunderbird, ["problem"], 10_000);
  await setOffline(thunderbird, true);
  await openPageIn(thunderbird, subject);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await expect.poll(async () => (await readPage(thunderbird))?.text, { timeout: 15_000 }).toMatch(/offline/i);
  await sleep(300);
  await photograph("offline");
  expect(await snapshot(thunderbird)).toEqual(before);
  expect(await isOpen(thunderbird, subject)).toBe(true);
  await setOffline(thunderbird, false);
  await openPageIn(thunderbird, subject);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await untilGone(thunderbird);
  expect((await settledDeliveries(hosts, 1)).map((arrived) => arrived.subject)).toEqual([subject]);
  await undoAll(scene, 1);
});

part("two main windows have a button each, and one truth", "sign-in-none", async (scene) => {
  const { thunderbird, photograph } = scene;
  await openMainWindow(thunderbird);
  for (const nth of [0, 1]) {
    await closePages(thunderbird);
    expect(await pageOpensIn(thunderbird, nth)).toBe(nth);
    const { changes } = await waitForState(thunderbird, ["problem"], 15_000);
    expect(Object.keys(changes)).toEqual(["sign-in"]);
    await sleep(300);
    await photograph(`window-${String(nth)}`);
  }
  await clickAction(thunderbird, "fix");
  await waitForState(thunderbird, ["fixed"], 15_000);
  await closePages(thunderbird);
  expect(await pageOpensIn(thunderbird, 0)).toBe(0);
  await waitForState(thunderbird, ["fixed", "healthy"], 10_000);
  await photograph("after-the-fix");
  await undoAll(scene, 1);
});

part(
  "servers are asked, eight at once, while messages go out: nothing stands still",
  "healthy",
  async (scene) => {
    const { thunderbird, hosts } = scene;
    await openHistory(thunderbird);
    await startLooking(thunderbird, { hostname: "mail.example.test", port: 587 }, 8);
    for (let message = 1; message <= 5; message++) {
      await openCompose(thunderbird, { identity: "id1", to, subject });
      await pressSendIn(thunderbird, subject);
      await untilGone(thunderbird);
    }
    const answers = await stopLooking(thunderbird);
    expect(answers.length, "servers asked").toBeGreaterThan(100);
    expect(new Set(answers)).toEqual(new Set(["answers"]));
    expect(await settledDeliveries(hosts, 5)).toHaveLength(5);
  },
);
