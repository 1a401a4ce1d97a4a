// Sends what lies in the Outbox through nsIMsgSendLater, which removes each message once it has gone out: none is sent
// twice. Never begun while Thunderbird is sending or shows an alert: a second alert would be stuck behind the first.

import { allTold } from "./being-told.js";
import { anyIdentity, outbox, sendLater, watchOutbox } from "./watch-outbox.js";

type UnsentSent = messenger.outgoingServers.UnsentSent;

const alerts = [
  "chrome://global/content/commonDialog.xhtml",
  "chrome://pippki/content/exceptionDialog.xhtml",
];

export function countUnsent(): number {
  return outbox()?.getTotalMessages(false) ?? 0;
}

export async function sendUnsent(): Promise<UnsentSent> {
  watchOutbox();
  const service = sendLater();
  const refused = reasonNotTo(service);
  if (refused !== null) {
    return { refused, sent: 0, failed: countUnsent() };
  }
  const sent = await new Promise<number | null>((resolve) => {
    const listener: GeckoSendLaterListener = {
      QueryInterface: ChromeUtils.generateQI(["nsIMsgSendLaterListener"]),
      onStartSending: nothing,
      onMessageStartSending: nothing,
      onMessageSendProgress: nothing,
      onMessageSendError: nothing,
      onStopSending(_status, _message, _tried, sentCount) {
        service.removeListener(listener);
        resolve(sentCount);
      },
    };
    service.addListener(listener);
    try {
      service.sendUnsentMessages(anyIdentity());
    } catch {
      // Thunderbird is sending already, or reads the folder anew: nothing has begun, so nothing has ended.
      service.removeListener(listener);
      resolve(null);
    }
  });
  // What failed is told once its alert is closed, and once no password is in what is told: the end of the sending not before.
  await allTold();
  return { refused: sent === null ? "busy" : null, sent: sent ?? 0, failed: countUnsent() };
}

function reasonNotTo(service: GeckoSendLater): UnsentSent["refused"] {
  if (Services.io.offline) {
    return "offline";
  }
  const alertIsOpen = [...Services.wm.getEnumerator(null)].some(
    (window) => !window.closed && alerts.includes(window.location.href),
  );
  if (alertIsOpen || service.sendingMessages) {
    return "busy";
  }
  return countUnsent() === 0 ? "empty" : null;
}

function nothing(): void {
  // Only the end is of interest.
}
