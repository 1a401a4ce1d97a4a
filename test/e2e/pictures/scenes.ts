// The scenes of the listing, in order: what a user of the store edition meets, from the failed send on.

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCaseFile } from "../case-file.js";
import { installAddOn } from "../thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "../thunderbird/compose.js";
import { clickAction, fillIn, scrollToPart, waitForState } from "../thunderbird/page.js";
import { prepareProfile } from "../thunderbird/prepare-profile.js";
import { profilePrefs } from "../thunderbird/profile.js";
import { newProfile } from "../thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "../thunderbird/thunderbird.js";
import { userJs } from "../thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../world/start.js";
import { fillPicture, takePicture } from "./frame.js";

const verdicts = ["problem", "need-input", "settings-fine", "healthy", "failed"];

/** A send that fails for the case's reason; `act` is called when the alert is closed and the page is there. */
async function afterFailedSend(
  name: string,
  to: string,
  addOn: string,
  act: (thunderbird: Thunderbird, alert: string) => Promise<void>,
): Promise<void> {
  const file = readCaseFile(join("test", "e2e", "cases", `${name}.json`));
  const hosts = await startMailHosts(file.world);
  const thunderbird = await startThunderbird(
    newProfile(`scene-${name}`, userJs(profilePrefs(file.profile))),
    "store",
  );
  try {
    await prepareProfile(thunderbird, file.profile);
    await installAddOn(thunderbird, addOn);
    await openCompose(thunderbird, { identity: "id1", to, subject: "Our trip in May" });
    await fillPicture(thunderbird);
    await pressSend(thunderbird);
    const failed = await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      () => Promise.resolve(),
    );
    await waitForState(thunderbird, verdicts, 30_000);
    await sleep(700);
    await act(thunderbird, failed?.dialogs.at(-1)?.text ?? "");
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  }
}

/** What Thunderbird's page of that name copies about this account (measured on 153). */
const troubleshootingInformation = `Application Basics
------------------

Name: Thunderbird
Version: 153.7.0

Mail and News Accounts
----------------------

account1:
INCOMING: account1, , (imap) mail.example.test:143, 2, 3
OUTGOING: , mail.example.test:25, 0, 1, true

account2:
INCOMING: account2, , (none) Local Folders, 0, 3
`;

/** A loaded machine draws late: what the field is asked for comes when the background has answered. */
async function fillInWhenAsked(thunderbird: Thunderbird, input: string, typed: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fillIn(thunderbird, input, typed);
      return;
    } catch (error) {
      if (tries === 30) throw error;
      await sleep(500);
    }
  }
}

export async function takeScenes(addOn: string, folder: string): Promise<void> {
  await afterFailedSend("port-25-sign-in-none", "friend@elsewhere.test", addOn, async (thunderbird) => {
    await takePicture(folder, "01-noticed");
    await clickAction(thunderbird, "choose-alert");
    await fillInWhenAsked(thunderbird, "troubleshooting-information", "");
    await takePicture(folder, "02-settings");
    await fillIn(thunderbird, "troubleshooting-information", troubleshootingInformation);
    await clickAction(thunderbird, "tell-settings");
    await waitForState(thunderbird, ["problem"], 30_000);
    await sleep(1500);
    await takePicture(folder, "03-why");
    await scrollToPart(thunderbird, ".guide");
    await sleep(500);
    await takePicture(folder, "04-steps");
  });
  await afterFailedSend("spam", "spam-check@elsewhere.test", addOn, async (thunderbird, alert) => {
    await fillIn(thunderbird, "error-text", alert);
    await clickAction(thunderbird, "tell-alert");
    await waitForState(thunderbird, ["settings-fine"], 30_000);
    await sleep(1500);
    await takePicture(folder, "05-settings-fine");
  });
}
