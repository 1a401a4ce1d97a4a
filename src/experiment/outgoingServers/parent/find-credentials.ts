// What to sign in with: what the user typed, the first saved password of the identity that this operation has not seen
// rejected, or Thunderbird's own OAuth2 token. A password never stands in for a token, nor a token for a password.

import type { Credentials } from "../../../engine/smtp/auth.js";
import type { SignIn } from "../../../engine/model/server-settings.js";
import { isOwnPassword } from "./credential-rules.js";
import { silentToken } from "./oauth-token.js";
import type { Operation } from "./operations.js";
import { isLocked, savedLogIn, unlock } from "./saved-passwords.js";

type Request = messenger.outgoingServers.VerifyRequest;
type Verified = messenger.outgoingServers.Verified;

export interface Found {
  readonly credentials: Credentials;
  readonly from: NonNullable<Verified["passwordFrom"]>;
  /** What this operation remembers them by, should they be rejected. */
  readonly key: string;
}

/** Else why there is nothing to sign in with. */
export async function findCredentials(
  request: Request,
  signIn: SignIn,
  identity: GeckoIdentity,
  { rejected }: Operation,
): Promise<Found | Extract<Verified["result"], "no-password" | "not-supported" | "locked">> {
  const { hostname = "", username = "" } = request.properties;
  const isToken = signIn === "oauth2";
  const typed = isToken ? null : request.password;
  // Asked for by Thunderbird itself, once, because the user clicked.
  if (typed === null && isLocked() && !(await unlock())) {
    return "locked";
  }
  const keyOf = (secret: string): string => `${hostname}\n${username}\n${secret}`;
  if (isToken) {
    const token = await silentToken(hostname, username);
    if (token === null) {
      return "not-supported";
    }
    const key = keyOf(token);
    return rejected.has(key)
      ? "no-password"
      : { credentials: { kind: "token", userName: username, token }, from: "token", key };
  }
  const password = (secret: string, from: Found["from"]): Found => ({
    credentials: { kind: "password", userName: username, password: secret },
    from,
    key: keyOf(secret),
  });
  if (typed !== null) {
    return password(typed, "typed");
  }
  for (const source of request.passwords.filter((one) => isOwnPassword(one, identity))) {
    const logIn = await savedLogIn(source);
    if (logIn !== null && !rejected.has(keyOf(logIn.password))) {
      return password(logIn.password, source.outgoingServerId == null ? "incoming" : "outgoing");
    }
  }
  return "no-password";
}
