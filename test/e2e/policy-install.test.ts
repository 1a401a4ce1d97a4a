// Each edition installed by policy, as an administrator does, with all that a policy can say: the user cannot remove it, its
// updates come from its own address, and what was set is what happens.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { updateManifest } from "../../src/build/updates.mjs";
import { addOnFile } from "./add-on-file.js";
import { isLong } from "./how-long.js";
import type { CaseFile } from "./case-file.js";
import { fail } from "./concurrency/part.js";
import { isWanted, onScene, type Scene } from "./scene.js";
import type { Edition } from "./thunderbird/add-on.js";
import { access, clickAction, readPage, waitForState } from "./thunderbird/page.js";
import { closePage, openComposePage } from "./thunderbird/told.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { anotherVersion, dailyCheck, installed, updatePrefs } from "./thunderbird/updates.js";
import { nameQuestions } from "./world/name-server.js";
import { pageRequests } from "./world/settings-pages.js";
import { startUpdateServer, type UpdateServer } from "./world/update-server.js";

/** The store edition only in the long run. */

const settled = { lookUpSettings: false, quiet: true, supportAddress: "helpdesk@company.example" };
const withPolicy = (file: CaseFile): CaseFile => ({ ...file, policy: { ...file.policy, ...settled } });

async function untilInstalled(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const policy = await until("the add-on", 20000, () => WebExtensionPolicy.getByID(args[0]));
     await until("its background", 10000, () => ["running", "stopped", "suspending"].includes(policy.extension.backgroundState));
     const addon = await AddonManager.getAddonByID(args[0]);
     const may = addon.permissions;
     if (may & (AddonManager.PERM_CAN_UNINSTALL | AddonManager.PERM_CAN_DISABLE)) throw new Error("a user can remove it");`,
    thunderbird.addOnId,
  );
}

/** No page by itself, and a mark on the button of the window. */
async function staysQuiet(scene: Scene): Promise<void> {
  const { thunderbird, photograph } = scene;
  await fail(scene);
  const mark = (): Promise<string> =>
    thunderbird.run(
      `const w = Services.wm.getMostRecentWindow("msgcompose");
       return w.document.querySelector('[id$="-composeAction-toolbarbutton"]')?.getAttribute("badge") ?? "";`,
    );
  await expect.poll(mark, { timeout: 10_000 }).toBe("!");
  await sleep(2000);
  expect(await readPage(thunderbird)).toBeNull();
  await photograph("quiet");
  await openComposePage(thunderbird);
}

test.skipIf(!isWanted("policy-install"))(
  "by policy: the full edition, from a server of the company's",
  async () => {
    const built = readFileSync(addOnFile("full"));
    const next = anotherVersion(built);
    const { update_url: address = "" } = next.manifest.browser_specific_settings.gecko as {
      update_url?: string;
    };
    const url = new URL(address);
    const server = await startUpdateServer(url.hostname);
    const installUrl = new URL("by-policy.xpi", url).href;
    server.files.set("/by-policy.xpi", built);
    try {
      const stage = {
        name: "policy-install-full",
        base: "policy",
        prefs: updatePrefs,
        edit: withPolicy,
        installUrl,
      };
      await onScene(stage, async (scene) => {
        const { thunderbird, photograph } = scene;
        await untilInstalled(thunderbird);
        await staysQuiet(scene);
        const page = await waitForState(thunderbird, ["problem"], 20_000);
        expect(page.changes).toMatchObject({ host: { to: "out.hosting.test" } });
        await photograph("own-server");
        await clickAction(thunderbird, "fix-and-send");
        await sent(thunderbird);
        const link = new URL("next.xpi", url).href;
        server.files.set(
          url.pathname,
          strToU8(JSON.stringify(updateManifest(next.manifest, next.file, link, null))),
        );
        server.files.set("/next.xpi", next.file);
        await dailyCheck(thunderbird);
        await expect
          .poll(() => installed(thunderbird), { timeout: 15_000 })
          .toEqual({ version: next.manifest.version, active: true });
      });
    } finally {
      await server.stop();
    }
  },
);

/** The window goes, no page comes, and the mark of the failure goes, too; the toolbar's page has the Undo. */
async function sent(thunderbird: Thunderbird): Promise<void> {
  const seen = (): Promise<object> =>
    thunderbird.run(
      `const w = Services.wm.getMostRecentWindow("mail:3pane");
       const button = w.document.querySelector('unified-toolbar button[extension="' + args[0] + '"]');
       return { isOpen: Services.wm.getMostRecentWindow("msgcompose") !== null, mark: button?.getAttribute("badge") ?? "" };`,
      thunderbird.addOnId,
    );
  await expect.poll(seen, { timeout: 20_000 }).toEqual({ isOpen: false, mark: "" });
  await pressToolbarButton(thunderbird);
  expect((await waitForState(thunderbird, ["sent"], 10_000)).actions).toContain("undo");
  await closePage(thunderbird);
}

/** What was asked of the web and of the name server about the settings of the account's domain. */
function lookUps(): readonly string[] {
  const about = /autoconfig|thunderbird\.net|^https?:\/\/[^/]*retired\.test|_tcp\.|^retired\.test$/;
  return [...pageRequests(), ...nameQuestions()].filter((one) => about.test(one));
}

test.runIf(isLong && isWanted("policy-install")).each([
  ["made where nothing forbids them", "on"],
  ["off by the user: none leaves", "user"],
  ["off by a policy: none leaves", "policy"],
] as const)("look-ups, at the failure and at the check, %s", async (_, who) => {
  const policy = who === "policy" ? { lookUpSettings: false } : {};
  const stage = {
    name: `look-ups-${who}`,
    base: "retired-host-autoconfig",
    edit: (file: CaseFile): CaseFile => ({ ...file, policy }),
    installUrl: pathToFileURL(addOnFile("full")).href,
  };
  await onScene(stage, async (scene) => {
    const { thunderbird, photograph } = scene;
    await untilInstalled(thunderbird);
    if (who === "user") {
      await switchOff(thunderbird);
    }
    const before = lookUps().length;
    await fail(scene);
    await waitForState(thunderbird, ["problem", "need-input"], 20_000);
    await sleep(3000);
    await photograph("failed");
    const atFailure = lookUps().length;
    await closePage(thunderbird);
    await pressToolbarButton(thunderbird);
    await waitForState(thunderbird, ["problem", "need-input", "settings-fine", "healthy"], 20_000);
    await sleep(3000);
    await photograph("checked");
    if (who === "on") {
      expect(atFailure).toBeGreaterThan(before);
    } else {
      expect(lookUps().slice(before)).toEqual([]);
    }
  });
});

/** As the options page writes it down. */
async function switchOff(thunderbird: Thunderbird): Promise<void> {
  await pressToolbarButton(thunderbird);
  await waitForState(thunderbird, ["problem", "need-input", "settings-fine", "healthy"], 20_000);
  await thunderbird.run(
    `${access}
     await inPage(findView(() => true), \`
       return new Promise(resolve => content.wrappedJSObject.messenger.storage.local
         .set(Cu.cloneInto({ options: { lookUpSettings: false } }, content))
         .then(Cu.exportFunction(() => resolve(""), content)));\`);`,
    thunderbird.addOnId,
  );
  await closePage(thunderbird);
  await sleep(2000);
}

