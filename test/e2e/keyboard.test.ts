// Without a mouse: Thunderbird's alert, our pages, and the way back to them, by real key events under a window manager.
// Part of `npm run test:long screens`. What is set in Thunderbird's own Account Settings on the way is set by script.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { onScene, type Scene, type Stage } from "./scene.js";
import { isLong } from "./how-long.js";
import { chooseOutgoingServer, typeOutgoingServer } from "./thunderbird/account-settings.js";
import { openCompose, pressSend } from "./thunderbird/compose.js";
import { openDialog } from "./thunderbird/dialogs.js";
import { pressKeys, tabTo, turnTo, typeByKeys, withRealFocus } from "./thunderbird/keys.js";
import { access, readPage, waitForState } from "./thunderbird/page.js";
import { onScreen } from "./thunderbird/screen.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { closePage } from "./thunderbird/told.js";
import { takeButtonAway } from "./thunderbird/toolbar.js";
import { copyTroubleshootingInformation } from "./thunderbird/troubleshooting.js";
import { settledDeliveries } from "./world/deliveries.js";
import { passwords } from "./world/users.js";

const alice = "alice@example.test";

function byKeys(stage: Stage, play: (scene: Scene) => Promise<void>): Promise<void> {
  return onScreen({ width: 1366, height: 768, scale: 1 }, () =>
    onScene(stage, async (scene) => {
      await withRealFocus(scene.thunderbird);
      await play(scene);
    }),
  );
}

/** Sent, refused, and Thunderbird's alert closed by Enter. */
async function fail({ thunderbird, photograph }: Scene, state: string): Promise<void> {
  await openCompose(thunderbird, { identity: "id1", subject: "Lab: keyboard", to: "friend@elsewhere.test" });
  await pressSend(thunderbird);
  await expect.poll(async () => (await openDialog(thunderbird))?.kind, { timeout: 30_000 }).toBe("alert");
  await sleep(500);
  await pressKeys("Return");
  await waitForState(thunderbird, [state], 30_000);
  await sleep(600);
  await photograph(state);
}

async function press(thunderbird: Thunderbird, action: string): Promise<void> {
  await tabTo(thunderbird, `[data-action="${action}"]`);
  await pressKeys("Return");
}

test.runIf(isLong)("keyboard: fixed, sent, undone", () =>
  byKeys({ name: "keyboard-fix", base: "port-25-sign-in-none" }, async (scene) => {
    const { thunderbird, photograph, hosts } = scene;
    await fail(scene, "problem");
    await pressKeys("Escape");
    // Past the moments in which a page that a dialog has closed comes back (open-page.ts).
    await sleep(3000);
    expect(await readPage(thunderbird)).toBeNull();
    await pressKeys("alt+shift+w");
    await waitForState(thunderbird, ["problem"], 10_000);
    await press(thunderbird, "details");
    await press(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["sent"], 20_000);
    expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
    await pressKeys("Escape");
    await turnTo(thunderbird, "mail:3pane");
    await pressKeys("alt+shift+r");
    await waitForState(thunderbird, ["sent"], 10_000);
    await press(thunderbird, "undo");
    await expect
      .poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 })
      .toContain("Undone.");
    await photograph("undone");
  }),
);

test.runIf(isLong)("keyboard: a password is typed", () =>
  byKeys({ name: "keyboard-password", base: "no-password-saved" }, async (scene) => {
    const { thunderbird, photograph, hosts } = scene;
    await fail(scene, "need-input");
    await tabTo(thunderbird, "input[type=password]");
    await typeByKeys(passwords[alice] ?? "");
    await photograph("typed");
    await pressKeys("Return");
    await waitForState(thunderbird, ["sent"], 20_000);
    expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
  }),
);

test.runIf(isLong)("keyboard: guided, ticked, sent", () =>
  byKeys({ name: "keyboard-guide", base: "sign-in-none", editions: ["store"] }, async (scene) => {
    const { thunderbird, photograph, hosts } = scene;
    await fail(scene, "need-input");
    await press(thunderbird, "choose-alert");
    await sleep(1500);
    await copyTroubleshootingInformation(thunderbird, false);
    await backToPage(thunderbird);
    await tabTo(thunderbird, '[data-input="troubleshooting-information"]');
    await pressKeys("ctrl+v");
    const { changes } = await waitForState(thunderbird, ["problem"], 10_000);
    await tabTo(thunderbird, '[data-step="0"]');
    await pressKeys("space");
    await sleep(300);
    await photograph("guide");
    expect(await isTicked(thunderbird)).toBe(true);
    await typeOutgoingServer(thunderbird, null, {
      host: "mail.example.test",
      security: "STARTTLS",
      userName: changes["user-name"]?.to ?? "",
    });
    await chooseOutgoingServer(thunderbird, "mail.example.test");
    await backToPage(thunderbird);
    await press(thunderbird, "send-again");
    await sleep(1500);
    await photograph("asks-password");
    await typeByKeys(passwords[alice] ?? "");
    await pressKeys("Return");
    expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
  }),
);

test.runIf(isLong)("keyboard: our buttons taken away, by the Tools menu", () =>
  byKeys({ name: "keyboard-menu", base: "port-25-sign-in-none", installed: "now" }, async (scene) => {
    const { thunderbird, photograph } = scene;
    await waitForState(thunderbird, ["healthy"], 10_000);
    await closePage(thunderbird);
    await fail(scene, "problem");
    await closePage(thunderbird);
    await takeButtonAway(thunderbird, "msgcompose");
    await turnTo(thunderbird, "msgcompose");
    await pressKeys("alt+t", "Up");
    await photograph("menu");
    await pressKeys("Return");
    await waitForState(thunderbird, ["problem"], 10_000);
    await photograph("compose");
    await closePage(thunderbird);
    await takeButtonAway(thunderbird, "mail:3pane");
    await turnTo(thunderbird, "mail:3pane");
    await pressKeys("alt+t", "Up");
    await photograph("main-menu");
    await pressKeys("Return");
    // The failed message of the open window comes first.
    expect((await waitForState(thunderbird, ["problem"], 10_000)).serverText).toContain(
      "relay not permitted",
    );
    await photograph("main");
  }),
);

/** From wherever the user is: the compose window to the front, and its shortcut. */
async function backToPage(thunderbird: Thunderbird): Promise<void> {
  await turnTo(thunderbird, "msgcompose");
  await pressKeys("alt+shift+w");
  await sleep(1500);
}

function isTicked(thunderbird: Thunderbird): Promise<boolean> {
  return thunderbird.run<boolean>(
    `${access}
     return inPage(findPage(), 'return content.document.querySelector("[data-step]").checked;');`,
    thunderbird.addOnId,
  );
}
