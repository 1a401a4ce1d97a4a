// Settings to be proven by a real log-in, and what came of it. Data only; the ports carry it.

import type { Agreement } from "./agreement.js";
import type { Unreachable } from "./probe.js";
import type { Refusal } from "./refusal.js";
import type { ServerSettings } from "./server-settings.js";

/** From which saved log-in a password may be copied, inside Thunderbird, never through an extension page. */
export type PasswordSource =
  | { readonly kind: "outgoing"; readonly serverId: string }
  | { readonly kind: "incoming"; readonly accountId: string }
  /** The log-in that a proof has just made. */
  | { readonly kind: "proof"; readonly proofId: string };

/** Settings to be proven by a real log-in; one `operationId` is one click and makes two log-ins at the most. */
export interface Attempt {
  readonly operationId: string;
  readonly identityId: string;
  readonly settings: ServerSettings;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly passwords: readonly PasswordSource[];
  /** What the user typed; null: only saved passwords. */
  readonly password: string | null;
  /** What the user was shown and agreed to; null: nothing. */
  readonly agreed: Agreement | null;
}

export type Proof =
  | { readonly kind: "accepted"; readonly proofId: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "unreachable"; readonly because: Unreachable }
  | { readonly kind: "no-sign-in-offered" }
  /** No saved password is left that was not rejected in this operation. */
  | { readonly kind: "no-password" }
  /** A rule of the credentials forbids it: no TLS, or a host nobody vouches for. */
  | { readonly kind: "withheld" }
  /** This way of signing in (OAuth2, Kerberos, NTLM) is Thunderbird's own to try. */
  | { readonly kind: "not-provable" }
  | { readonly kind: "too-many-log-ins" }
  /** The server has shut this user out lately: not asked again. */
  | { readonly kind: "locked-out" }
  | { readonly kind: "locked" }
  | { readonly kind: "cancelled" };

/** What came of giving a saved password to another entry. */
export type CopiedPassword =
  | { readonly kind: "copied" }
  | { readonly kind: "already-saved" }
  | { readonly kind: "none-saved" }
  /** Not this identity's password, or not a server that may have it. */
  | { readonly kind: "withheld" }
  | { readonly kind: "locked" };

/**
 * What came of taking a saved password back. `changed-since`, `used-elsewhere`: it is not ours any more, and stays in
 * use. `none`: nothing was there under that name.
 */
export type PasswordTakenBack = "removed" | "restored" | "changed-since" | "used-elsewhere" | "none";

/** What undo left as it is of a saved password. `gone`: the old one, put aside, is not there any more. */
export type PasswordLeft = "changed-since" | "used-elsewhere" | "gone";
