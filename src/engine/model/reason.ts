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
 * What the words tell more closely; the reason stays what it is: a locked account is still a refused log-in. And what it
 * is about: of a `sign-in`, the password was not judged, or does not help; of a `delivery`, the page has advice of its own
 * (`matter_…_title`, `_why` and `_do` in `_locales`).
 */
const aboutWhat = {
  /** It is the sender whose mailbox is full. */
  "own-mailbox-full": "delivery",
  /** The address of the user's own connection is blocked. */
  "own-internet-address": "delivery",
  /** The address is one of those given to homes, from which strangers' mail is refused. */
  "home-internet-address": "delivery",
  /** Too many failed log-ins, or an account that is locked: each further try makes it worse. */
  "locked-out": "sign-in",
  /** No password helps: the account may not sign in at all. */
  "account-disabled": "sign-in",
  /** A temporary failure at the sign-in: says nothing about the password. */
  "sign-in-put-off": "sign-in",
  /** The server knows no AUTH on this connection. */
  "sign-in-not-taken": "sign-in",
  /** It is the sender's own address that does not exist or could not be confirmed. */
  "own-address-unknown": "own-address",
  /** The recipient's address is not complete, or not written as an address is. */
  "recipient-incomplete": "delivery",
  /** The server that we send through asked the recipient's, which refused. */
  "recipient-refused-elsewhere": "delivery",
  /** A wish of this message that the server does not know: a delivery notice. */
  "delivery-notice": "delivery",
  /** The part after the @: it does not exist, or takes no mail. */
  "recipient-domain": "delivery",
  /** The sender's own domain is not found, or not believed. */
  "sender-domain": "delivery",
  /** The recipient's account is switched off. */
  "recipient-disabled": "delivery",
  /** The recipient gets more than their server lets in: the sender need not have sent much. */
  "recipient-limit": "delivery",
  /** A link or an address in the message is on a list, not the internet address. */
  "listed-content": "delivery",
  /** A line of the message, or all its headers, are too long. */
  "too-long": "delivery",
  /** Tried for days in vain. */
  "given-up": "delivery",
  /** Servers send the message round in circles. */
  loop: "delivery",
  /** One server could not reach another. */
  unreachable: "delivery",
} as const satisfies Readonly<Record<string, "sign-in" | "own-address" | "delivery">>;
export type Matter = keyof typeof aboutWhat;
export const matters = Object.keys(aboutWhat) as readonly Matter[];

/** No password was looked at, or none helps. */
export function isAboutSignIn(matter: Matter | undefined): boolean {
  return matter !== undefined && aboutWhat[matter] === "sign-in";
}

/** About the account or its address: another setting, another password or waiting may be what helps. */
export function isAboutAccount(matter: Matter | undefined): boolean {
  return matter !== undefined && ["sign-in", "own-address"].includes(aboutWhat[matter]);
}

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
  /** Of the user's settings: which names without a dot are servers'. */
  readonly ownHosts?: readonly string[];
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
