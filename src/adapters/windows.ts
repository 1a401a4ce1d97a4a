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
    void openAndKeep(windowId);
  },
};

/** Thunderbird opens more than its alert over a certificate or a log-in: a dialog that closes our popup as it comes. */
const attempts = 3;
const settlingMilliseconds = 500;

/** While a dialog is open, openPopup waits for the window to get its focus back (measured on 153). */
async function openAndKeep(windowId: number): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    await messenger.composeAction.openPopup({ windowId }).catch(() => false);
    await new Promise((resolve) => setTimeout(resolve, settlingMilliseconds));
    if (messenger.extension.getViews({ type: "popup" }).length > 0) {
      return;
    }
  }
}

export const mailWindow: MailWindow = {
  async showPage() {
    const windows = await messenger.windows.getAll({ windowTypes: ["normal"] });
    const windowId = windows.find(({ focused }) => focused)?.id ?? windows[0]?.id;
    return windowId === undefined ? false : messenger.action.openPopup({ windowId });
  },
  setBadge(isOn) {
    void messenger.action.setBadgeText({ text: isOn ? "!" : "" });
  },
};
