// Not in the guide: servers that take messages only from where mail was fetched shortly before (POP before SMTP), an
// old way around signing in. No setting is wrong; where signing in is offered it is the better cure, and goes first.

import type { Refusal } from "../../model/refusal.js";
import { isSaid } from "../blame.js";
import { text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";

/**
 * Sendmail with poprelayd: "Relaying denied: authenticate with POP first". Road Runner: "You must check for new mail
 * before sending mail". Others: "please check your mail first", "POP before SMTP", "get your mail first".
 */
const words: readonly RegExp[] = [
  /\bpop(?:3|-3)?[- ]before[- ]smtp\b/i,
  /\b(?:authenticate|log ?in|connect)\b.{0,30}\b(?:pop3?|imap)\b.{0,20}\b(?:first|before)\b/i,
  /\b(?:check|get|fetch|read|retrieve|collect|receive)\b.{0,20}\b(?:e-?)?mails?\b(?!\.).{0,20}\b(?:first|before)\b/i,
];

export const popBeforeSmtp = defineRule({
  id: "pop-before-smtp",
  needs: ["server", "refusal", "incoming"],
  mayUse: ["meaning"],
  judge({ server, refusal, meaning }) {
    if (!asksForMailFirst(refusal)) {
      // Known words that say something else; unknown ones may say this in a language we do not know.
      return isSaid(meaning) ? fine : skipped("words");
    }
    const why = text("rule_pop_before_smtp_why", server.host);
    return problem(refusal.offeredSignIn?.length === 0 ? "certain" : "possible", why, null);
  },
});

export function asksForMailFirst({ fault, lines }: Pick<Refusal, "fault" | "lines">): boolean {
  const said = lines.join(" ");
  return fault === null && words.some((pattern) => pattern.test(said));
}
