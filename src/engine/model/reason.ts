// The closed list of what a reply can mean (DESIGN §1.2). Names only; `classify.ts` decides.

import type { SmtpStage } from "./refusal.js";
export const reasons = [
  "relay-denied",
  "auth-required",
  "auth-failed",
  "sender-not-allowed",
  "tls-required",
  "port-or-connection-blocked",
  "wrong-server-not-hosting",
  "not-a-client-config-problem",
] as const;
export type Reason = (typeof reasons)[number];

/** Why settings cannot help: the sub-reasons of `not-a-client-config-problem`. */
export const subReasons = [
  "spam",
  "blocklist",
  "spf-dkim-dmarc",
  "mailbox-unknown",
  "mailbox-full",
  "rate-limit",
  "greylist",
  "size",
  "policy",
  "other",
] as const;
export type SubReason = (typeof subReasons)[number];

/**
 * What the words tell more closely, where the page has advice of its own (`matter_…` in `_locales`). The reason stays
 * what it is: a locked account is still a refused log-in.
 */
export const matters = [
  /** It is the sender whose mailbox is full. */
  "own-mailbox-full",
  /** The address of the user's own connection is blocked. */
  "own-internet-address",
  /** The address is one of those given to homes, from which strangers' mail is refused. */
  "home-internet-address",
  /** Too many failed log-ins, or an account that is locked: each further try makes it worse. */
  "locked-out",
  /** No password helps: the account may not sign in at all. */
  "account-disabled",
  /** A temporary failure at the sign-in: says nothing about the password. */
  "sign-in-put-off",
  /** The server knows no AUTH on this connection. */
  "sign-in-not-taken",
  /** It is the sender's own address that does not exist or could not be confirmed. */
  "own-address-unknown",
  /** The recipient's address is not complete, or not written as an address is. */
  "recipient-incomplete",
  /** The server that we send through asked the recipient's, which refused. */
  "recipient-refused-elsewhere",
  /** A wish of this message that the server does not know: a delivery notice. */
  "delivery-notice",
  /** The part after the @: it does not exist, or takes no mail. */
  "recipient-domain",
  /** The sender's own domain is not found, or not believed. */
  "sender-domain",
  /** The recipient's account is switched off. */
  "recipient-disabled",
  /** A link or an address in the message is on a list, not the internet address. */
  "listed-content",
  /** A line of the message, or all its headers, are too long. */
  "too-long",
  /** Tried for days in vain. */
  "given-up",
  /** Servers send the message round in circles. */
  "loop",
  /** One server could not reach another. */
  "unreachable",
] as const;
export type Matter = (typeof matters)[number];

/** About the account or its address: another setting, another password or waiting may be what helps. */
export const mattersOfAccount: readonly Matter[] = [
  "locked-out",
  "account-disabled",
  "sign-in-put-off",
  "sign-in-not-taken",
  "own-address-unknown",
];

/** Where the text was found; absent when the caller does not know and the text has to tell. */
export type ReplyKind = "smtp-reply" | "dsn" | "log" | "client-dialog" | "webmail";

export interface ReplyText {
  /** Anything from a bare reply to a whole bounce. Cut to `maximumReplyLength` before it is read. */
  readonly text: string;
  readonly kind?: ReplyKind;
  /** Known when Thunderbird's own SMTP client reports the reply, else absent. */
  readonly stage?: SmtpStage;
  readonly code?: number;
  readonly enhancedCode?: string;
}

export interface Classification {
  readonly reason: Reason;
  /** Set exactly when `reason` is `not-a-client-config-problem`. */
  readonly subReason: SubReason | null;
  /**
   * `certain`: the server's own sentence is known. `likely`: general words, or a code that means one thing only.
   * `guess`: code or stage alone; it rules nothing in and nothing out.
   */
  readonly confidence: "certain" | "likely" | "guess";
  /** Absent: the reason says it all. */
  readonly matter?: Matter;
  /** The words of the reply that decided, for the page to show; empty when only a code did. */
  readonly basis: string;
  /** Only on a refusal quoted in a bounce or a sending server's log: what the words mean if the user's own server said them. */
  readonly ifSaidByOwnServer?: Reason;
}
