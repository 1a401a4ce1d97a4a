// Our line in the Tools menu of the main and of the compose window: the way to our pages that *Customize* cannot take away.

import type { Sibling } from "../ports.js";

/**
 * Made anew whenever the background has something to do, not only at the installation: Thunderbird writes it down some
 * seconds later and loses it where it crashes before, keeps it in the language of that day, and shows one line for each
 * edition. The edition that stays quiet hides its own.
 */
export async function layToolsMenu(sibling: Sibling): Promise<void> {
  const visible = !(await sibling.takesOver());
  await messenger.menus.removeAll();
  messenger.menus.create({
    id: "check-sending",
    contexts: ["tools_menu"],
    title: messenger.i18n.getMessage("action_title"),
    visible,
  });
}
