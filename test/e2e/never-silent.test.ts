// Each of our buttons taken out of its toolbar in turn, as *Customize* does: a failed send is told all the same, in a small
// window of our own, and mended from there. Put off by *Not now*, it is told again.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { openCompose, outcomeOfSend, pressSend, sendFromOutbox } from "./thunderbird/compose.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { closePage, openComposePage } from "./thunderbird/told.js";
import { composeButton, pressToolbarButton, takeButtonAway } from "./thunderbird/toolbar.js";

test.skipIf(!isWanted("never-silent")).each([
  { name: "compose", base: "port-25-sign-in-none", window: "msgcompose", send: pressSend },
  { name: "main", base: "outbox", window: "mail:3pane", send: sendFromOutbox },
] as const)(
  "never silent: without the button of the $name window the page has its own",
  async ({ name, base, window, send }) => {
    await onScene({ name: `never-silent-${name}`, base }, async (scene) => {
      const { file, thunderbird, photograph } = scene;
      await openCompose(thunderbird, { identity: "id1", subject: "Lab: never silent", to: "", ...file.send });
      await takeButtonAway(thunderbird, window);
      await send(thunderbird);
      const look = async (): Promise<void> => {
        await photograph("alert");
      };
      const failed = await outcomeOfSend(thunderbird, "alert", () => Promise.resolve(false), look);
      const told = await waitForState(thunderbird, ["problem"], 20_000);
      // Not judged: a busy machine is slow.
      console.log(`${name}: alert closed to page ${String(told.readAt - (failed?.closedAt ?? 0))} ms`);
      await sleep(600);
      await photograph("problem");
      await clickAction(thunderbird, "fix-and-send");
      const page = await waitForState(thunderbird, ["sent"], 20_000);
      await sleep(400);
      await photograph("sent");
      expect(page.actions).toContain("undo");
    });
  },
);

test.skipIf(!isWanted("never-silent"))("never silent: Not now means later", async () => {
  await onScene({ name: "not-now", base: "port-25-sign-in-none" }, async (scene) => {
    const { file, thunderbird, photograph } = scene;
    const message = { identity: "id1", subject: "Lab: not now", to: "", ...file.send };
    await openCompose(thunderbird, message);
    // Nothing has failed there.
    expect(await composeButton(thunderbird)).toEqual({ label: "Check sending", tooltip: "Check sending" });
    await photograph("before");
    await pressSend(thunderbird);
    const look = (): Promise<void> => Promise.resolve();
    await outcomeOfSend(thunderbird, "alert", () => Promise.resolve(false), look);
    await waitForState(thunderbird, ["problem"], 20_000);
    await clickAction(thunderbird, "dismiss");
    await sleep(400);
    await photograph("put-off");
    // The label stays: another width would move the toolbar under the page that opens there.
    expect(await composeButton(thunderbird)).toEqual({
      label: "Check sending",
      tooltip: "Why was it not sent?",
    });
    await pressToolbarButton(thunderbird);
    const told = await waitForState(thunderbird, ["problem"], 10_000);
    await photograph("toolbar");
    expect(told.serverText).toContain("relay not permitted");
    await closePage(thunderbird);
    await openComposePage(thunderbird);
    const again = await waitForState(thunderbird, ["problem"], 10_000);
    await photograph("again");
    expect(again.serverText).toContain("relay not permitted");
    expect(again.actions).toContain("fix-and-send");
  });
});
