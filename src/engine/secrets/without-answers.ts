// A log of an SMTP dialogue, as somebody pastes it: after AUTH (RFC 4954 §4) user name and password stand there in base 64,
// in answer to "334" alone on a line that says nothing of what it is. Neither is ever needed to read a refusal.

import { mask } from "./redact.js";

/** With the method, or as `AUTH LOGIN` takes the user name beforehand. */
const afterAuth = /(?<=\bauth[ =][a-z\d-]{3,20} )[\w+/-]{4,}={0,2}/gi;
/** What a server offers, "250-AUTH LOGIN PLAIN", and words: "503 send AUTH command first". */
const ordinary = /^(?:[A-Z\d-]{3,20}|[A-Z]?[a-z-]+)$/;
/** "Username:", "Password:" in either letter case, "User Name" with a NUL, and CRAM-MD5's "<…@…>". */
const challenge = /\b334[ -](?:VXNlc|dXNlc|UGFzc|cGFzc|PD|PH)[\w+/=]{2,}/;
/** Nothing at all, before what AUTH PLAIN or XOAUTH2 did not say at once: curl's way. */
const emptyChallenge = /(?:^|[^\w.])334[ -]?(?:\\r\\n)?['"]?\s*$/;
const method = /\bauth[ =][a-z\d-]{3,20}/i;
/** How it went on. */
const reply = /(?:^|[^\w.])(?:235|[45]\d\d)[ -]\S/;
const word = /(?<![\w+/=])[\w+/-]{4,}={0,2}(?![\w+/=])/g;
/** Debuggers write a reply over several lines before what is sent. */
const maximumLines = 5;

/** The words in the lines after a challenge are masked, whatever they are, up to the next reply. */
export function withoutAnswers(text: string): string {
  if (!/auth|\b334[ -]/i.test(text)) {
    return text;
  }
  const isSignIn = method.test(text);
  let left = 0;
  return text
    .split("\n")
    .map((line) => {
      if (challenge.test(line) || (isSignIn && emptyChallenge.test(line))) {
        left = maximumLines;
        return line;
      }
      left = left > 0 && !reply.test(line) ? left - 1 : 0;
      const said = line.replace(afterAuth, (found) => (ordinary.test(found) ? found : mask));
      return left > 0 ? said.replace(word, (found) => (isCoded(found) ? mask : found)) : said;
    })
    .join("\n");
}

function isCoded(found: string): boolean {
  return found.length % 4 === 0 && /[A-Z\d+/=]/.test(found);
}