test.runIf(isLong && isWanted("policy-install"))("by policy: the store edition, from a file", async () => {
  const store = await startUpdateServer("store.company.test");
  const edition: Edition = "store";
  const prefs = {
    ...updatePrefs,
    // In place of the store's own address.
    "extensions.update.background.url": "https://store.company.test/asked-for/%ITEM_ID%",
  };
  try {
    const stage = {
      name: "policy-install-store",
      base: "sign-in-none",
      editions: [edition] as const,
      prefs,
      edit: withPolicy,
      installUrl: pathToFileURL(addOnFile(edition)).href,
    };
    await onScene(stage, async (scene) => {
      const { thunderbird, photograph } = scene;
      await untilInstalled(thunderbird);
      await staysQuiet(scene);
      const page = await waitForState(thunderbird, ["need-input"], 20_000);
      expect(page.actions).not.toContain("look-up");
      await photograph("read");
      await dailyCheck(thunderbird);
      await asked(store, thunderbird.addOnId);
    });
  } finally {
    await store.stop();
  }
});

async function asked(server: UpdateServer, addOnId: string): Promise<void> {
  const paths = (): readonly string[] => server.asked.map(decodeURIComponent);
  await expect.poll(paths, { timeout: 10_000 }).toContain(`/asked-for/${addOnId}`);
}
