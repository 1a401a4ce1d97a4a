// Our line in the Tools menu of the main and of the compose window: the way to our pages that *Customize* cannot take away.

/** Thunderbird writes it down some seconds later, and keeps it in the language of that day; at an update it is made anew. */
export async function addToToolsMenu(): Promise<void> {
  await messenger.menus.removeAll();
  messenger.menus.create({
    id: "check-sending",
    contexts: ["tools_menu"],
    title: messenger.i18n.getMessage("action_title"),
  });
}
