// One failed send, or one check: what is known of it, what it has come to, and what is being done about it now.

import type { PasswordLeft } from "./attempt.js";
import type { Evidence } from "./evidence.js";
import type { Diagnosis, Plan } from "./finding.js";
import type { Unreachable } from "./probe.js";
import type { Matter } from "./reason.js";
import type { Refusal } from "./refusal.js";
import type { ChangedField, Security } from "./server-settings.js";
import type { Tested } from "./trial.js";

/** The contract's states of `main[data-state]` (DESIGN §6). */
export type PageState =
  | "checking"
  | "problem"
  | "settings-fine"
  | "need-input"
  | "healthy"
  | "fixing"
  | "fixed"
  | "sending"
  | "sent"
  | "failed";

/** What happened after a click. Null before any. */
export type Outcome =
  /** The server refused once more. `settings`: how those stand that were changed for it. */
  | { readonly kind: "refused-again"; readonly refusal: Refusal; readonly settings: SettingsAfter }
  /** The proven settings stay: what was refused this time is the message itself, and the case is about that now. */
  | { readonly kind: "settings-work" }
  /** Thunderbird did not take the change; nothing was changed. */
  | {
      readonly kind: "not-changed";
      readonly because:
        | "locked"
        | "gone"
        | "busy"
        | "offline"
        | "primary-password"
        | "locked-out"
        /** On a full disk the change could not be written down first. */
        | "unrecorded"
        | "other";
    }
  /**
   * Sending again was not begun (Thunderbird is sending already, shows an alert, is offline), was stopped, or the message
   * still lies in the Outbox, or does not lie there any more and was not seen going out.
   */
  | { readonly kind: "not-sent"; readonly because: "busy" | "offline" | "stopped" | "left" | "not-there" }
  /** More messages lie in the Outbox than the page had said; all of them would go out. Nothing was begun. */
  | { readonly kind: "outbox-grew" }
  /** No settings could be proven; nothing was changed. What each one tried answered, in the order tried. */
  | { readonly kind: "not-proven"; readonly tried: readonly Tried[] }
  /** Mail is being fetched before sending again; or it could not be, or only by hand here, and nothing was sent. */
  | { readonly kind: "getting-mail" }
  | { readonly kind: "mail-not-fetched"; readonly because: "failed" | "by-hand" }
  /** The settings in use are being tried; no message is sent. */
  | { readonly kind: "testing" }
  | Tested
  /** Undone: the old values are back. `password`: the saved one was left as it is. */
  | { readonly kind: "undone"; readonly password?: PasswordLeft }
  /** Somebody changed these since: nothing was undone, or nothing was written over them. */
  | {
      readonly kind: "changed-since";
      readonly during: "fix" | "undo";
      readonly fields: readonly ChangedField[];
    }
  /** Thunderbird did not take it now: undo can be tried again. Not where the record of the change is gone (`forgotten`). */
  | {
      readonly kind: "not-undone";
      readonly because: "locked" | "busy" | "primary-password" | "unrecorded" | "forgotten";
    };

/** As read from the settings: `none` were changed, or somebody has `changed` them since. */
export type SettingsAfter = "as-before" | "in-place" | "changed" | "none";

/** One attempt with a real log-in, or one look without; where it came not so far, the reason. */
export interface Tried {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly answer:
    /** `matter`: what the words at the sign-in tell more closely. */
    | { readonly kind: "refused"; readonly refusal: Refusal; readonly matter?: Matter }
    | { readonly kind: "no-sign-in-offered" }
    /** The account's own rule: no password to that host without asking, or never without TLS. */
    | { readonly kind: "password-withheld" }
    /** OAuth2: the provider does not take Thunderbird's permission any more, or it is not for this server. */
    | { readonly kind: "permission-refused"; readonly refusal: Refusal }
    | { readonly kind: "permission-withheld" }
    | { readonly kind: "unreachable"; readonly because: Unreachable };
}

export interface Case {
  readonly caseId: string;
  /** The compose window that holds the message; null for a check, the Outbox and background sends. */
  readonly windowId: number | null;
  /** How many messages lay in the Outbox, this one among them; null or absent where it is not there. */
  readonly unsent?: number | null;
  /** Its Message-ID, by which it is known in the Outbox; absent or null where nobody told. */
  readonly messageId?: string | null;
  /** The user may have cancelled the send himself: the page is there, but does not open by itself. */
  readonly isDoubtful?: boolean;
  /** The end of the last sending is known, and its alert closed: the page may be opened, and has been. */
  readonly endSeen?: boolean;
  /** The user has sent the message by hand while a click was at work: nothing is left to be sent. */
  readonly hasGone?: boolean;
  /** When that end was told, in milliseconds since 1970: a refusal from before it may be told later. */
  readonly endedAt?: number;
  /**
   * What started it: a failed send, a check the user asked for, a text the user pasted, a bounce that the user has
   * opened, or one that has arrived.
   */
  readonly startedBy: "failed-send" | "check" | "text" | "returned-mail" | "arrived-mail";
  /** When it was opened, in milliseconds since 1970. */
  readonly at: number;
  readonly state: PageState;
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
  readonly outcome: Outcome | null;
  /** Whether servers are still being asked. */
  readonly gathering: boolean;
  /** What is published for the sender's domain has been asked for, and that is over. */
  readonly lookedUp?: boolean;
  /** What the click is doing now, to be cancelled; null where nothing is. */
  readonly operationId: string | null;
  /** In `fixing` and `sending`: where it goes back to when nothing comes of it. */
  readonly before?: PageState;
  /** The change in the journal that this case made, while it can be undone. */
  readonly changeId: string | null;
  /** Whether a log-in had proven that change before it was written. */
  readonly isProven?: boolean;
  /** A guided fix that the user has begun: the steps done, and what the settings are to be in the end. */
  readonly guide?: { readonly plan: Plan; readonly done: readonly number[] } | undefined;
}
