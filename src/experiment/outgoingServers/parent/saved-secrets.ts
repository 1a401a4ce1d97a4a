// The passwords and tokens in the log-in manager, as the redactor needs them. Every one of them has to be decrypted, and
// one click brings a dozen answers: they are kept for some seconds, in this variable alone. What Thunderbird or an
// operation of ours holds in memory is not kept here: it is asked for each time (known-secrets.ts), so that a password
// just typed or changed is masked at once.

import { socketTimer } from "./socket-timer.js";

const lifetimeMilliseconds = 5_000;

let kept: Promise<readonly string[]> | null = null;

/** Never asks for the primary password: what is locked away cannot have been told to a server. */
export async function savedSecrets(): Promise<readonly string[]> {
  if (!Services.logins.isLoggedIn) {
    kept = null;
    return [];
  }
  if (kept === null) {
    const read = readSecrets();
    kept = read;
    socketTimer.after(lifetimeMilliseconds, () => {
      kept = kept === read ? null : kept;
    });
  }
  return kept;
}

async function readSecrets(): Promise<readonly string[]> {
  // Rejected where the prompt for the Primary Password is cancelled.
  const saved = await Services.logins.getAllLogins().catch(() => []);
  return saved.map(({ password }) => password);
}
