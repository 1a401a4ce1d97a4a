// Decides what a reply means: the wrapper first, then known sentences, then general words, then codes and stage
// (DESIGN §1.2). Works on any text; the same words mean something else when another server said them.

import type { SmtpStage } from "../model/refusal.js";
import { catalogue } from "./catalogue.js";
import { meaningOfCodes } from "./code-meaning.js";
import { parseEnhancedCode } from "./enhanced-code.js";
import { fold } from "./fold.js";
import { quotedReplyIn, withoutQuotedMessage } from "./bounce.js";
import { linksIn } from "./links.js";
import { maximumReplyLength } from "./maximum-length.js";
import type { Meaning, Phrase } from "./phrase.js";
import { subReasons } from "./reason.js";
import type { Classification, ReplyText, SubReason } from "./reason.js";
import { dialogFault, dialogStage, withoutDialog } from "./wrappers/dialog.js";
import { wrapperOf } from "./wrapper.js";
import type { Wrapper } from "./wrapper.js";

export { maximumReplyLength };

const basicCode = /(?<![\d.,:-])([245]\d\d)(?=[\s\-+,;:)"'\]]|$)/;

// Around the words that decided.
const punctuation = /^[\s:;,.>(]+|[\s:;,.<(]+$/g;

function isSubReason(meaning: Meaning): meaning is SubReason {
  return (subReasons as readonly string[]).includes(meaning);
}

interface Match {
  readonly phrase: Phrase;
  readonly words: string;
}
type FirstMatch = (folded: string) => Match | null;

function firstMatchOf(phrases: readonly Phrase[]): FirstMatch {
  return (folded) => {
    for (const phrase of phrases) {
      const match = phrase.pattern.exec(folded);
      if (match) return { phrase, words: match[0].replace(punctuation, "") };
    }
    return null;
  };
}

// The quoted reply first: around it a bounce says much that only sounds like a cause.
function matchInBounce(text: string, firstMatch: FirstMatch): Match | null {
  const quoted = quotedReplyIn(text);
  return (quoted === null ? null : firstMatch(fold(quoted))) ?? firstMatch(fold(withoutQuotedMessage(text)));
}

/** Another server's refusal is not this user's settings, unless it names the user's own identity or log-in. */
function seenThrough(wrapper: Wrapper, meaning: Meaning, phrase: Phrase | null): Meaning {
  if (wrapper === "own-server" || isSubReason(meaning) || phrase?.holdsInBounce) return meaning;
  return phrase?.inBounce ?? "other";
}

/**
 * The stage tells whom general words are about: "no such user" and "access denied" mean the log-in at AUTH, and
 * "no such user" the sender at MAIL FROM.
 */
function atStage({ means, weak }: Phrase, stage: SmtpStage): Meaning {
  if (stage === "auth" && (means === "mailbox-unknown" || (weak && means === "policy"))) return "auth-failed";
  return stage === "mail" && means === "mailbox-unknown" ? "sender-not-allowed" : means;
}

/** 534 and 535 answer AUTH and nothing else (RFC 4954 §6), whoever leaves the stage out. */
function stageOf(reply: ReplyText, text: string): SmtpStage {
  const told = reply.stage ?? dialogStage(text);
  const code = reply.code ?? Number(basicCode.exec(text)?.[1]);
  return told === "unknown" && (code === 534 || code === 535) ? "auth" : told;
}

/** Where no words are known: Thunderbird's own sentence in any language, else codes and stage. */
function guess(reply: ReplyText, text: string, stage: SmtpStage): Meaning {
  const fault = dialogFault(text, reply.kind);
  if (fault) return fault;
  const code = reply.code ?? Number(basicCode.exec(text)?.[1] ?? Number.NaN);
  return meaningOfCodes(
    Number.isNaN(code) ? null : code,
    parseEnhancedCode(reply.enhancedCode ?? text),
    stage,
  );
}

/** A classifier that knows these phrases, in this order; with fewer than the catalogue's only for measuring. */
export function classifierOf(phrases: readonly Phrase[]): (reply: ReplyText) => Classification {
  const firstMatch = firstMatchOf(phrases);
  return (reply) => {
    const text = reply.text.slice(0, maximumReplyLength);
    const stage = stageOf(reply, text);
    const wrapper = wrapperOf(text, reply.kind);
    const found =
      wrapper === "own-server" ? firstMatch(fold(withoutDialog(text))) : matchInBounce(text, firstMatch);
    const said = found ? atStage(found.phrase, stage) : guess(reply, text, stage);
    const meaning = seenThrough(wrapper, said, found?.phrase ?? null);
    return {
      reason: isSubReason(meaning) ? "not-a-client-config-problem" : meaning,
      subReason: isSubReason(meaning) ? meaning : null,
      confidence: !found ? "guess" : found.phrase.weak ? "likely" : "certain",
      basis: found?.words ?? "",
      links: text.includes("://") ? linksIn(text) : [],
      ...(meaning !== said && !isSubReason(said) ? { ifSaidByOwnServer: said } : {}),
    };
  };
}

/** What `reply` means. Never throws; hostile text costs time linear in `maximumReplyLength`. */
export const classify = classifierOf(catalogue);
