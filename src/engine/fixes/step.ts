// One change as data, with what it replaced: written down before it is made, so that it can be taken back
// (DESIGN §5). Never holds a password: a copied log-in is named by an id that is chosen before it is copied.

import type { Change } from "../model/finding.js";
import type { ServerSettings, SettingField } from "../model/server-settings.js";

export type Step =
  | {
      readonly kind: "create";
      /** Null until Thunderbird has named the new entry. */
      readonly serverId: string | null;
      readonly settings: ServerSettings;
      readonly description: string;
      /** Every entry there was before: a crash may come before the new one's name is known. */
      readonly idsBefore: readonly string[];
    }
  | {
      readonly kind: "update";
      readonly serverId: string;
      readonly from: Partial<ServerSettings>;
      readonly to: Partial<ServerSettings>;
      /** Fields of `from` that had no value of their own, and so Thunderbird's default. */
      readonly unset: readonly SettingField[];
    }
  | {
      readonly kind: "save-password";
      readonly serverId: string;
      readonly credentialId: string;
      /** It was saved, and nothing was saved before that fitted. Absent: not, or a crash came before it was known. */
      readonly saved?: true;
    }
  | {
      readonly kind: "assign";
      readonly identityId: string;
      /** What the identity named: null nothing, "" the default in so many words. */
      readonly from: string | null;
      /** `from` led nowhere already then; else it must still lead somewhere to be given back. */
      readonly fromMissing: boolean;
      readonly to: string;
    };

/**
 * `pending`: begun, and not known to be whole. `made`: whole, and the message is being sent. `kept`: whole, and
 * confirmed. `undone`: the old values are back. `left`: taken back as far as the values were still ours.
 */
export type ChangeState = "pending" | "made" | "kept" | "undone" | "left";

/** What one click changed, step by step, in the order in which it was made. */
export interface RecordedChange {
  readonly changeId: string;
  readonly state: ChangeState;
  /** Kept, and no message has gone out with it yet: a refusal of the one that was tried may still be on its way. */
  readonly untilSent?: boolean;
  /** Whether the settings had been proven by a log-in before they were written. */
  readonly proven: boolean;
  readonly accountName: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly steps: readonly Step[];
  /** The same in the user's terms, as the plan showed it. */
  readonly changes: readonly Change[];
  readonly settings: ServerSettings;
  /** The entry that was left as it is when a new one took its place; null where none was. */
  readonly oldServerId: string | null;
  /** The user has been told that a crash cut it off. */
  readonly told: boolean;
}
