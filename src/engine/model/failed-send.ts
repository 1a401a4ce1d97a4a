// A send that failed, as the rim noticed it: what a case begins with.

import type { Refusal } from "./refusal.js";

export interface FailedSend {
  /** When it failed, in milliseconds since 1970; its alert is closed later, and may be told before. */
  readonly at: number;
  /** The window the message is still open in; null for the Outbox and for background sends. */
  readonly windowId: number | null;
  /** Its Message-ID header; null where it is not known. */
  readonly messageId: string | null;
  /** The message lies in the Outbox; of a background send nothing is left. */
  readonly inOutbox: boolean;
  /** By all the signs, the user has cancelled it himself; but they can deceive. */
  readonly mayBeCancelled: boolean;
  readonly identityId: string | null;
  readonly from: string;
  readonly refusal: Refusal;
}
