// What the Outbox holds, by Message-ID, and what was seen going out of it, whoever had it sent. A message that is not there
// any more may have been deleted or moved as well: only nsIMsgSendLater's own word tells that it went out.

import { isBeingTold } from "./being-told.js";
import { mailServices } from "./mail-services.js";

const gone = new Set<string>();
/** As many as anybody will still ask for. */
const maximumGone = 1_000;
let inHand: string | null = null;
let watching: GeckoSendLaterListener | null = null;

const listener: Omit<GeckoSendLaterListener, "QueryInterface"> = {
  onStartSending() {
    inHand = null;
  },
  onMessageStartSending(_current, _total, header) {
    // A message without a name is none that could be told from another.
    const name = header?.messageId ?? "";
    settle(name === "" ? null : name);
  },
  onMessageSendProgress() {
    // Only the end is of interest.
  },
  onMessageSendError() {
    inHand = null;
  },
  onStopSending() {
    settle(null);
  },
};

/** The message before has gone, unless its error was told, it lies there still, or nobody can look. */
function settle(next: string | null): void {
  const before = inHand;
  inHand = next;
  if (before !== null && unsentIds()?.includes(before) === false) {
    gone.add(before);
    for (const id of [...gone].slice(0, Math.max(0, gone.size - maximumGone))) {
      gone.delete(id);
    }
  }
  if (next !== null) {
    // On its way once more: that it went before says nothing.
    gone.delete(next);
  }
}

/** Until the extension ends, not the background: whoever asks later wants to know what happened before. */
export function watchOutbox(): void {
  if (watching === null) {
    watching = { ...listener, QueryInterface: ChromeUtils.generateQI(["nsIMsgSendLaterListener"]) };
    sendLater().addListener(watching);
  }
}

export function unwatchOutbox(): void {
  if (watching !== null) {
    sendLater().removeListener(watching);
    watching = null;
    inHand = null;
    gone.clear();
  }
}

/** What lies there under no such name is not known by it. */
export function liesInOutbox(name: string): boolean {
  return unsentIds()?.includes(name) === true;
}

/** What was put back there since it went, by its old name, has not gone. */
export function getUnsent(): messenger.outgoingServers.Unsent {
  const messageIds = unsentIds() ?? [];
  return {
    sending: sendLater().sendingMessages || isBeingTold(),
    messageIds,
    gone: [...gone].filter((id) => !messageIds.includes(id)),
  };
}

/** Null where there is no Outbox to look into. */
function unsentIds(): string[] | null {
  const messages = outbox()?.messages;
  return messages === undefined ? null : [...messages].map(({ messageId }) => messageId);
}

export function outbox(): GeckoUnsentFolder | null {
  return sendLater().getUnsentMessagesFolder(anyIdentity());
}

export function sendLater(): GeckoSendLater {
  return Cc["@mozilla.org/messengercompose/sendlater;1"]?.getService(Ci["nsIMsgSendLater"]) as GeckoSendLater;
}

/** All identities share one Outbox; the service wants one to find it by. */
export function anyIdentity(): GeckoIdentity | null {
  return mailServices().accounts.allIdentities[0] ?? null;
}
