// The world of the lab: what is started once per run, and the mail hosts that are started afresh per case.
import { startDovecot } from "./dovecot.js";
import type { MailHost } from "./exim.js";
import { startExim } from "./exim.js";
import type { HostOverrides } from "./hosts.js";
import { hosts, hostsWith } from "./hosts.js";
import { writeNames } from "./names.js";

/** Once per run: names and IMAP. */
export function startWorld(): void {
  writeNames();
  startDovecot(hosts);
}

/** Once per case: every mail host with empty mailboxes and logs. */
export function startMailHosts(overrides: HostOverrides): Promise<readonly MailHost[]> {
  return Promise.all(hostsWith(overrides).map(startExim));
}

export async function stopMailHosts(mailHosts: readonly MailHost[]): Promise<void> {
  await Promise.all(mailHosts.map((host) => host.stop()));
}
