// The toolbar's check while Thunderbird is offline: no server can be asked, and each account says so.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { setOffline } from "./concurrency/interrupt.js";
import { isWanted, onScene } from "./scene.js";
import { waitForState } from "./thunderbird/page.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";

test.skipIf(!isWanted("offline"))("offline: a check says that nothing was tried", async () => {
  await onScene({ name: "offline", base: "healthy" }, async ({ thunderbird, photograph }) => {
    await setOffline(thunderbird, true);
    await pressToolbarButton(thunderbird);
    const offline = await waitForState(thunderbird, ["healthy"], 20_000);
    await sleep(300);
    await photograph("checked");
    expect(offline.text).toContain("Not tested: Thunderbird is offline.");
  });
});
