// What a user of the store edition tells it: the page opened again in the compose window, Thunderbird's Troubleshooting
// Information copied and pasted.
import { setTimeout as sleep } from "node:timers/promises";
import { clickAction, fillIn } from "./page.js";
import type { Thunderbird } from "./thunderbird.js";
import { copyTroubleshootingInformation } from "./troubleshooting.js";

/** As a user does who comes back from another window: its button, unless the page is open. */
export async function openComposePage(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`Services.wm.getMostRecentWindow("msgcompose").focus();`);
  await sleep(300);
  await thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const compose = Services.wm.getMostRecentWindow("msgcompose");
     if (![...extension.views].some(view => view.viewType == "popup"))
       compose.document.querySelector('[id$="-composeAction-toolbarbutton"]').click();
     await until("the page", 10000, () => [...extension.views].some(view => view.viewType == "popup"));`,
    thunderbird.addOnId,
  );
  await sleep(300);
}

/** Copies the real text, comes back, pastes it, and has it read; answers the text. */
export async function tellSettings(thunderbird: Thunderbird, withNames = false): Promise<string> {
  const text = await copyTroubleshootingInformation(thunderbird, withNames);
  await openComposePage(thunderbird);
  await fillIn(thunderbird, "troubleshooting-information", text);
  await clickAction(thunderbird, "tell-settings");
  return text;
}
