// The add-on has been installed or updated: its line in the Tools menu, and the first words to who has installed it by hand.

import { isInstalledByHand } from "../adapters/installed-by-hand.js";
import { addToToolsMenu } from "../adapters/tools-menu.js";

export async function installed(isNew: boolean, welcome: () => Promise<void>): Promise<void> {
  await addToToolsMenu();
  if (isNew && (await isInstalledByHand())) {
    await welcome();
  }
}
