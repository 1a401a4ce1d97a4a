// The credential rule (DESIGN §5): to which server a saved password of this account may be given without asking.
// The configured hosts, settings published over HTTPS, and the account's own registrable domain; always over TLS.

import { domainOf } from "../discovery/expected.js";
import { sameOwner } from "../discovery/same-owner.js";
import type { Evidence } from "../model/evidence.js";
import type { Trust } from "../model/probe.js";
import type { ServerSettings } from "../model/server-settings.js";

type Known = Pick<Evidence, "sender" | "outgoing" | "incoming">;

export function mayReceivePassword(
  to: Pick<ServerSettings, "host" | "security">,
  evidence: Known,
  trust: Trust | null = null,
): boolean {
  return to.security !== "none" && belongsToAccount(to.host, evidence, trust);
}

/** Whether the host is known to be the account's; if not, the page names it before a password goes there. */
export function belongsToAccount(host: string, evidence: Known, trust: Trust | null = null): boolean {
  const { sender, outgoing, incoming } = evidence;
  const name = host.toLowerCase();
  const configured =
    name === incoming?.host.toLowerCase() ||
    (outgoing.kind === "smtp" && name === outgoing.server.host.toLowerCase());
  // "configured" as a source: the administrator's policy, or the files that came with Thunderbird.
  const vouched =
    trust !== null && ["configured", "published-by-domain", "published-by-ispdb"].includes(trust);
  return configured || vouched || sameOwner(name, domainOf(sender.address));
}
