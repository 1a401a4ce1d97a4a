// The add-on has been installed or updated: the first words to who has installed it by hand.

import { isInstalledByHand } from "../adapters/installed-by-hand.js";

export async function installed(isNew: boolean, welcome: () => Promise<void>): Promise<void> {
  if (isNew && (await isInstalledByHand())) {
    await welcome();
  }
}
