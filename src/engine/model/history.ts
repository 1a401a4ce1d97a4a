// One recorded change as the history page tells it: what it was, and how it stands now.

import type { Change } from "./finding.js";
import type { ChangedField, OutgoingServer, Security } from "./server-settings.js";

export interface HistoryEntry {
  readonly changeId: string;
  readonly accountName: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly changes: readonly Change[];
  /** After the change: it decides what a password is called. */
  readonly security: Security;
  /**
   * `under-way`: being made, or its message is being sent. `as-before`: somebody has put the old values back.
   * `partly-back`: some of them; *Undo* still takes back the rest. `left`: taken back after a crash, as far as the values
   * were still ours.
   */
  readonly status: "in-use" | "under-way" | "undone" | "as-before" | "partly-back" | "changed-since" | "left";
  readonly changedSince: readonly ChangedField[];
  /** The entry that was left as it was and that nobody sends through any more; null: there is none. */
  readonly oldEntry: OldEntry | null;
}

export type OldEntry = Pick<OutgoingServer, "host" | "port" | "security" | "userName" | "description">;
