// Settings that may be right for an account, with who says so and how far that can be believed. Nothing here is
// proven: a candidate is applied only after the server itself has accepted it (DESIGN §1.6).

import type { Sender } from "../model/evidence.js";
import type { IncomingServer, ServerSettings } from "../model/server-settings.js";

export type { Candidate, CandidateSource, Trust } from "../model/probe.js";

/** The account the settings are for. `current` is what it sends through now; null where that is nothing of ours. */
export interface DiscoveryAccount {
  readonly sender: Sender;
  readonly incoming: IncomingServer | null;
  readonly current: ServerSettings | null;
}
