// A mail that may be a notice of delivery (RFC 3464), and what is read of one: bounded, and kept nowhere as it is.

/** A mail as Thunderbird lists it; `messageId` is Thunderbird's own number, not the header. */
export interface MailSeen {
  readonly messageId: number;
  readonly author: string;
  readonly subject: string;
}

/** Headers by lower-case name, as messages.getHeaders gives them. */
export type Headers = Readonly<Record<string, readonly string[] | undefined>>;

/** Taken apart as far as a notice has to be (RFC 6522): for machines, for people, and what came back. */
export interface NoticeMail {
  readonly headers: Headers;
  /** For people: the plain text, or the words of the HTML where there is no other; without the message returned. */
  readonly text: string;
  /** The fields of RFC 3464, those of several parts one after another; "" without such a part. */
  readonly status: string;
  /** The message that came back, from its headers on, read for those only; "" where the notice has none. */
  readonly returned: string;
}

/** A notice as it lies in a folder. */
export interface ReturnedMail extends NoticeMail {
  readonly headerMessageId: string;
  /** The account it lies in; null where that cannot be told. */
  readonly accountId: string | null;
  /** The addresses it was sent to. */
  readonly to: readonly string[];
}
