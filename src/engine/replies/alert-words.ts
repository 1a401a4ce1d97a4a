// How Thunderbird's common alerts begin, in the language it runs in: what a user who has just seen one knows it by.
// Cut from the program's own sentences (composeMsgs.properties); where the server's words come first, there is nothing.

import type { RememberedAlert } from "../model/remembered-alert.js";
import type { DialogTemplates } from "./read-dialog.js";

/** From which sentence, and what of it. */
const taken: readonly (readonly [RememberedAlert, string, (sentence: string) => string])[] = [
  ["relay", "errorSendingRcptCommand", beforeReply],
  ["sign-in-required", "errorSendingFromCommand", beforeReply],
  ["sign-in-failed", "smtpAuthFailure", firstSentence],
  ["unreachable", "smtpSendRequestRefused", firstSentence],
  ["timeout", "smtpSendTimeout", firstSentence],
];

const placeholder = /%(?:\d\$)?s/gi;
/** The end of a sentence in any of the languages Thunderbird speaks; not the dot of an abbreviation before a letter. */
const sentenceEnd = /[.!?](?=\s|$)|[。।։؟]/;
/** Characters: two lines of a button. */
const longest = 140;

/** The words of each alert that has any, ready to be quoted. */
export function alertWords(sentences: DialogTemplates): Readonly<Partial<Record<RememberedAlert, string>>> {
  const words = taken.map(([alert, name, part]) => [alert, part(sentences[name] ?? "")] as const);
  return Object.fromEntries(words.filter(([, said]) => said !== ""));
}

/** As far as the server's words, which the choice goes on with. */
function beforeReply(sentence: string): string {
  return oneLine(sentence.split(placeholder)[0] ?? "");
}

function firstSentence(sentence: string): string {
  const shown = oneLine(sentence.replace(placeholder, "…"));
  const end = sentenceEnd.exec(shown)?.index ?? shown.length;
  return end <= longest ? shown.slice(0, end) : `${shown.slice(0, longest).replace(/\s\S*$/, "")} …`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
