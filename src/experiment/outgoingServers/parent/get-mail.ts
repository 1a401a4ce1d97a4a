// Fetches an account's new messages, as Thunderbird's own Get Messages does: with its dialogs, if it has to ask for a
// password. Some servers take messages for sending only from where that was done shortly before.

import { mailServices } from "./mail-services.js";
import { socketTimer } from "./socket-timer.js";

const inboxFlag = (Ci["nsMsgFolderFlags"] as Record<string, number>)["Inbox"] ?? 0;
/** Long enough for a password to be typed; a large mailbox goes on without us. */
const patienceMilliseconds = 120_000;

/** False where the account receives nothing, or it failed, or took too long. */
export async function getMail(accountId: string): Promise<boolean> {
  const server = mailServices().accounts.getAccount(accountId)?.incomingServer ?? null;
  if (server === null || !["imap", "pop3"].includes(server.type)) {
    return false;
  }
  return new Promise<boolean>((resolve) => {
    const stop = socketTimer.after(patienceMilliseconds, () => resolve(false));
    const listener: GeckoUrlListener = {
      OnStartRunningUrl() {
        // Only the end counts.
      },
      OnStopRunningUrl(_url, status) {
        stop();
        resolve(Components.isSuccessCode(status));
      },
    };
    try {
      const root = server.rootFolder;
      server.getNewMessages(root.getFolderWithFlags(inboxFlag) ?? root, null, listener);
    } catch {
      // Offline, or the server is being read already.
      stop();
      resolve(false);
    }
  });
}
