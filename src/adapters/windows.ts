// The ComposeWindows and MailWindow ports over the built-in compose, tabs, windows and action APIs.

import { awake } from "./awake.js";
import type { ComposeWindows, MailWindow } from "../ports.js";
import { closedByHand } from "../protocol.js";
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
    void inFront.then(() => openAndKeep(windowId, how === "asked-for" ? 1 : attempts));
  },
  // Rejected where Thunderbird is ending.
  keepPage: async (windowId) => openOwnWindow({ kind: "compose", windowId }).catch(() => false),
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

/**
 * Thunderbird opens more than its alert over a certificate or a log-in: a dialog that closes our popup as it comes, up
 * to a second later (measured where the server hangs up). A page that is gone so soon has not been read.
 */
const attempts = 3;
const watchedMilliseconds = 2_500;
const lookMilliseconds = 100;

async function openAndKeep(windowId: number, most: number): Promise<void> {
  for (let attempt = 0; attempt < most; attempt++) {
    // False at once: the button is not on the toolbar, and nobody would be told anything. False later, or rejected: the
    // window is going, as when its message was mended and sent within this time, and with it all there was to tell.
    if (!(await openPopup(messenger.composeAction, windowId))) {
      if (attempt === 0 && (await isThere(windowId))) {
        // Rejected where Thunderbird is ending.
        await openOwnWindow({ kind: "compose", windowId }).catch(() => false);
      }
      return;
    }
    if (await staysOpen()) {
      return;
    }
  }
}

const patienceMilliseconds = 1_000;

/**
 * False as well where Thunderbird rejects it. While a dialog is open it waits to be told of the focus, and never is where the
 * window counts as active under the dialog already (measured on 157, without a window manager): asked again, it opens.
 */
async function openPopup(
  action: Pick<typeof messenger.action, "openPopup">,
  windowId: number,
): Promise<boolean> {
  // Rejected where the window is going, or Thunderbird is ending.
  const ask = async (): Promise<boolean> => action.openPopup({ windowId }).catch(() => false);
  const answer = ask();
  const isAnswered = await Promise.race([answer.then(() => true), aMoment(patienceMilliseconds)]);
  return isAnswered === true ? answer : ask();
}

async function aMoment(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function isThere(windowId: number): Promise<boolean> {
  return messenger.windows.get(windowId).then(
    () => true,
    () => false,
  );
}

/** Or was closed by who reads it: then it is not opened again. */
async function staysOpen(): Promise<boolean> {
  let seen: Window | null = null;
  const closed = { byHand: false };
  for (let waited = 0; waited < watchedMilliseconds; waited += lookMilliseconds) {
    await aMoment(lookMilliseconds);
    const [view = null] = messenger.extension.getViews({ type: "popup" });
    if (seen !== null && view === null) {
      return closed.byHand;
    }
    if (seen === null && view !== null) {
      view.addEventListener(closedByHand, () => {
        closed.byHand = true;
      });
      seen = view;
    }
  }
  return seen !== null;
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
    const opened = windowId !== undefined && (await openPopup(messenger.action, windowId));
    // Rejected where Thunderbird is ending.
    return opened || openOwnWindow({ kind: which ?? "toolbar" }).catch(() => false);
  },
  async toFront() {
    const windowId = await mainWindowId();
    await (windowId === undefined ? undefined : focus(windowId));
  },
  setBadge(isOn) {
    void messenger.action.setBadgeText({ text: isOn ? "!" : "" });
  },
};
