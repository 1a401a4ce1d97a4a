// What codes and the stage suggest where no words are known (RFC 3463 §3, RFC 5248, RFC 4954 §6, RFC 5321 §4.2).
// Always a guess: the same 5.7.1 is said for relaying, spam and a wrong From.

import type { SmtpStage } from "../model/refusal.js";
import type { EnhancedCode } from "./enhanced-code.js";
import type { Meaning } from "./phrase.js";

const byEnhancedCode: Readonly<Record<string, Meaning>> = {
  "1.1": "mailbox-unknown",
  "1.2": "mailbox-unknown",
  "1.3": "mailbox-unknown",
  "1.6": "mailbox-unknown",
  "1.10": "mailbox-unknown",
  "2.1": "mailbox-unknown",
  "2.2": "mailbox-full",
  "2.3": "size",
  // Exchange Online's: so many messages of one sender, or of all, to one recipient in an hour.
  "2.121": "rate-limit",
  "2.122": "rate-limit",
  "3.4": "size",
  "4.5": "rate-limit",
  "5.3": "rate-limit",
  "7.8": "auth-failed",
  "7.9": "auth-failed",
  "7.10": "tls-required",
  "7.11": "tls-required",
  "7.13": "auth-failed",
  "7.14": "auth-failed",
  "7.20": "spf-dkim-dmarc",
  "7.23": "spf-dkim-dmarc",
  "7.26": "spf-dkim-dmarc",
  "7.28": "rate-limit",
  "7.54": "relay-denied",
  "7.57": "auth-required",
  "7.60": "sender-not-allowed",
  "7.64": "relay-denied",
  "7.139": "auth-failed",
};

const byBasicCode: Readonly<Record<number, Meaning>> = {
  452: "rate-limit",
  523: "tls-required",
  530: "auth-required",
  534: "auth-failed",
  535: "auth-failed",
  538: "tls-required",
  551: "mailbox-unknown",
  552: "mailbox-full",
};

/** What codes come to. `sure`: the code means this one thing wherever it is said. */
export interface Guess {
  readonly meaning: Meaning;
  readonly sure: boolean;
}

/** At AUTH (RFC 4954 §4, §6; RFC 5248): encryption first, or the account; null where the code only says no. */
export function signInCode(code: number | null, enhanced: EnhancedCode | null): Meaning | null {
  const detail = enhanced?.subject === 7 ? enhanced.detail : null;
  return code === 538 || code === 523 || detail === 10 || detail === 11 ? "tls-required" : null;
}

/** `other` where the codes say nothing of their own. */
export function meaningOfCodes(code: number | null, enhanced: EnhancedCode | null, stage: SmtpStage): Guess {
  const temporary = enhanced ? enhanced.class === 4 : code !== null && code < 500;
  if (stage === "auth") {
    // The step itself tells what was refused; a temporary failure says nothing about the password.
    if (temporary) return { meaning: "other", sure: false };
    // 530 judges no password: it asks for something first, which after AUTH is STARTTLS (RFC 3207 §4, RFC 4954 §6).
    if (code === 530) return { meaning: "tls-required", sure: false };
    return { meaning: signInCode(code, enhanced) ?? "auth-failed", sure: true };
  }
  const meaning = enhanced && byEnhancedCode[`${String(enhanced.subject)}.${String(enhanced.detail)}`];
  if (meaning && !(temporary && (meaning === "auth-failed" || meaning === "mailbox-unknown"))) {
    return { meaning, sure: meaning === "tls-required" || meaning === "size" };
  }
  const plain = code === null ? undefined : byBasicCode[code];
  if (plain) return { meaning: plain, sure: plain === "tls-required" };
  if (temporary) return { meaning: stage === "rcpt" ? "greylist" : "other", sure: false };
  return { meaning: stage === "rcpt" ? "policy" : "other", sure: false };
}
