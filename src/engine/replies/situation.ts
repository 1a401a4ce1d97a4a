// Where and how words were said, as far as that changes what they mean: the step they answered, their codes, and who had
// been reached. What the words are is the phrase's.

import type { Classification, ReplyText } from "../model/reason.js";
import { toSignIn, type SmtpStage } from "../model/refusal.js";
import { signInCode } from "./code-meaning.js";
import { parseEnhancedCode, type EnhancedCode } from "./enhanced-code.js";
import { ofPassword } from "./lock-out.js";
import type { Meaning, Phrase } from "./phrase.js";
import { namesLogIn, namesWrong, ofCredentials } from "./put-off.js";
import { authFailed } from "./reasons/auth-failed.js";
import type { Dialog } from "./wrappers/dialog.js";

const basicCode = /(?<![\d.,:-])([245]\d\d)(?=[\s\-+,;:)"'\]]|$)/;

export interface Situation {
  readonly stage: SmtpStage;
  readonly code: number | null;
  readonly enhancedCode: EnhancedCode | null;
  /** Somebody who had been reached said it: there is a code or a stage, or a dialog quotes it. */
  readonly isReply: boolean;
  /** What whoever saw it knows that it answered: AUTH or a later step; null where nobody saw it. */
  readonly answered: "sign-in" | "later" | null;
}

export function situationOf(reply: ReplyText, text: string, dialog: Dialog): Situation {
  const quoted = basicCode.exec(text)?.[1];
  const code = reply.code ?? (quoted === undefined ? null : Number(quoted));
  const stage = stageOf(reply.stage ?? dialog.stage, code);
  const isLater = toSignIn[reply.stage ?? "unknown"] === "after" && !onlyAtSignIn(code);
  const answered = reply.stage === "auth" ? "sign-in" : isLater ? "later" : null;
  const isReply = code !== null || (stage !== "unknown" && stage !== "connect") || dialog.quotesServer;
  return { stage, code, enhancedCode: parseEnhancedCode(reply.enhancedCode ?? text), isReply, answered };
}

/** Whoever leaves the stage out. */
function stageOf(told: SmtpStage, code: number | null): SmtpStage {
  return told === "unknown" && onlyAtSignIn(code) ? "auth" : told;
}

/** They answer AUTH and nothing else (RFC 4954 §6, RFC 5248). */
function onlyAtSignIn(code: number | null): boolean {
  return code === 525 || code === 534 || code === 535;
}

/**
 * The stage tells whom general words are about: "no such user" and "access denied" mean the log-in at AUTH, and
 * "no such user" the sender at MAIL FROM; before EHLO only the connection itself can be judged.
 */
export function inSituation(phrase: Phrase, situation: Situation, words: string): Meaning {
  const { means, atGreeting, inReply } = phrase;
  const { stage } = situation;
  if (stage === "auth") return atSignIn(phrase, situation, words);
  // "Invalid domain name", "no such domain": this computer's name, which EHLO gives.
  if (stage === "ehlo" && (means === "mailbox-unknown" || phrase.matter === "own-address-unknown")) {
    return "policy";
  }
  if (stage === "mail" && means === "mailbox-unknown") return "sender-not-allowed";
  // "Rejected: contains user name and password" is about the message.
  if (stage === "data" && situation.answered === "later" && means === "auth-failed") return "policy";
  if ((stage === "greeting" || stage === "connect") && atGreeting !== undefined) return atGreeting;
  return inReply !== undefined && situation.isReply ? inReply : means;
}

/** `words`: all that was said, folded. */
function atSignIn(phrase: Phrase, situation: Situation, words: string): Meaning {
  const { means, weak, atSignIn: matter } = phrase;
  const { code, enhancedCode, answered } = situation;
  // "Please log in" to who is signing in: somewhere else, on the provider's page for one.
  const ofSignIn = means === "auth-failed" || (means === "auth-required" && answered === "sign-in");
  const isForGood = code === null ? enhancedCode?.class !== 4 : code >= 500;
  const general =
    means === "mailbox-unknown" ||
    ofSignIn ||
    (weak && means === "policy") ||
    (isForGood && refusesBeside(phrase, words));
  const isSyntax = means === "other" && matter === undefined && code !== null && code >= 500 && code <= 503;
  if (general || isSyntax) return signInCode(code, enhancedCode) ?? "auth-failed";
  return matter === undefined ? means : "other";
}

/** Many add "try again later" to a refused password: beside one, words of what passes are no excuse of the server's. */
function refusesBeside({ means, weak, atSignIn }: Phrase, words: string): boolean {
  const isTryAgain = weak && (means === "other" || means === "greylist");
  return (
    (atSignIn !== undefined &&
      (namesWrong.test(words) || authFailed.some((phrase) => names(phrase, words)))) ||
    (isTryAgain && (atSignIn === undefined || namesLogIn(words)))
  );
}

/** A known sentence refuses the log-in, and by the name of what was wrong: "authentication failed" names nothing. */
function names({ pattern, weak }: Phrase, words: string): boolean {
  const said = weak ? [] : [...words.matchAll(new RegExp(pattern, "g"))];
  return said.some(([one]) => ofPassword.test(one) || ofCredentials.test(one));
}

/**
 * "No such user" after every recipient was accepted says of whom it speaks only by its code (RFC 3463 §3.2); words of a
 * refused log-in, where that is behind, say of nobody.
 */
export function weightOf(
  meaning: Meaning,
  { means, weak }: Phrase,
  { stage, enhancedCode, answered }: Situation,
): Classification["confidence"] {
  const aboutNobody = meaning === "mailbox-unknown" && stage === "data" && enhancedCode?.subject !== 1;
  return aboutNobody || (answered === "later" && means === "auth-failed")
    ? "guess"
    : weak
      ? "likely"
      : "certain";
}
