// What both scripts of a page ask Thunderbird: in which window, and over which tab, it is shown, and which unfinished texts
// are kept.

import type { Host } from "./host.js";

export const askedEarly: Pick<Host, "windowId" | "tabId" | "readDrafts"> = {
  windowId: async () => (await messenger.windows.getCurrent()).id ?? -1,
  tabId: async () => (await messenger.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1,
  readDrafts: async () => {
    const { drafts } = await messenger.storage.session.get("drafts");
    return (drafts as Readonly<Record<string, string>> | undefined) ?? {};
  },
};
