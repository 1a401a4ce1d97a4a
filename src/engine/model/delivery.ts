// What became of a message, as a notice of delivery tells it (RFC 3464 §2.3.3): of each recipient, and in whose words.

import { aNumber, aText, listOf, oneOf, orNull, record, type Of } from "./shape.js";

/** `relayed`: passed on to a server that sends no further word. `expanded`: sent on to the members of a list. */
const deliveryEvent = oneOf("failed", "delayed", "delivered", "relayed", "expanded");
export type DeliveryEvent = Of<typeof deliveryEvent>;

const recipientFate = record({
  /** As the user wrote it, where the notice says so, in lower case; "" where it names nobody. */
  recipient: aText("recipient"),
  event: deliveryEvent,
  code: orNull(aNumber("reply-code")),
  enhancedCode: orNull(aText("enhanced-code")),
  /** What a server replied, else what the notice says; without codes, bounded. */
  lines: listOf(aText("said")),
});
export type RecipientFate = Of<typeof recipientFate>;

export const deliveryNotice = record({
  /** The worst of them. */
  event: deliveryEvent,
  /** The worst first, at most `maximumFates`. */
  fates: listOf(recipientFate),
  /** Until when a delayed message is tried again, as the notice writes it; null where that is not told. */
  retryUntil: orNull(aText("said")),
});
export type DeliveryNotice = Of<typeof deliveryNotice>;

export const maximumFates = 20;
