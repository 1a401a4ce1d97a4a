// The one file of the pages that touches Thunderbird's API. Calls are written out literally, because the store's
// review tool reads them to check versions and permissions.

import { closedByHand } from "../../protocol.js";
import type { Host } from "./host.js";

export const thunderbird: Host = {
  message: (key, values) => messenger.i18n.getMessage(key, [...values]),
  locale: messenger.i18n.getMessage("@@ui_locale"),
  direction: messenger.i18n.getMessage("@@bidi_dir") === "rtl" ? "rtl" : "ltr",
  send: (envelope): Promise<unknown> => messenger.runtime.sendMessage(envelope),
  onMessage: (listener) => {
    messenger.runtime.onMessage.addListener((message: unknown) => {
      listener(message);
    });
  },
  windowId: async () => (await messenger.windows.getCurrent()).id ?? -1,
  permit: (hosts) => messenger.permissions.request({ origins: [...hosts] }),
  unpermit: async () => {
    const { origins = [] } = await messenger.permissions.getAll();
    await messenger.permissions.remove({ origins });
  },
  tabId: async () => (await messenger.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1,
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  close: () => {
    window.dispatchEvent(new Event(closedByHand));
    window.close();
  },
};

/** A page in a window of its own goes with the compose window it was opened for: what is left to say is told elsewhere. */
export function closeWithWindow(composeWindowId: number): void {
  messenger.windows.onRemoved.addListener((windowId) => {
    if (windowId === composeWindowId) {
      window.close();
    }
  });
  // It may have gone while this page was loading.
  messenger.windows.get(composeWindowId).catch(() => {
    window.close();
  });
}
