// The ComposeWindows and MailWindow ports over the built-in compose, tabs, windows and action APIs.

import type { ComposeWindows, MailWindow } from "../ports.js";

export const composeWindows: ComposeWindows = {
  async sendAgain(windowId) {
    const [tab] = await messenger.tabs.query({ windowId });
    if (tab?.id === undefined) {
      return false;
    }
    // Not awaited: with a second refusal it ends only when the alert is closed, and onAfterSend tells anyway.
    messenger.compose.sendMessage(tab.id, { mode: "sendNow" }).catch(() => undefined);
    return true;
  },
  showPage(windowId) {
    messenger.composeAction.openPopup({ windowId }).catch(() => undefined);
  },
};

export const mailWindow: MailWindow = {
  async showPage() {
    const windows = await messenger.windows.getAll({ windowTypes: ["normal"] });
    const windowId = windows.find(({ focused }) => focused)?.id ?? windows[0]?.id;
    return windowId === undefined ? false : messenger.action.openPopup({ windowId });
  },
};
