// Both editions installed, in either order: a failed send raises exactly one page, the full edition's; the store
// edition's own page says so; and once the full edition is disabled or removed, the store edition notices again.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { closeCompose } from "./false-alarms/actions.js";
import { keptInSession } from "./false-alarms/witness.js";
import { addOnErrors, addOnIds, installAddOn, waitUntilAsleep, type Edition } from "./thunderbird/add-on.js";
import { isWanted, onScene, type Stage } from "./scene.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { readPage, waitForState } from "./thunderbird/page.js";
import type { Camera } from "./thunderbird/screenshot.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";

const editions = Object.keys(addOnIds) as readonly Edition[];

function seenAs(thunderbird: Thunderbird, edition: Edition): Thunderbird {
  return { ...thunderbird, addOnId: addOnIds[edition] };
}

/** As a user does in Add-ons and Themes. */
async function takeAway(thunderbird: Thunderbird, how: "disable" | "uninstall"): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const addon = await AddonManager.getAddonByID(args[0]);
     await addon[args[1]]();
     await until("the full edition to be gone", 10000, () => !WebExtensionPolicy.getByID(args[0]));`,
    addOnIds.full,
    how,
  );
}

async function forgetCases(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { extensionStorageSession } = ChromeUtils.importESModule("resource://gre/modules/ExtensionStorage.sys.mjs");
     extensionStorageSession.remove(WebExtensionPolicy.getByID(args[0]).extension, "cases");`,
    thunderbird.addOnId,
  );
}

/** Longer than either edition takes from the alert to its page. */
const watchMilliseconds = 3000;

/** Sends a message that is refused; answers which editions opened a page or a case within the time of the watch. */
async function editionsRaised(thunderbird: Thunderbird, photograph: Camera): Promise<readonly Edition[]> {
  await openCompose(thunderbird, { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: both" });
  await pressSend(thunderbird);
  await outcomeOfSend(
    thunderbird,
    "alert",
    () => Promise.resolve(false),
    async () => {
      await photograph("alert");
    },
  );
  const raised = new Set<Edition>();
  for (const end = Date.now() + watchMilliseconds; Date.now() < end;) {
    await sleep(100);
    for (const edition of editions) {
      const seen = seenAs(thunderbird, edition);
      const isThere = await thunderbird.run<boolean>(
        `return Boolean(WebExtensionPolicy.getByID(args[0]));`,
        seen.addOnId,
      );
      const cases = isThere ? await keptInSession(thunderbird, "cases", seen.addOnId) : undefined;
      if ((Array.isArray(cases) && cases.length > 0) || (isThere && (await readPage(seen)) !== null)) {
        raised.add(edition);
      }
    }
  }
  await photograph(`raised-${[...raised].join("-")}`);
  await closeCompose(thunderbird);
  return [...raised];
}

const both: Stage = {
  name: "side-by-side",
  base: "sign-in-none",
  editions: ["full", "store"],
  prefs: { "extensions.background.idle.timeout": 1000 },
};

test.skipIf(!isWanted("side-by-side"))(
  "side by side: the full edition answers, in whichever order they came",
  () =>
    onScene(both, async ({ thunderbird, photograph }) => {
      const store = seenAs(thunderbird, "store");
      // The question has to wake the full edition.
      await waitUntilAsleep(thunderbird, addOnIds.full);
      expect(await editionsRaised(thunderbird, photograph), "the full one first").toEqual(["full"]);
      await pressToolbarButton(store);
      const page = await waitForState(store, ["healthy"], 10_000);
      expect(page.text).toContain("The full edition takes over");
      expect(page.actions).toEqual([]);
      await sleep(300);
      await photograph("store-page");
      await takeAway(thunderbird, "uninstall");
      expect(await editionsRaised(thunderbird, photograph), "the full one removed").toEqual(["store"]);
      await installAddOn(thunderbird, addOnFile("full"), addOnIds.full);
      await forgetCases(store);
      expect(await editionsRaised(thunderbird, photograph), "the store one first").toEqual(["full"]);
      await takeAway(thunderbird, "disable");
      expect(await editionsRaised(thunderbird, photograph), "the full one disabled").toEqual(["store"]);
      expect(await addOnErrors(store)).toEqual([]);
    }),
);
