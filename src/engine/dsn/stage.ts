// At which command a reply was given, where a notice says so (RFC 5321 §4.1.1).

import type { SmtpStage } from "../model/refusal.js";

const commands: readonly (readonly [RegExp, SmtpStage])[] = [
  // Postfix: "(in reply to RCPT TO command)"; Exim: "after RCPT TO:<…>"; qmail: "does not like recipient"; GMX: "after RCPT command"
  [
    /in reply to end of data|after (?:end of )?data|did not like our (?:final )?data|for text command|message not accepted|data closing|failed after i sent the message|\[data\]|^>>> data/im,
    "data",
  ],
  [
    /in reply to rcpt to|after rcpt|did not like our rcpt|rejected rcpt|reject: rcpt|does not like recipient|failed to add recipient|\[rcpt_to\]|rejected recipient|in rcpt to|^>>> rcpt to/im,
    "rcpt",
  ],
  [
    /in reply to mail from|after mail from|did not like our mail|rejected mail|reject: mail|sender was rejected|\[mail_from\]|^>>> mail from/im,
    "mail",
  ],
];

/** `unknown` where no command is named. A notice breaks its lines anywhere: "(in reply\n    to RCPT TO command)". */
export function stageInWords(words: string): SmtpStage {
  const found = commands.find(([pattern]) => pattern.test(words))?.[1];
  if (found !== undefined || !words.includes("\n")) return found ?? "unknown";
  const unbroken = words.replaceAll(/\s+/g, " ");
  return commands.find(([pattern]) => pattern.test(unbroken))?.[1] ?? "unknown";
}
