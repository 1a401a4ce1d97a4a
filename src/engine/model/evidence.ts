// Everything a diagnosis may rest on, as one serialisable, redacted object: the report a user copies.
// Holds no password, token or message body (DESIGN §4, §5).

import type { IncomingServer, OutgoingServer } from "./server-settings.js";
import type { Probe, ProbedCandidate } from "./probe.js";
import type { Refusal } from "./refusal.js";
import type { Reported } from "./reported.js";

/** Who is sending: one identity of one account. */
export interface Sender {
  readonly identityId: string;
  readonly accountId: string;
  readonly accountName: string;
  /** The identity's own address. */
  readonly address: string;
  /** The address in the message's From; the identity's own where no message is concerned. */
  readonly from: string;
  /** The account has another identity before this one, its main one; absent: this is it. */
  readonly isFurther?: true;
}

/** What the identity sends through, or why that cannot be said. */
export type OutgoingFound =
  | { readonly kind: "smtp"; readonly server: OutgoingServer; readonly assigned: "chosen" | "default" }
  /** The identity names an entry that is not there any more. */
  | { readonly kind: "dangling"; readonly missingId: string }
  | { readonly kind: "none" }
  /** Exchange and the like: we leave it alone. */
  | { readonly kind: "other-type"; readonly type: string }
  /** No way to read it here (store edition before the user pasted anything). */
  | { readonly kind: "unreadable" };

/** Another identity that sends through the same entry. */
export interface FellowSender {
  readonly identityId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly address: string;
}

export interface Evidence {
  readonly sender: Sender;
  readonly outgoing: OutgoingFound;
  /** Null where the account has none (an account for sending only) or it cannot be read. */
  readonly incoming: IncomingServer | null;
  /** Identities, of any account, that use the same outgoing entry; the sender itself is not among them. */
  readonly fellows: readonly FellowSender[];
  /** The failed send; null when the user asked for a check. */
  readonly refusal: Refusal | null;
  /** Where the refusal was read, if it was not Thunderbird that met it; absent for a failed send. */
  readonly reported?: Reported;
  /** The server in use, looked at without signing in; null where that was not done (yet). */
  readonly probe: Probe | null;
  /** Other settings that may be right, best first, with what each server answered. */
  readonly candidates: readonly ProbedCandidate[];
}
