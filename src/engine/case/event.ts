// Everything that can happen to a case, and everything that may have to be done about it: two closed sets. What follows
// from what is transition.ts's.

import type { Agreement } from "../model/agreement.js";
import type { Case, Outcome, SettingsAfter } from "../model/case.js";
import type { Evidence } from "../model/evidence.js";
import type { Plan } from "../model/finding.js";
import type { Tested } from "../model/trial.js";

/** How a click ended that was to mend the settings. */
export type FixEnd =
  /** Everything stands as planned. */
  | { readonly kind: "written"; readonly changeId: string | null; readonly proven: boolean }
  | { readonly kind: "cancelled" }
  | { readonly kind: "not-proven"; readonly next: "failed" | "need-input"; readonly outcome: Outcome | null }
  | { readonly kind: "refused"; readonly because: Extract<Outcome, { kind: "not-changed" }>["because"] }
  /** Not what the plan was made for any more: the caller looks again. */
  | { readonly kind: "changed-since" };

/** What tells whether a case is still the one that was judged, while the settings were being read. */
export type JudgedFrom = Pick<Case, "state" | "changeId" | "at">;

export type CaseEvent =
  /** A send failed; `fresh` is what it would be a case of. */
  | { readonly kind: "send-failed"; readonly fresh: Case }
  /** A send from the case's window has ended, its alerts closed. */
  | {
      readonly kind: "send-ended";
      readonly sent: boolean;
      readonly at: number;
      /** From which it was sent, where Thunderbird tells. */
      readonly identityId?: string | undefined;
    }
  | { readonly kind: "window-closed"; readonly at: number }
  /** The other edition tells the rest. */
  | { readonly kind: "taken-over" }
  /** A check, a pasted text, a returned mail. */
  | { readonly kind: "opened"; readonly fresh: Case }
  /** Judged with the settings as they are now. `from`: the case as it was when that was begun. */
  | { readonly kind: "looked-again"; readonly fresh: Case; readonly from: JudgedFrom }
  /** What the servers said (`seen`) to a case with the evidence `asked`. `more`: others are still being asked; `offline`: none could be. */
  | {
      readonly kind: "servers-answered";
      readonly asked: Evidence;
      readonly seen: Evidence;
      readonly more?: true;
      readonly lookedUp?: boolean;
      readonly offline?: boolean;
    }
  /** `shown`: the plan as it stood at the click. `agreed`: the question about a password that the page showed then. */
  | {
      readonly kind: "fix-clicked";
      readonly operationId: string;
      readonly shown: Plan | null;
      readonly agreed: Agreement | null;
      readonly isOffline: boolean;
      readonly unsent: number;
    }
  | { readonly kind: "fix-ended"; readonly operationId: string; readonly end: FixEnd }
  | { readonly kind: "test-clicked"; readonly operationId: string }
  | { readonly kind: "test-ended"; readonly operationId: string; readonly came: Tested["came"] | "cancelled" }
  | { readonly kind: "cancel-clicked" }
  /** `unsent`: how many messages lie in the Outbox now. */
  | { readonly kind: "send-clicked"; readonly isOffline: boolean; readonly unsent: number }
  | { readonly kind: "get-mail-clicked" }
  | { readonly kind: "mail-fetched"; readonly got: "done" | "failed" | "by-hand" }
  | { readonly kind: "send-not-begun"; readonly because: "busy" | "offline" | "window-gone" | "rejected" }
  /** `went`: the message was seen going out; `isThere`: it still lies in the Outbox, among `unsent`, where that could be seen. */
  | {
      readonly kind: "outbox-ended";
      readonly went: boolean;
      readonly isThere: boolean;
      readonly unsent?: number | undefined;
    }
  | { readonly kind: "taken-back"; readonly settings: SettingsAfter }
  /** Undone by a click; `fresh`: the case `from` judged with the old settings. */
  | { readonly kind: "undone"; readonly fresh: Case; readonly from: JudgedFrom }
  | { readonly kind: "undo-refused"; readonly outcome: Outcome }
  /** Another window's fix, or the user's own hand, has done what the plan wants. */
  | {
      readonly kind: "mended-elsewhere";
      readonly changeId: string | null;
      readonly proven: boolean;
      readonly from: JudgedFrom;
    }
  | { readonly kind: "step-ticked"; readonly step: number; readonly done: boolean }
  /** A sign-in on the provider's page in place of a password; the plan is shown before it is carried out. */
  | { readonly kind: "oauth2-chosen" }
  /** A returned mail was read where it lies. */
  | { readonly kind: "shown-over-mail" }
  /** By a click, or, with `from`, the case as it was then, because its message was found to have gone. */
  | { readonly kind: "dismissed"; readonly from?: JudgedFrom }
  /** A new background: whatever the one before it had under way is gone. */
  | { readonly kind: "background-started" };

export type EventKind = CaseEvent["kind"];
export type EventOf<Kind extends EventKind> = Extract<CaseEvent, { kind: Kind }>;

/** To be done once the case is written down; what comes of it is an event again. */
export type Effect =
  | { readonly kind: "tell-pages" }
  | { readonly kind: "show-page"; readonly at: number | "main-window" }
  /** A message went out: the page, where pages open by themselves, and no sign that asks for it. */
  | { readonly kind: "show-sent" }
  | { readonly kind: "set-sign"; readonly windowId: number }
  | { readonly kind: "ask-servers" }
  | { readonly kind: "stop-asking" }
  | { readonly kind: "end-operation"; readonly operationId: string }
  | { readonly kind: "get-mail"; readonly accountId: string }
  | { readonly kind: "send-from-window"; readonly windowId: number }
  | { readonly kind: "send-outbox" }
  /** How a sending ended that the background has slept over. */
  | { readonly kind: "ask-outbox" }
  /** No restart takes it back any more. `untilSent`: a refusal that is told late still may. */
  | {
      readonly kind: "keep-change";
      readonly changeId: string;
      readonly untilSent: boolean;
      /** Only where that identity sends through what was changed. */
      readonly sentBy?: string;
    }
  /** What comes of it is an event. */
  | { readonly kind: "take-back"; readonly changeId: string | null };
