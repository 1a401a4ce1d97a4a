// The log-ins that servers have refused lately, Thunderbird's own ones too: one memory for all operations, so that neither
// another click nor *Check again* makes them once more. Lives as long as the parent process.

import { saysLockOut } from "../../../engine/replies/lock-out.js";
import { RefusedLogIns } from "../../../engine/smtp/refused-log-ins.js";
import { smtpServer } from "./mail-services.js";

type SendFailure = messenger.outgoingServers.SendFailure;

export const refusedLogIns = new RefusedLogIns(() => Date.now());

/** What Thunderbird's own log-in came to, before anything of ours was tried. */
export function rememberLockOut(failure: SendFailure): void {
  const server = failure.serverId === null ? null : smtpServer(failure.serverId);
  if (server !== null && saysLockOut(failure)) {
    refusedLogIns.lockedOut({ host: server.hostname, userName: server.username });
  }
}
