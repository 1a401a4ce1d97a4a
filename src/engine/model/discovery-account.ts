// The account that settings are looked for, and whose its passwords are: an identity, and the two servers that its
// settings name.

import type { Evidence, Sender } from "./evidence.js";
import type { IncomingServer, OutgoingServer, ServerSettings } from "./server-settings.js";

export interface DiscoveryAccount {
  readonly sender: Sender;
  readonly incoming: IncomingServer | null;
  /** What it sends through now; null where that is nothing of ours. */
  readonly current: (ServerSettings & Pick<OutgoingServer, "notTold">) | null;
}

export function accountIn({
  sender,
  incoming,
  outgoing,
}: Pick<Evidence, "sender" | "outgoing" | "incoming">): DiscoveryAccount {
  return { sender, incoming, current: outgoing.kind === "smtp" ? outgoing.server : null };
}
