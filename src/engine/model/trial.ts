// What came of *Test sending*: one log-in with the settings in use, the real From, the recipient that failed (or the
// account's own address), then RSET and QUIT; no message. A fact for the diagnosis, like a look at the server.

import { refusal } from "./refusal.js";
import { byKind, type Of } from "./shape.js";

export const trial = byKind({
  accepted: {},
  /** Its stage tells how far it came: AUTH the sign-in, MAIL the sender, RCPT the recipient. */
  refused: { refusal },
});
export type Trial = Of<typeof trial>;

/** What the page tells of it: how far the settings in use came, or why nothing was tried. Nothing was changed. */
export interface Tested {
  readonly kind: "tested";
  readonly came:
    | Trial
    /** No way of signing in is set, or none that fits is offered. */
    | "not-signed-in"
    | "no-password"
    | "primary-password"
    /** Not without a secure connection, nor to a host that is not the account's. */
    | "withheld"
    | "unreachable"
    /** The server has shut this user out lately. */
    | "locked-out"
    | "offline"
    | "not-tried";
  readonly userName: string;
  readonly host: string;
}
