// What the Outbox holds, by Message-ID, and what was seen going out of it, whoever had it sent. A message that is not there
// any more may have been deleted or moved as well: only nsIMsgSendLater's own word tells that it went out.

import { MailServices } from "./mail-services.js";

const gone = new Set<string>();
/** As many as anybody will still ask for. */
const maximumGone = 1_000;
let inHand: string | null = null;
let isWatched = false;

const listener: Omit<GeckoSendLaterListener, "QueryInterface"> = {
  onStartSending() {
    inHand = null;
  },
  onMessageStartSending(_current, _total, header) {
    settle();
    inHand = header?.messageId ?? null;
  },
  onMessageSendProgress() {
    // Only the end is of interest.
  },
  onMessageSendError() {
    inHand = null;
  },
  onStopSending() {
    settle();
  },
};

/** The message before has gone, unless its error was told, or it lies there still. */
function settle(): void {
  if (inHand !== null && !unsentIds().includes(inHand)) {
    gone.add(inHand);
    for (const id of [...gone].slice(0, Math.max(0, gone.size - maximumGone))) {
      gone.delete(id);
    }
  }
  inHand = null;
}

/** From now on until the program ends: whoever asks later wants to know what happened before. */
export function watchOutbox(): void {
  if (!isWatched) {
    isWatched = true;
    const QueryInterface: unknown = ChromeUtils.generateQI(["nsIMsgSendLaterListener"]);
    sendLater().addListener({ ...listener, QueryInterface });
  }
}

/** The Message-ID of what is being sent from there now. */
export function messageInHand(): string | null {
  return inHand;
}

export function getUnsent(): messenger.outgoingServers.Unsent {
  return { sending: sendLater().sendingMessages, messageIds: [...unsentIds()], gone: [...gone] };
}

function unsentIds(): readonly string[] {
  return [...(outbox()?.messages ?? [])].map(({ messageId }) => messageId);
}

export function outbox(): GeckoUnsentFolder | null {
  return sendLater().getUnsentMessagesFolder(anyIdentity());
}

export function sendLater(): GeckoSendLater {
  return Cc["@mozilla.org/messengercompose/sendlater;1"]?.getService(Ci["nsIMsgSendLater"]) as GeckoSendLater;
}

/** All identities share one Outbox; the service wants one to find it by. */
export function anyIdentity(): GeckoIdentity | null {
  return MailServices.accounts.allIdentities[0] ?? null;
}
