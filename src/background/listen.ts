// Registers every listener, at once and in the first turn, so that Thunderbird can wake a sleeping background. This file and
// what it imports is all that is loaded then.

import { browser } from "../adapters/browser.js";
import type { Doorkeeper } from "./doorkeeper.js";

/** `details`: of a message that was sent, as 153 and 157 tell it; the types do not know of it yet. */
interface SendEnd {
  readonly headerMessageId?: string | undefined;
  readonly details?: { readonly identityId?: string | undefined } | undefined;
}

export function listen<Failed>(keeper: Doorkeeper<Failed>): void {
  messenger.compose.onAfterSend.addListener((tab, { headerMessageId, details }: SendEnd) => {
    if (typeof headerMessageId === "string") {
      void keeper.goneOut(headerMessageId);
    }
    if (tab.windowId !== undefined) {
      // A failed send looks like a success but for the missing id (measured on 153).
      void keeper.ended(tab.windowId, typeof headerMessageId === "string", details?.identityId);
    }
  });
  messenger.windows.onRemoved.addListener((windowId) => {
    void keeper.windowClosed(windowId);
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: { readonly id?: string }) =>
    sender.id === browser.runtime.id && isRequest(message) ? keeper.answer(message) : undefined,
  );
  messenger.menus.onClicked.addListener((_pressed, tab) => {
    void keeper.asked(tab?.type === "messageCompose" ? (tab.windowId ?? null) : null);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void keeper.installed(reason === "install");
  });
  void keeper.started();
}

/** Not what the background itself tells the pages. */
function isRequest(message: unknown): boolean {
  return typeof message === "object" && message !== null && "kind" in message && "request" in message;
}
