// The world of the lab: what is started once per run, and the mail hosts that are started afresh per case.
import { startDovecot } from "./dovecot.js";
import { startMailHost, type MailHost } from "./mail-host.js";
import type { HostOverrides } from "./hosts.js";
import { hosts, hostsWith } from "./hosts.js";
import { writeNames } from "./names.js";

/** Once per run: names and IMAP. */
export function startWorld(): void {
  writeNames();
  startDovecot(hosts);
}

/** Once per case: every mail host with empty mailboxes and logs. Where one does not start none stays, for the next case. */
export async function startMailHosts(overrides: HostOverrides): Promise<readonly MailHost[]> {
  const started = await Promise.allSettled(hostsWith(overrides).map(startMailHost));
  const running = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = started.find((one) => one.status === "rejected");
  if (failed !== undefined) {
    await stopMailHosts(running);
    throw failed.reason;
  }
  return running;
}

export async function stopMailHosts(mailHosts: readonly MailHost[]): Promise<void> {
  await Promise.all(mailHosts.map((host) => host.stop()));
}
