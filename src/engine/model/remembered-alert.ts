// Thunderbird's alerts that users meet most (USERS.md §0, §1), by name, in the order in which they are offered.

export const rememberedAlerts = [
  "relay",
  "sign-in-required",
  "sign-in-failed",
  "unreachable",
  "timeout",
  "sender-refused",
  "recipient-unknown",
  "spam",
  /** Another one, or nobody remembers: the settings are judged without it. */
  "other",
] as const;
export type RememberedAlert = (typeof rememberedAlerts)[number];
