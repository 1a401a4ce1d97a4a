// Everything a diagnosis may rest on, as one serialisable, redacted object: the report a user copies.
// Holds no password, token or message body (DESIGN §4, §5).

import { probe, probedCandidate } from "./probe.js";
import { namedPage } from "./published-page.js";
import { refusal } from "./refusal.js";
import { reported } from "./reported.js";
import { incomingServer, outgoingServer } from "./server-settings.js";
import { trial } from "./trial.js";
import { aNumber, aText, byKind, listOf, oneOf, optional, orNull, record, type Of } from "./shape.js";

const identity = {
  identityId: aText("key"),
  accountId: aText("key"),
  accountName: aText("account-name"),
  /** The identity's own address. */
  address: aText("address"),
};

/** An address the user can send from, and the account it belongs to, as the built-in accounts API lists them. */
const knownIdentity = record(identity);
export type KnownIdentity = Of<typeof knownIdentity>;

/** Who is sending: one identity of one account. */
export const sender = record({
  ...identity,
  /** The address in the message's From; the identity's own where no message is concerned. */
  from: aText("address"),
  /** The account has another identity before this one, its main one; absent: this is it. */
  isFurther: optional(oneOf(true)),
});
export type Sender = Of<typeof sender>;

/** What the identity sends through, or why that cannot be said. */
const outgoingFound = byKind({
  smtp: { server: outgoingServer, assigned: oneOf("chosen", "default") },
  /** The identity names an entry that is not there any more. */
  dangling: { missingId: aText("key") },
  none: {},
  /** Exchange and the like: we leave it alone. */
  "other-type": { type: aText("term") },
  /** No way to read it here (store edition before the user pasted anything). */
  unreadable: {},
});
export type OutgoingFound = Of<typeof outgoingFound>;

export const evidence = record({
  sender,
  outgoing: outgoingFound,
  /** Null where the account has none (an account for sending only) or it cannot be read. */
  incoming: orNull(incomingServer),
  /** Identities, of any account, that use the same outgoing entry; the sender itself is not among them. */
  fellows: listOf(knownIdentity),
  /** The failed send; null when the user asked for a check. */
  refusal: orNull(refusal),
  /** Where the refusal was read, if it was not Thunderbird that met it; absent for a failed send. */
  reported: optional(reported),
  /** The settings in use, tried by the user's wish; absent where they were not. */
  trial: optional(trial),
  /** The server in use, looked at without signing in; null where that was not done (yet). */
  probe: orNull(probe),
  /** Other settings that may be right, best first, with what each server answered. */
  candidates: listOf(probedCandidate),
  /** Servers beyond those that may be right, too, and were not asked: there were too many; absent where all were. */
  notAsked: optional(aNumber("count")),
  /** Pages that are published with the settings of the sender's domain; absent where there are none. */
  published: optional(listOf(namedPage)),
});
export type Evidence = Of<typeof evidence>;
