// What a provider's note says of the password, where it changes what is tried: one that only the provider's page gives,
// or none at all because Thunderbird has to sign in on that page. Doubtful notes change nothing.

import type { Evidence } from "../model/evidence.js";
import type { Facts, PasswordKind } from "./note.js";
import { noteFor } from "./note-for.js";
import { thunderbirdHasOAuth2 } from "./oauth2-hosts.js";

type Account = Pick<Evidence, "sender" | "outgoing" | "incoming" | "candidates">;

/** The account's ordinary password is not taken: the user has to bring another. */
export function wantsAnotherPassword(account: Account): boolean {
  const fact = passwordFact(account);
  return fact !== null && fact.when === undefined && broughtByUser.includes(fact.is);
}

const broughtByUser: readonly PasswordKind[] = [
  "app-password",
  "own-password",
  "authorization-code",
  "bridge-password",
];

/**
 * A password that was refused had better become OAuth2: the account receives with it already, or the provider takes
 * nothing else, and the server offers it, as far as that is known.
 */
export function wantsOAuth2(account: Account, host: string, offered: readonly string[] | null): boolean {
  if (!canUseOAuth2(host, offered)) return false;
  const { incoming } = account;
  const receives = incoming?.signIn === "oauth2" && thunderbirdHasOAuth2(incoming.host);
  return receives || passwordFact(account)?.is === "oauth2-only";
}

/** `offered`: null where nobody has seen it. */
export function canUseOAuth2(host: string, offered: readonly string[] | null): boolean {
  return thunderbirdHasOAuth2(host) && (offered === null || offered.includes("XOAUTH2"));
}

function passwordFact(account: Account): Facts["password"] | null {
  const fact = noteFor(account)?.facts.password;
  return fact === undefined || fact.certainty === "possible" ? null : fact;
}
