// Who has fetched mail a short time ago, as the mail hosts know it: one file for each user, written by Dovecot after every
// log-in, read by the Exim of a host with `popBeforeSmtp`.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { labDirectory } from "./lab-directory.js";

export function loggedIn(): string {
  return join(labDirectory(), "logged-in");
}

/** What Dovecot runs between log-in and mailbox. */
export function logInScript(): string {
  const script = join(labDirectory(), "note-log-in");
  writeFileSync(script, `#!/bin/sh\n: > "${loggedIn()}/$USER"\nexec "$@"\n`);
  chmodSync(script, 0o755);
  forgetLogIns();
  return script;
}

/** The short time is over. */
export function forgetLogIns(): void {
  rmSync(loggedIn(), { recursive: true, force: true });
  mkdirSync(loggedIn());
  chmodSync(loggedIn(), 0o777);
}
