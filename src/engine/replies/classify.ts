// Decides what a reply means: the wrapper first, then known sentences, then general words, then codes and stage
// (DESIGN §1.2). Works on any text; the same words mean something else when another server said them.

import { catalogue } from "./catalogue.js";
import { catalogueIndex } from "./catalogue-index.js";
import { meaningOfCodes, type Guess } from "./code-meaning.js";
import { parseEnhancedCode } from "./enhanced-code.js";
import { firstMatchOf, type FirstMatch, type Match } from "./first-match.js";
import { fold } from "./fold.js";
import { mailInText, type NoticeInText } from "../dsn/notice-in-text.js";
import { worstSaying, type Saying } from "../dsn/notice.js";
import type { NoticeMail } from "../model/returned-mail.js";
import { maximumReplyLength } from "./maximum-length.js";
import { matterInNotice, matterOf } from "./matter.js";
import type { Meaning, Phrase } from "./phrase.js";
import type { PhraseIndex } from "./phrases-in.js";
import { inSituation, situationOf, weightOf, type Situation } from "./situation.js";
import { subReasons } from "../model/reason.js";
import type { Classification, Matter, ReplyText, SubReason } from "../model/reason.js";
import { dialogFault, dialogIn } from "./wrappers/dialog.js";
import { wrapperOf } from "./wrapper.js";
import type { Wrapper } from "./wrapper.js";

function isSubReason(meaning: Meaning): meaning is SubReason {
  return (subReasons as readonly string[]).includes(meaning);
}

/** What a notice says of its worst recipient; a text that is none has only what it says to people. */
interface InNotice {
  /** The reply that is quoted, else the notice's own words about that recipient; "" where there are none. */
  readonly said: string;
  /** It is a server's reply, or what the reporting one tells machines. */
  readonly isQuoted: boolean;
  readonly code: number | null;
  readonly enhancedCode: string | null;
  /** All that it says to people. */
  readonly around: string;
}

function inNotice(reply: ReplyText, { text }: NoticeMail, worst: Saying | null): InNotice {
  return {
    said: worst?.reply?.text ?? (worst?.wordsFrom === "whole-text" ? "" : (worst?.words ?? "")),
    isQuoted: worst !== null && (worst.reply !== null || worst.wordsFrom === "diagnostic-code"),
    code: reply.code ?? worst?.reply?.code ?? null,
    enhancedCode: reply.enhancedCode ?? worst?.reply?.enhancedCode ?? worst?.status ?? null,
    around: text,
  };
}

/** `read`: taken apart already, else only as far as the words need it. */
function noticeOf(reply: ReplyText, text: string, read: NoticeInText | undefined): InNotice {
  if (read !== undefined) return inNotice(reply, read.mail, read.notice?.fates[0] ?? null);
  const mail = mailInText(reply.kind === "dsn" ? reply.text : text);
  return inNotice(reply, mail, worstSaying(mail));
}

/** What was said of a recipient, and nothing around it. */
function alone({ code, enhancedCode }: ReplyText, text: string): InNotice {
  return { said: text, isQuoted: true, code: code ?? null, enhancedCode: enhancedCode ?? null, around: "" };
}

// The quoted reply first, then a code that means one thing: around them a notice says much that only sounds like a
// cause. What stands around a reply that nobody knows is believed only where it is no word about the user.
function matchInNotice(
  { said, isQuoted, around }: InNotice,
  isToldByCode: boolean,
  firstMatch: FirstMatch,
): Match | null {
  if (isToldByCode && !isQuoted) return null;
  const words = said === "" ? null : fold(said);
  const beside = words === null ? null : firstMatch(words);
  if (beside !== null || isToldByCode) return beside;
  const all = fold(around);
  const other = all === words ? null : firstMatch(all);
  if (other === null || words === null) return other;
  return isSubReason(other.phrase.means) ? { ...other, isAround: true } : null;
}

/** Another server's refusal is not this user's settings, unless it names the user's own identity or log-in. */
function isOfUser(wrapper: Wrapper, phrase: Phrase | null): boolean {
  return wrapper === "own-server" || phrase?.holdsInBounce === true;
}

/** Of the reply that a notice quotes, else of its fields; whatever its code, it answered no log-in of this client's. */
function situationIn({ code, enhancedCode }: InNotice, { stage = "unknown" }: ReplyText): Situation {
  const isReply = code !== null;
  return { stage, code, enhancedCode: parseEnhancedCode(enhancedCode ?? ""), isReply, answered: null };
}

