// Our line in the Tools menu of the main and of the compose window: the way to our pages that *Customize* cannot take away.

/** Thunderbird keeps it from then on, over its own restarts; at an update it is written anew. */
export async function addToToolsMenu(): Promise<void> {
  await messenger.menus.removeAll();
  messenger.menus.create({
    id: "check-sending",
    contexts: ["tools_menu"],
    title: messenger.i18n.getMessage("action_title"),
  });
}
