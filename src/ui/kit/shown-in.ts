// In which window, and over which tab, a page of ours is shown.

import type { Host } from "./host.js";

export const shownIn: Pick<Host, "windowId" | "tabId"> = {
  windowId: async () => (await messenger.windows.getCurrent()).id ?? -1,
  tabId: async () => (await messenger.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1,
};
