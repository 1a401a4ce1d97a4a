// The log-ins that servers have refused lately, Thunderbird's own ones too: one memory for all operations, so that neither
// another click nor *Check again* makes them once more. Lives as long as the parent process.

import { saysLockOut } from "../../../engine/replies/lock-out.js";
import { saysPutOff } from "../../../engine/replies/put-off.js";
import { RefusedLogIns, rejectsPassword } from "../../../engine/smtp/refused-log-ins.js";
import { smtpServer } from "./mail-services.js";
import { asItIs, findLogin, isLocked, smtpOrigin } from "./saved-passwords.js";
import { authMethodOf } from "./vocabulary.js";

type SendFailure = messenger.outgoingServers.SendFailure;

export const refusedLogIns = new RefusedLogIns(() => Date.now());

/** What Thunderbird's own log-in came to, before anything of ours was tried. */
export async function rememberOwnLogIn(failure: SendFailure): Promise<void> {
  const server = failure.serverId === null ? null : smtpServer(failure.serverId);
  if (server === null) {
    return;
  }
  const user = { host: server.hostname, userName: server.username };
  if (saysLockOut(failure)) {
    refusedLogIns.lockedOut(user);
  }
  // Refused in an encrypted form, the same password may still be the right one.
  const isPlain = authMethodOf(server.authMethod) === "passwordCleartext";
  if (!isPlain || !rejectsPassword(failure) || saysPutOff(failure) || isLocked()) {
    return;
  }
  const said = server.wrappedJSObject.password;
  const saved = await findLogin(smtpOrigin(server.hostname), server.username);
  // Thunderbird may have signed in with one that was typed into its prompt, and not saved.
  if (saved !== null && (!said || saved.password === said)) {
    refusedLogIns.rejected(user, asItIs(saved));
  }
}
