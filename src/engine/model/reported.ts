// A refusal that Thunderbird itself did not meet: it came as text (pasted) or in a returned mail (RFC 3464).
// Who refused whom decides what the words mean; `replies/read-report.ts` reads it, `replies/refused-by.ts` compares.

import { deliveryNotice } from "./delivery.js";
import { aBoolean, aText, oneOf, optional, orNull, record, type Of } from "./shape.js";

export const reported = record({
  /** `remembered`: the user chose what Thunderbird's alert said, so that the words are not the server's own. */
  found: oneOf("pasted", "returned-mail", "remembered"),
  /**
   * `other-server`: the user's own server had accepted the message, and another one refused it. `unknown`: nobody did
   * (the name was not found, nothing answered), or the text does not say.
   */
  by: oneOf("own-server", "other-server", "unknown"),
  /** The server that tells of it, in lower case; null where the text does not say. */
  reportingServer: orNull(aText("host")),
  /** The server that refused, in lower case; null where the text does not name it. */
  refusingServer: orNull(aText("host")),
  /** Whether the message was sent from here; `no`: somebody else has put the user's address on it. */
  ownMessage: oneOf("yes", "no", "unknown"),
  /** Not handed over by a server of the user's, as far as anybody has written down: whatever it says is its own word. */
  isFromOutside: optional(aBoolean),
  /** What a notice of delivery tells; absent where the text was none. */
  notice: optional(deliveryNotice),
});
export type Reported = Of<typeof reported>;

/** A mail, or a copied text of one, of which nothing shows that it is about a message of the user's: only its own word. */
export function isOnlySaid({ notice, ownMessage }: Reported): boolean {
  return notice !== undefined && ownMessage !== "yes";
}

/** Nobody can vouch for its words: they never lead to a change of settings. */
export function isUnvouched(reported: Reported | undefined): boolean {
  return reported !== undefined && (isOnlySaid(reported) || reported.isFromOutside === true);
}

/** Handed over by a server of the user's: what it quotes is what servers have said, whosoever message it was about. */
export function isOwnServersWord({ found, isFromOutside }: Reported): boolean {
  return found === "returned-mail" && isFromOutside !== true;
}
