// Our first words: once, when a user has installed the add-on; never after an update.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { isWanted, onScene } from "./scene.js";
import { addOnIds, installAddOn, type Edition } from "./thunderbird/add-on.js";
import { clickAction, readPage, waitForState } from "./thunderbird/page.js";

const editions: readonly Edition[] = ["full", "store"];

test.skipIf(!isWanted("installed")).each(editions)(
  "installed: the %s edition says once that nothing is to be done",
  (edition) =>
    onScene(
      { name: `installed-${edition}`, base: "healthy", editions: [edition], installed: "now" },
      async (scene) => {
        const { thunderbird, photograph } = scene;
        const page = await waitForState(thunderbird, ["healthy"], 10_000);
        await sleep(600);
        await photograph("welcome");
        expect(page.text).toContain("Relay Doctor is ready");
        await clickAction(thunderbird, "dismiss");
        await expect.poll(() => readPage(thunderbird), { timeout: 5000 }).toBeNull();
        // Over itself: for Thunderbird an update.
        await installAddOn(thunderbird, addOnFile(edition), addOnIds[edition], "now");
        await sleep(1500);
        expect(await readPage(thunderbird)).toBeNull();
      },
    ),
);
