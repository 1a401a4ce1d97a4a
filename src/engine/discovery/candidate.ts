// The account that settings are looked for. The candidates themselves are in model/probe.ts, since evidence holds them.

import type { Sender } from "../model/evidence.js";
import type { IncomingServer, ServerSettings } from "../model/server-settings.js";

/** `current` is what it sends through now; null where that is nothing of ours. */
export interface DiscoveryAccount {
  readonly sender: Sender;
  readonly incoming: IncomingServer | null;
  readonly current: ServerSettings | null;
}
