// The scenes of the listing, in order: what a user of the store edition meets, from the failed send on. Drawn half as large
// again, so that a reduced picture can still be read.

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCaseFile } from "../case-file.js";
import { installAddOn } from "../thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "../thunderbird/compose.js";
import { awaitMail, openMail, pressMessageButton, settleInbox } from "../thunderbird/inbox.js";
import { clickAction, fillIn, scrollToPart, waitForState } from "../thunderbird/page.js";
import { prepareProfile } from "../thunderbird/prepare-profile.js";
import { profilePrefs } from "../thunderbird/profile.js";
import { newProfile } from "../thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "../thunderbird/thunderbird.js";
import { pressToolbarButton } from "../thunderbird/toolbar.js";
import { userJs } from "../thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../world/start.js";
import { fillPicture, takePicture } from "./frame.js";

const verdicts = ["problem", "need-input", "settings-fine", "healthy", "failed"];

const enlarged = "1.5";

const letter = `Dear Ben,

it is settled: we take the early train on Friday, 8 May, and are in Bergen by noon. Anna has found rooms above the old
harbour, with breakfast, until Monday.

Could you ask at the boat house whether they have three kayaks for Saturday? If it rains we go to the museum instead.

Love to Marta and the children,
Alice
`;

/** The account of that case in a Thunderbird with the add-on. */
async function onCase(
  name: string,
  addOn: string,
  act: (thunderbird: Thunderbird) => Promise<void>,
): Promise<void> {
  const file = readCaseFile(join("test", "e2e", "cases", `${name}.json`));
  const hosts = await startMailHosts(file.world);
  const thunderbird = await startThunderbird(
    newProfile(
      `scene-${name}`,
      userJs({ ...profilePrefs(file.profile), "layout.css.devPixelsPerPx": enlarged }),
    ),
    "store",
  );
  try {
    await prepareProfile(thunderbird, file.profile);
    await installAddOn(thunderbird, addOn);
    await act(thunderbird);
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  }
}

async function write(thunderbird: Thunderbird, to: string): Promise<void> {
  await openCompose(thunderbird, { identity: "id1", to, subject: "Our trip in May", body: letter });
  await fillPicture(thunderbird);
  await pressSend(thunderbird);
}

/** A send that fails for the case's reason; `act` is called when the alert is closed and the page is there. */
async function afterFailedSend(
  name: string,
  to: string,
  addOn: string,
  act: (thunderbird: Thunderbird, alert: string) => Promise<void>,
): Promise<void> {
  await onCase(name, addOn, async (thunderbird) => {
    await write(thunderbird, to);
    const failed = await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      () => Promise.resolve(),
    );
    await waitForState(thunderbird, verdicts, 30_000);
    await sleep(700);
    await act(thunderbird, failed?.dialogs.at(-1)?.text ?? "");
  });
}

/** A mail that came back, with our button over it pressed. */
async function returned(thunderbird: Thunderbird): Promise<void> {
  const user = "alice@example.test";
  await settleInbox(thunderbird, user);
  await write(thunderbird, "friend@onward.test");
  await awaitMail(thunderbird, user);
  await openMail(thunderbird, user);
  await fillPicture(thunderbird);
  await pressMessageButton(thunderbird);
  await waitForState(thunderbird, verdicts, 30_000);
  await sleep(1500);
}

/** Every account, from the toolbar. */
async function checked(thunderbird: Thunderbird): Promise<void> {
  await fillPicture(thunderbird);
  await pressToolbarButton(thunderbird);
  await fillInWhenAsked(thunderbird, "troubleshooting-information", "");
  await fillIn(thunderbird, "troubleshooting-information", informationWith(587, "2, 3"));
  await clickAction(thunderbird, "tell-settings");
  await waitForState(thunderbird, ["healthy"], 30_000);
  await sleep(1500);
}

/** What Thunderbird's page of that name copies about this account (measured on 153). */
const informationWith = (port: number, connection: string): string => `Application Basics
------------------

Name: Thunderbird
Version: 153.7.0

Mail and News Accounts
----------------------

account1:
INCOMING: account1, , (imap) mail.example.test:143, 2, 3
OUTGOING: , mail.example.test:${String(port)}, ${connection}, true

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
    await fillIn(thunderbird, "troubleshooting-information", informationWith(25, "0, 1"));
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
  await onCase("store-bounce-other-server", addOn, async (thunderbird) => {
    await returned(thunderbird);
    await takePicture(folder, "06-returned");
  });
  await onCase("healthy", addOn, async (thunderbird) => {
    await checked(thunderbird);
    await takePicture(folder, "07-checked");
  });
}
