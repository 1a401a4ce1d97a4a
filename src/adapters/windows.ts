// The ComposeWindows and MailWindow ports over the built-in compose, tabs, windows and action APIs.

import { awake } from "./awake.js";
import type { ComposeWindows, MailWindow } from "../ports.js";
import { goOnInOwnWindow, openAndKeep, openPopup } from "./open-page.js";
import { openOwnWindow } from "./own-window.js";

export const composeWindows: ComposeWindows = {
  async sendAgain(windowId, rejected) {
    const [tab] = await messenger.tabs.query({ windowId });
    if (tab?.id === undefined) {
      return false;
    }
    const { id } = tab;
    // Not awaited: with a second refusal it ends only when the alert is closed.
    void awake.during(async () => messenger.compose.sendMessage(id, { mode: "sendNow" })).catch(rejected);
    return true;
  },
  showPage(windowId, how) {
    const inFront = how === "to-front" ? focus(windowId) : Promise.resolve();
    void inFront.then(() => openAndKeep(windowId, how === "asked-for" ? "once" : "until-read"));
  },
  keepPage: goOnInOwnWindow,
  setSign(windowId, isOn) {
    void setSign(windowId, isOn);
  },
};

async function setSign(windowId: number, isOn: boolean): Promise<void> {
  const [{ id: tabId } = {}] = await messenger.tabs.query({ windowId });
  if (tabId !== undefined) {
    await messenger.composeAction.setBadgeText({ tabId, text: isOn ? "!" : null });
  }
  if (tabId !== undefined && isOn) {
    // Once read it is still the question.
    const title = messenger.i18n.getMessage("compose_action_title");
    await messenger.composeAction.setTitle({ tabId, title });
  }
}

async function mainWindowId(): Promise<number | undefined> {
  const windows = await messenger.windows.getAll({ windowTypes: ["normal"] });
  return windows.find(({ focused }) => focused)?.id ?? windows[0]?.id;
}

async function focus(windowId: number): Promise<void> {
  // Rejected where the window is gone.
  await messenger.windows.update(windowId, { focused: true }).catch(() => undefined);
}

export const mailWindow: MailWindow = {
  async showPage(which) {
    const windowId = which === "welcome" ? undefined : await mainWindowId();
    const opened = windowId === undefined ? "none" : await openPopup(messenger.action, windowId);
    // Rejected where Thunderbird is ending.
    return opened !== "none" || openOwnWindow({ kind: which ?? "toolbar" }).catch(() => false);
  },
  async toFront() {
    const windowId = await mainWindowId();
    await (windowId === undefined ? undefined : focus(windowId));
  },
  setBadge(isOn) {
    void messenger.action.setBadgeText({ text: isOn ? "!" : "" });
  },
};
