// What became of a message, as a notice of delivery tells it (RFC 3464 §2.3.3): of each recipient, and in whose words.

/** `relayed`: passed on to a server that sends no further word. `expanded`: sent on to the members of a list. */
export const deliveryEvents = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
export type DeliveryEvent = (typeof deliveryEvents)[number];

export interface RecipientFate {
  /** As the user wrote it, where the notice says so, in lower case; "" where it names nobody. */
  readonly recipient: string;
  readonly event: DeliveryEvent;
  readonly code: number | null;
  readonly enhancedCode: string | null;
  /** What a server replied, else what the notice says; without codes, bounded. */
  readonly lines: readonly string[];
}

export interface DeliveryNotice {
  /** The worst of them. */
  readonly event: DeliveryEvent;
  /** The worst first, at most `maximumFates`. */
  readonly fates: readonly RecipientFate[];
  /** Until when a delayed message is tried again, as the notice writes it; null where that is not told. */
  readonly retryUntil: string | null;
}

export const maximumFates = 20;
