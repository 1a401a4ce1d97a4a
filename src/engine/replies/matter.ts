// What a reply tells more closely than its reason, where the page has advice of its own: by the phrase, else by the
// stage and the codes.

import type { EnhancedCode } from "./enhanced-code.js";
import type { Match } from "./first-match.js";
import { lockAtSignIn } from "./lock-out.js";
import type { Meaning, Phrase } from "./phrase.js";
import type { Matter } from "../model/reason.js";
import type { Situation } from "./situation.js";

type Said = Pick<Situation, "stage" | "code" | "enhancedCode">;

/** RFC 3463 §3, RFC 5248, RFC 7504, RFC 7505, Exchange Online: of a message that the own server had taken. */
const afterwards: Readonly<Record<string, Matter>> = {
  "1.2": "recipient-domain",
  "1.7": "sender-domain",
  "1.8": "sender-domain",
  "1.10": "recipient-domain",
  "2.122": "recipient-limit",
  "4.1": "unreachable",
  "4.4": "recipient-domain",
  "4.6": "loop",
  "4.7": "given-up",
  "7.13": "recipient-disabled",
};

/** In a returned mail: words about a sign-in or a connection are those of one server to another. */
export function matterInNotice(
  meaning: Meaning,
  phrase: Phrase | null,
  enhancedCode: EnhancedCode | null,
): Matter | null {
  if (phrase?.matter !== undefined && aboutTheMessage.includes(phrase.matter)) {
    return phrase.matter;
  }
  if (meaning === "port-or-connection-blocked") {
    return "unreachable";
  }
  const { subject, detail } = enhancedCode ?? { subject: 0, detail: 0 };
  return phrase === null ? (afterwards[`${String(subject)}.${String(detail)}`] ?? null) : null;
}

const aboutTheMessage: readonly Matter[] = [
  ...Object.values(afterwards),
  "listed-content",
  "too-long",
  "recipient-incomplete",
];

/** Of what the user's own server said to this client. `words`: all of it, folded; `match`: where the phrase is in it. */
export function matterOf(
  meaning: Meaning,
  match: Match | null,
  words: string,
  situation: Said,
): Matter | null {
  const { stage } = situation;
  const phrase = match?.phrase ?? null;
  if (stage === "auth" && phrase?.matter !== "locked-out") {
    return atSignIn(meaning, match, words, situation);
  }
  if (phrase?.matter !== undefined && meaning === phrase.means) {
    // Before MAIL no address of anybody has been said: what EHLO gives is this computer's name.
    return stage === "ehlo" && ofAddresses.includes(phrase.matter) ? null : phrase.matter;
  }
  switch (meaning) {
    // Nobody but this client is connected: the address on the list is its own.
    case "blocklist":
      return phrase === null ? null : "own-internet-address";
    case "mailbox-full":
      return stage === "mail" ? "own-mailbox-full" : null;
    case "sender-not-allowed":
      // An unknown mailbox becomes a sender who is refused at MAIL only (situation.ts).
      return phrase?.means === "mailbox-unknown" ? "own-address-unknown" : null;
    default:
      return null;
  }
}

const ofAddresses: readonly Matter[] = [
  "own-address-unknown",
  "sender-domain",
  "recipient-domain",
  "recipient-limit",
];

/** Said of an account, at AUTH: general words that elsewhere are about a mailbox. */
const closed = /disabled|suspended|inactive|deactivated|expired|closed|terminated/;

/** For as long as that takes everybody is shut out. */
const maintenance = /mainten|wartung|维护|維護|メンテナンス/;

function atSignIn(
  meaning: Meaning,
  match: Match | null,
  words: string,
  { code, enhancedCode }: Said,
): Matter | null {
  if (code === 525 || (enhancedCode?.subject === 7 && enhancedCode.detail === 13)) {
    return "account-disabled";
  }
  const phrase = match?.phrase;
  if (meaning === "other" && phrase?.atSignIn !== undefined && !phrase.weak) {
    const isForGood = code !== null && code >= 500;
    const isLock = isForGood && !maintenance.test(words) && lockAtSignIn(words, false) === "locked-out";
    return isLock ? "locked-out" : phrase.atSignIn;
  }
  // Too many sign-ins, of whatever kind: another one makes it worse.
  if (meaning === "rate-limit") {
    return "locked-out";
  }
  if (code === null ? enhancedCode?.class === 4 : code < 500) {
    return "sign-in-put-off";
  }
  // 500 to 503: the command itself is not known here (RFC 5321 §4.2.4), so no password was looked at.
  if (meaning === "auth-failed" && code !== null && code >= 500 && code <= 503) {
    return code === 501 ? null : "sign-in-not-taken";
  }
  // What passes is no excuse beside a refused password (situation.ts).
  const matter = phrase?.atSignIn === undefined ? phrase?.matter : undefined;
  if (match !== null && (matter !== undefined || closed.test(match.words))) {
    return matter ?? "account-disabled";
  }
  if (meaning === "tls-required") return null;
  // Yahoo says "too many bad auth attempts" of the first password that is none made for mail programs.
  const isKnown = phrase?.means === "auth-failed" && !phrase.weak;
  return lockAtSignIn(words, isKnown) ?? (meaning === "other" ? (phrase?.atSignIn ?? null) : null);
}
