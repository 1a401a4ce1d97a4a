// The credential rule (DESIGN §5): to which server a saved password of this account may be given.
// Answers before anything is copied; a "no" means that Thunderbird asks the user, naming the host.

import { domainOf } from "../engine/discovery/expected.js";
import { sameOwner } from "../engine/discovery/same-owner.js";
import type { Evidence } from "../engine/model/evidence.js";
import type { ServerSettings } from "../engine/model/server-settings.js";

export function mayReceivePassword(
  to: Pick<ServerSettings, "host" | "security">,
  evidence: Pick<Evidence, "sender" | "outgoing" | "incoming">,
): boolean {
  const { sender, outgoing, incoming } = evidence;
  const host = to.host.toLowerCase();
  const configured =
    host === incoming?.host.toLowerCase() ||
    (outgoing.kind === "smtp" && host === outgoing.server.host.toLowerCase());
  const ownDomain = sameOwner(host, domainOf(sender.address));
  return to.security !== "none" && (configured || ownDomain);
}
