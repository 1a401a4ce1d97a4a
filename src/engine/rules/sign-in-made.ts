// Whether Thunderbird signed in before it was refused. It says nothing when it does not: a method that maps to
// nothing, or a server that offers none on this connection, is passed over in silence (SmtpClient, USERS.md §1).

import { toSignIn, type Refusal } from "../model/refusal.js";
import { signsIn, type OutgoingServer } from "../model/server-settings.js";

export type SignInMade =
  /** The method chosen in the settings never signs in. */
  | "never-with-this-method"
  /** The server offered no sign-in on this connection: too early, before TLS, or on port 25. */
  | "not-offered"
  | "tried"
  /** No connection was made, or none was asked for. */
  | "unknown";

export function signInMade(server: OutgoingServer, refusal: Refusal | null): SignInMade {
  if (!signsIn(server.signIn)) {
    return "never-with-this-method";
  }
  if (refusal?.offeredSignIn == null) {
    return "unknown";
  }
  const late = ["itself", "after"].includes(toSignIn[refusal.stage]);
  if (!late) {
    return "unknown";
  }
  return refusal.offeredSignIn.length === 0 ? "not-offered" : "tried";
}
