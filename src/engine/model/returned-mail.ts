// A mail that may be a bounce (RFC 3464), and what is read of one: bounded, and kept nowhere as it is.

/** A mail as Thunderbird lists it; `messageId` is Thunderbird's own number, not the header. */
export interface MailSeen {
  readonly messageId: number;
  readonly author: string;
  readonly subject: string;
}

/** A bounce, as far as it is needed to tell who refused whom; bounded. */
export interface ReturnedMail {
  readonly headerMessageId: string;
  /** The account it lies in; null where that cannot be told. */
  readonly accountId: string | null;
  /** The addresses it was sent to. */
  readonly to: readonly string[];
  /** What it says: for machines (RFC 3464) and for people. */
  readonly report: string;
  /** The headers of the message it returns, and what follows them; read for the headers only, kept nowhere. */
  readonly returnedHeaders: string;
}
