// A Thunderbird in which something the Experiment calls is gone: the page says once what does not work, that part is left
// out, and the others work on.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { closeCompose } from "./false-alarms/actions.js";
import { isWanted, onScene, type Scene } from "./scene.js";
import { addOnIds, installAddOn } from "./thunderbird/add-on.js";
import { comparable } from "./thunderbird/afterwards.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { readPage, waitForState } from "./thunderbird/page.js";
import { snapshot } from "./thunderbird/settings.js";
import { closePage, failToSend } from "./thunderbird/told.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";

/** As in a later Thunderbird, whose add-on is started afterwards. */
async function startWithout(thunderbird: Thunderbird, takeAway: string, ...given: string[]): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     await (await AddonManager.getAddonByID(args[0])).uninstall();
     await until("the add-on to be gone", 10000, () => !WebExtensionPolicy.getByID(args[0]));
     ${takeAway}`,
    thunderbird.addOnId,
    ...given,
  );
  await installAddOn(thunderbird, addOnFile(), addOnIds.full);
}

function startWithoutMember(thunderbird: Thunderbird, className: string, member: string): Promise<void> {
  const takeAway = `
    const { [args[1]]: found } = ChromeUtils.importESModule("resource:///modules/" + args[1] + ".sys.mjs");
    if (!delete found.prototype[args[2]]) throw new Error("it is still there");`;
  return startWithout(thunderbird, takeAway, className, member);
}

/** Thunderbird itself has the module in use: it is gone for the scripts of Experiments alone. */
function startWithoutModule(thunderbird: Thunderbird, address: string): Promise<void> {
  const takeAway = `
    const { ExtensionCommon } = ChromeUtils.importESModule("resource://gre/modules/ExtensionCommon.sys.mjs");
    const managers = ExtensionCommon.SchemaAPIManager.prototype;
    const create = managers._createExtGlobal;
    managers._createExtGlobal = function() {
      const global = create.call(this);
      const { ChromeUtils: its } = global;
      const load = its.importESModule;
      its.importESModule = (url, ...options) => {
        if (url == args[1]) throw new Error("Failed to load " + url);
        return load.call(its, url, ...options);
      };
      return global;
    };`;
  return startWithout(thunderbird, takeAway, address);
}

const message = { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: a part is missing" };

async function mendsByHand({ thunderbird, before, photograph }: Scene): Promise<void> {
  await startWithoutMember(thunderbird, "SmtpServer", "forgetPassword");
  await failToSend(thunderbird, message, photograph, "problem");
  await photograph("by-hand");
  const page = await waitForState(thunderbird, ["problem"], 10_000);
  expect(page.actions).not.toContain("fix-and-send");
  expect(page.actions).toContain("send-again");
  // Read from Thunderbird, not asked for.
  expect(page.findings).toMatchObject({ "authentication-off": "problem" });
  await closePage(thunderbird);
  await closeCompose(thunderbird);
  await pressToolbarButton(thunderbird);
  const told = await waitForState(thunderbird, ["problem"], 10_000);
  expect(told.text).toContain("cannot change settings by itself");
  await photograph("by-hand-told");
  await closePage(thunderbird);
  await pressToolbarButton(thunderbird);
  expect((await waitForState(thunderbird, ["problem"], 10_000)).text).not.toContain("by itself");
  await closePage(thunderbird);
  expect(comparable(await snapshot(thunderbird))).toEqual(comparable(before));
}

async function noticesNothing({ thunderbird, photograph }: Scene): Promise<void> {
  await startWithoutModule(thunderbird, "resource:///modules/SmtpClient.sys.mjs");
  await openCompose(thunderbird, message);
  await pressSend(thunderbird);
  const look = async (): Promise<void> => {
    await photograph("alert");
  };
  // Thunderbird's own alert comes as ever.
  await outcomeOfSend(thunderbird, "alert", () => Promise.resolve(false), look);
  await sleep(1500);
  expect(await readPage(thunderbird)).toBeNull();
  await closeCompose(thunderbird);
  await pressToolbarButton(thunderbird);
  const told = await waitForState(thunderbird, ["problem"], 10_000);
  expect(told.text).toContain("does not notice when a message is not sent");
  await photograph("not-noticed-told");
  await closePage(thunderbird);
}

test.skipIf(!isWanted("missing-part"))("a missing part: said once, left out, the rest goes on", () =>
  onScene({ name: "missing-part", base: "sign-in-none" }, async (scene) => {
    await mendsByHand(scene);
    await noticesNothing(scene);
  }),
);