/** Where no words are known: Thunderbird's own sentence in any language, else codes and stage. */
function guess(reply: ReplyText, text: string, { stage, code, enhancedCode }: Situation): Guess {
  const fault = dialogFault(text, reply.kind, reply.ownHosts);
  return fault ? { meaning: fault, sure: true } : meaningOfCodes(code, enhancedCode, stage);
}

/** In a notice an account that is disabled is the recipient's (RFC 5248, X.7.13), and its address is what is refused. */
function guessIn({ code, enhancedCode, stage }: Situation): Guess {
  const { subject, detail } = enhancedCode ?? { subject: 0, detail: 0 };
  if (subject === 7 && detail === 13) return { meaning: "mailbox-unknown", sure: false };
  const { meaning, sure } = meaningOfCodes(code, enhancedCode, stage);
  return { meaning, sure: sure || aboutRecipient.includes(`${String(subject)}.${String(detail)}`) };
}

/** RFC 3463 §3.2, §3.3: the mailbox, its domain, its room. */
const aboutRecipient: readonly string[] = ["1.1", "1.2", "1.6", "1.10", "2.2"];

/** What a text says, before it is asked who said it to whom. */
interface Said {
  readonly meaning: Meaning;
  readonly confidence: Classification["confidence"];
  readonly match: Match | null;
}

function saidInWords(match: Match, situation: Situation, words: string): Said {
  const meaning = inSituation(match.phrase, situation, words);
  const confidence = match.isAround ? "likely" : weightOf(meaning, match.phrase, situation);
  return { meaning, confidence, match };
}

function saidInCodes({ meaning, sure }: Guess): Said {
  return { meaning, confidence: sure ? "likely" : "guess", match: null };
}

/** A classifier that knows these phrases, in this order, by their index; with fewer than the catalogue's only for measuring. */
export function classifierOf(
  phrases: readonly Phrase[],
  indexed: () => PhraseIndex,
): (reply: ReplyText, read?: NoticeInText | null) => Classification {
  const firstMatch = firstMatchOf(phrases, indexed);
  return (reply, read) => {
    const text = reply.text.slice(0, maximumReplyLength);
    const wrapper = wrapperOf(text, reply.kind);
    if (wrapper === "own-server") {
      const dialog = dialogIn(text);
      const situation = situationOf(reply, text, dialog);
      const words = fold(dialog.words);
      const match = firstMatch(words);
      const said = match ? saidInWords(match, situation, words) : saidInCodes(guess(reply, text, situation));
      const matter = matterOf(said.meaning, match, words, situation);
      return classification(said, matter, wrapper);
    }
    const notice = read === null ? alone(reply, text) : noticeOf(reply, text, read);
    const situation = situationIn(notice, reply);
    const guessed = guessIn(situation);
    const match = matchInNotice(notice, guessed.sure, firstMatch);
    const said = match ? saidInWords(match, situation, notice.said) : saidInCodes(guessed);
    const matter = matterInNotice(said.meaning, match?.phrase ?? null, situation.enhancedCode);
    return classification(said, matter, wrapper);
  };
}

function classification(
  { meaning: said, confidence, match }: Said,
  matter: Matter | null,
  wrapper: Wrapper,
): Classification {
  const phrase = match?.phrase ?? null;
  const isClearedOf = isSubReason(said) || isOfUser(wrapper, phrase) ? null : said;
  const meaning = isClearedOf === null ? said : (phrase?.inBounce ?? "other");
  const isSub = isSubReason(meaning);
  const plain = {
    reason: isSub ? ("not-a-client-config-problem" as const) : meaning,
    subReason: isSub ? meaning : null,
    confidence,
    basis: match?.words ?? "",
  };
  if (matter === null && isClearedOf === null) return plain;
  return {
    ...plain,
    ...(matter !== null && { matter }),
    ...(isClearedOf !== null && { ifSaidByOwnServer: isClearedOf }),
  };
}

/**
 * What `reply` means; `read`: its text as a notice, where that has been taken apart already, or null where it is only
 * what one said of a recipient. Never throws; hostile text costs time linear in `maximumReplyLength`.
 */
export const classify = classifierOf(catalogue, catalogueIndex);
