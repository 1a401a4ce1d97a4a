// Our button taken out of the compose window's toolbar, as *Customize* does: a failed send is told all the same, in a
// small window of our own, and mended from there. Put off by *Not now*, it is told again.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { closePage, failToSend, openComposePage } from "./thunderbird/told.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";

async function takeButtonAway(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const [button] = Services.wm.getMostRecentWindow("msgcompose").document
       .querySelectorAll('[id$="-composeAction-toolbarbutton"]');
     if (!button) throw new Error("there is no button of ours");
     button.remove();`,
  );
}

test.skipIf(!isWanted("never-silent"))(
  "never silent: without a button the page has its own window",
  async () => {
    await onScene({ name: "never-silent", base: "port-25-sign-in-none" }, async (scene) => {
      const { file, thunderbird, photograph } = scene;
      await openCompose(thunderbird, { identity: "id1", subject: "Lab: never silent", to: "", ...file.send });
      await takeButtonAway(thunderbird);
      await pressSend(thunderbird);
      const look = async (): Promise<void> => {
        await photograph("alert");
      };
      await outcomeOfSend(thunderbird, "alert", () => Promise.resolve(false), look);
      await waitForState(thunderbird, ["problem"], 20_000);
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
    await failToSend(thunderbird, message, photograph, "problem");
    await clickAction(thunderbird, "dismiss");
    await sleep(400);
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
