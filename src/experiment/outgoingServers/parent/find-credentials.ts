// What to sign in with: what the user typed, the first saved password of the identity that was not rejected
// lately, or Thunderbird's own OAuth2 token. A password never stands in for a token, nor a token for a password.

import type { Credentials, ProvableSignIn } from "../../../engine/smtp/auth.js";
import { mayReceivePassword, mayReceiveTyped, ownLogIn, type Asker } from "./credential-rules.js";
import { silentToken } from "./oauth-token.js";
import { refusedLogIns } from "./refused-log-ins.js";
import { asItIs, isLocked, savedLogIn, unlock } from "./saved-passwords.js";
import { tokenName } from "./token-name.js";

type Request = messenger.outgoingServers.VerifyRequest;
type Verified = messenger.outgoingServers.Verified;
type PasswordSource = messenger.outgoingServers.PasswordSource;

export interface Found {
  readonly credentials: Credentials;
  readonly from: NonNullable<Verified["passwordFrom"]>;
  /** Which it is, for the memory of the rejected ones, and never what it is; null for what was typed, which may always be tried. */
  readonly credential: string | null;
}

/** Whose passwords are asked for, and by whom. */
interface Whose {
  readonly identity: GeckoIdentity;
  readonly asker: Asker;
}

type None = Extract<
  Verified["result"],
  "no-password" | "not-supported" | "locked" | "needs-tls" | "needs-consent"
>;

/** Else why there is nothing to sign in with. What the credential rules withhold is not even read. */
export async function findCredentials(
  request: Request,
  signIn: ProvableSignIn,
  { identity, asker }: Whose,
): Promise<Found | None> {
  const { hostname = "", username = "" } = request.properties;
  const isToken = signIn === "oauth2";
  const typed = isToken ? null : request.password;
  if (typed !== null) {
    const permission = mayReceiveTyped(request.properties, identity, asker);
    if (permission !== "allowed") {
      return permission === "other-user" ? "needs-consent" : permission;
    }
  }
  const { sources, withheld } = permittedSources(request, identity, asker);
  if (typed === null && !isToken && sources.length === 0) {
    return withheld ?? "no-password";
  }
  // Asked for by Thunderbird itself, once, because the user clicked.
  if (typed === null && isLocked() && !(await unlock())) {
    return "locked";
  }
  const user = { host: hostname, userName: username };
  if (isToken) {
    const token = await silentToken(hostname, username);
    if (token === null) {
      return "not-supported";
    }
    const credential = tokenName(token);
    return refusedLogIns.isRejected(user, credential)
      ? "no-password"
      : { credentials: { kind: "token", userName: username, secret: token }, from: "token", credential };
  }
  const password = (secret: string, from: Found["from"], credential: string | null): Found => ({
    credentials: { kind: "password", userName: username, secret },
    from,
    credential,
  });
  if (typed !== null) {
    return password(typed, "typed", null);
  }
  const saved = await Promise.all(
    sources.map(async (source) => ({ source, logIn: await savedLogIn(source) })),
  );
  // The same password saved under another name is rejected with it.
  const rejected = saved.flatMap(({ logIn }) =>
    logIn !== null && refusedLogIns.isRejected(user, asItIs(logIn)) ? [logIn.password] : [],
  );
  for (const { source, logIn } of saved) {
    if (logIn !== null && !rejected.includes(logIn.password)) {
      const from = source.outgoingServerId == null ? "incoming" : "outgoing";
      return password(logIn.password, from, asItIs(logIn));
    }
  }
  return withheld ?? "no-password";
}

/** The identity's own that may go there, in the caller's order. `withheld`: why another of them may not. */
function permittedSources(
  { passwords, properties }: Request,
  identity: GeckoIdentity,
  asker: Asker,
): { readonly sources: readonly PasswordSource[]; readonly withheld: "needs-tls" | "needs-consent" | null } {
  const judged = passwords.map((source) => {
    const own = ownLogIn(source, identity);
    const permission = own === null ? "other-user" : mayReceivePassword(properties, own, identity, asker);
    return { source, permission };
  });
  const withheld = judged.map(({ permission }) => permission);
  return {
    sources: judged.filter(({ permission }) => permission === "allowed").map(({ source }) => source),
    withheld: withheld.find((one) => one === "needs-tls" || one === "needs-consent") ?? null,
  };
}
