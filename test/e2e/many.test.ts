// What is easy with one account and two mails, with sixty and five hundred: the toolbar's check, and a bounce behind a
// flood of ordinary mail. Parts by name: `cases many-sixty`, `cases many-flood`.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { withAccounts } from "./many/accounts.js";
import { leaveArrivingMailAlone, wakesByArrival } from "./many/arrivals.js";
import { connectionsTo } from "./many/connections.js";
import { closePages } from "./concurrency/windows.js";
import { flood } from "./many/flood.js";
import { listed } from "./many/listed.js";
import { isWanted, onScene } from "./scene.js";
import { awaitMail, settleInbox, toolbarMark } from "./thunderbird/inbox.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";

const patience = 120_000;

test.skipIf(!isWanted("many-sixty-accounts"))(
  "many: sixty accounts at two hosts, one with a silent server",
  { timeout: patience },
  async () => {
    const edit = (file: Parameters<typeof withAccounts>[0]) => withAccounts(file, 60, 2);
    await onScene({ name: "many-sixty-accounts", base: "healthy", edit }, async (scene) => {
      const { thunderbird, hosts, photograph } = scene;
      await pressToolbarButton(thunderbird);
      await waitForState(thunderbird, ["problem", "need-input", "failed", "healthy"], 30_000);
      await photograph("folded");
      expect((await listed(thunderbird))?.cases).toHaveLength(12);
      await clickAction(thunderbird, "show-all");
      const { cases = [] } = (await listed(thunderbird)) ?? {};
      await photograph("all");
      expect(cases).toHaveLength(60);
      const notHealthy = cases.filter(([, state]) => state !== "healthy");
      expect(notHealthy.map(([name]) => name)).toEqual(["user2@example.test"]);
      expect(cases[0], "the worst first").toEqual(notHealthy[0]);
      const { made, atOnce } = connectionsTo(hosts);
      expect(Object.keys(made).length, JSON.stringify(made)).toBeGreaterThanOrEqual(4);
      for (const [endpoint, count] of Object.entries(made))
        expect(count, `connections to ${endpoint}`).toBeLessThanOrEqual(8);
      for (const [host, count] of Object.entries(atOnce))
        expect(count, `connections at once to ${host}`).toBeLessThanOrEqual(2);
    });
  },
);

for (const { edition, wakes } of [
  { edition: "full", wakes: 0 },
  // Nothing built in tells a bounce from ordinary mail beforehand.
  { edition: "store", wakes: 1 },
] as const)
  test.skipIf(!isWanted(`many-flood-${edition}`))(
    `many: a bounce behind five hundred other mails is noticed, ${edition} edition`,
    { timeout: patience },
    async () => {
      const stage = { name: `many-flood-${edition}`, base: "bounce-arrives", editions: [edition] as const };
      await onScene(stage, async ({ thunderbird, photograph }) => {
        const user = "alice@example.test";
        await settleInbox(thunderbird, user);
        flood(user, 500, true);
        await awaitMail(thunderbird, user);
        for (let tries = 0; (await toolbarMark(thunderbird)) === ""; tries++) {
          if (tries > 200) throw new Error("the toolbar button was not marked");
          await sleep(100);
        }
        await pressToolbarButton(thunderbird);
        const { text, serverText } = await waitForState(
          thunderbird,
          ["settings-fine", "need-input", "problem"],
          15_000,
        );
        await photograph("told");
        expect(text.toLowerCase()).toContain("your message was not delivered");
        expect(serverText).toContain("relay not permitted");
        await closePages(thunderbird);
        expect(await wakesByArrival(thunderbird, user, 501), "wakes by ordinary mail").toBe(wakes);
        if (wakes > 0) {
          await leaveArrivingMailAlone(thunderbird);
          expect(await wakesByArrival(thunderbird, user, 502), "with the option").toBe(0);
        }
      });
    },
  );
