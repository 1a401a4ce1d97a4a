// One change as data, with what it replaced: written down before it is made, so that it can be taken back
// (DESIGN §5). Never holds a password: a copied log-in is named by Thunderbird's own id for it.

import type { ServerSettings } from "../model/server-settings.js";

export type Step =
  | {
      readonly kind: "create";
      /** Null until Thunderbird has named the new entry. */
      readonly serverId: string | null;
      readonly settings: ServerSettings;
      readonly description: string;
    }
  | {
      readonly kind: "update";
      readonly serverId: string;
      readonly from: Partial<ServerSettings>;
      readonly to: Partial<ServerSettings>;
    }
  | {
      readonly kind: "save-password";
      readonly serverId: string;
      /** Null until it was copied, and where nothing was there to copy. */
      readonly credentialId: string | null;
    }
  | {
      readonly kind: "assign";
      readonly identityId: string;
      readonly from: string | null;
      readonly to: string;
    };

/** `pending`: begun, and not known to be whole. `made`: whole. `undone`: the old values are back. */
export type ChangeState = "pending" | "made" | "undone";

/** What one click changed, step by step, in the order in which it was made. */
export interface RecordedChange {
  readonly changeId: string;
  readonly state: ChangeState;
  readonly accountName: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly steps: readonly Step[];
}
