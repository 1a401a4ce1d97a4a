// A refusal that Thunderbird itself did not meet: it came as text (pasted) or in a returned mail (RFC 3464).
// Who refused whom decides what the words mean; `replies/read-report.ts` reads it, `replies/refused-by.ts` compares.

export interface Reported {
  /** `remembered`: the user chose what Thunderbird's alert said, so that the words are not the server's own. */
  readonly found: "pasted" | "returned-mail" | "remembered";
  /** `other-server`: the user's own server had accepted the message, and another one refused it. */
  readonly by: "own-server" | "other-server";
  /** The server that tells of it, in lower case; null where the text does not say. */
  readonly reportingServer: string | null;
  /** The server that refused, in lower case; null where the reporting one did itself, or the text does not say. */
  readonly refusingServer: string | null;
  /** Whether the message was sent from here; `no`: somebody else has put the user's address on it. */
  readonly ownMessage: "yes" | "no" | "unknown";
}
