// Whether a server says that it has closed signing in to this user for a while. Every further log-in makes that longer, so
// it is asked before any (DESIGN §5). The one list for all languages of the catalogue, whose reason
// `locked-out` reads it. What "too many" means of messages, recipients or connections is `rate-limit` there; a wrong password
// alone is `auth-failed`.

import type { Refusal } from "../model/refusal.js";
import { fold } from "./fold.js";
import { forNow, locked, shutOut, tooManyTries, waits, type LockOutWords } from "./lock-out-words.js";
import { maximumReplyLength } from "./maximum-length.js";

/** Signing in is named as closed beside the time. */
const closedFor =
  /(?:log-?(?:in|on)|sign-?(?:in|on)|auth(?:entication)?|access|account)\b[^.]{0,30} (?:disabled|denied|closed|blocked|suspended)\b/;

const saysIn =
  (said: string) =>
  ({ pattern }: LockOutWords): boolean =>
    pattern.test(said);

/**
 * At the sign-in 421 and 454 count as well (RFC 4954 §6 has 454 for a check that cannot be made now); elsewhere these are
 * about other things: "454 4.7.1 Relay access denied". What is said of the message itself is about no log-in: SPF and DKIM
 * are called authentication, too.
 */
export function saysLockOut({ stage, code, lines }: Pick<Refusal, "stage" | "code" | "lines">): boolean {
  const said = fold(lines.join("\n").slice(0, maximumReplyLength));
  const says = saysIn(said);
  const refusesFor = (): boolean =>
    (code === null || code >= 500 || closedFor.test(said)) && !isGreylisting.test(said) && waits.some(says);
  return (
    (stage !== "data" && (tooManyTries.some(says) || shutOut.some(says))) ||
    (stage === "auth" &&
      (code === 421 || code === 454 || forNow.some(says) || locked.some(says) || refusesFor()))
  );
}

const isGreylisting = /gr[ea]y-?list/;

/** Words that name the password; a new one may open what is locked for it. */
export const ofPassword =
  /pass(?:word|wor|code)|kenn(?:wort|w[oö]rt)|mot de passe|contrase|senha|has[lł]|парол|密码|密碼|パスワード|비밀번호/;

/**
 * What a sign-in refused for good says of a lock: closed for a while, or an account that may not sign in; null: no word of
 * one. `said`: folded. `isKnown`: a known sentence about a refused log-in, which only a time to wait adds to.
 */
export function lockAtSignIn(said: string, isKnown: boolean): "locked-out" | "account-disabled" | null {
  const says = saysIn(said);
  if (ofPassword.test(said) || isGreylisting.test(said)) return null;
  if (waits.some(says) || (!isKnown && forNow.some(says))) return "locked-out";
  if (isKnown || !locked.some(says)) return null;
  return /\bip\b/.test(said) ? "locked-out" : "account-disabled";
}
