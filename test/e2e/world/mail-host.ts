// One mail host of the lab, whatever software answers there: started afresh, with empty mailboxes and logs, and stopped.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Daemon } from "./daemon.js";
import { startExim } from "./exim.js";
import type { Host, Software } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { startChasquid } from "./chasquid.js";
import { startOpensmtpd } from "./opensmtpd.js";
import { startPostfix } from "./postfix.js";
import { startStrangers } from "./strangers.js";
import { usersOf } from "./users.js";

export interface MailHost {
  readonly host: Host;
  /** Holds `mainlog`, in the form that commands.ts reads, and the Maildir `delivered`. */
  readonly directory: string;
  /** What clients said to the strangers on its ports. */
  heard(): string;
  stop(): Promise<void>;
}

/** Listens when it is resolved. */
type Start = (host: Host, directory: string) => Promise<Daemon>;

const starts: Readonly<Record<Software, Start>> = {
  exim: startExim,
  postfix: startPostfix,
  opensmtpd: startOpensmtpd,
  chasquid: startChasquid,
};

/** A host without ports gets no daemon. */
export async function startMailHost(host: Host): Promise<MailHost> {
  const directory = join(labDirectory(), "mail-hosts", host.name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  if (host.inboxes) emptyMailboxes(host);
  const strangers = await startStrangers(host);
  const running: Daemon[] = [...strangers];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
  };
  try {
    if (Object.keys(host.ports).length > 0) running.push(await starts[host.software](host, directory));
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, directory, heard: () => strangers.map((listener) => listener.heard()).join("\n"), stop };
}

/** Dovecot goes on from case to case. */
function emptyMailboxes(host: Host): void {
  for (const [user] of usersOf(host.domains))
    rmSync(join(labDirectory(), "dovecot", "mail", user), { recursive: true, force: true });
}
