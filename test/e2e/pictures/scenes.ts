// The scenes of the listing, in order: what a user meets from the failed send to the sent message.

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCaseFile } from "../case-file.js";
import { installAddOn } from "../thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "../thunderbird/compose.js";
import { waitForState } from "../thunderbird/page.js";
import { prepareProfile } from "../thunderbird/prepare-profile.js";
import { profilePrefs } from "../thunderbird/profile.js";
import { newProfile } from "../thunderbird/template.js";
import { startThunderbird } from "../thunderbird/thunderbird.js";
import { userJs } from "../thunderbird/user-js.js";
import { startMailHosts, stopMailHosts } from "../world/start.js";
import { fillPicture, takePicture } from "./frame.js";

export async function takeScenes(addOn: string, folder: string): Promise<void> {
  const file = readCaseFile(join("test", "e2e", "cases", "port-25-sign-in-none.json"));
  const hosts = await startMailHosts(file.world);
  const thunderbird = await startThunderbird(newProfile("scenes", userJs(profilePrefs(file.profile))));
  try {
    await prepareProfile(thunderbird, file.profile);
    await installAddOn(thunderbird, addOn);
    await openCompose(thunderbird, {
      identity: "id1",
      to: "friend@elsewhere.test",
      subject: "Our trip in May",
    });
    await fillPicture(thunderbird);
    await pressSend(thunderbird);
    await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      () => Promise.resolve(),
    );
    await waitForState(thunderbird, ["problem", "need-input"], 30_000);
    await sleep(700);
    await takePicture(folder, "01-problem");
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  }
}
