// The plain text of a notice, and where in it the returned message begins (RFC 6522 leaves that to each program).
// Thunderbird hands the parts of a mail over; `raw-mail.ts` finds them in a pasted source.

import type { NoticeMail } from "../model/returned-mail.js";

/** A text of unknown origin as a mail without headers. */
export function textAlone(text: string): NoticeMail {
  const { before, after } = parted(text);
  return { headers: {}, text: before, status: "", returned: after };
}

/** Every line ends in "\n" alone. */
export function withPlainEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

/** More of one part is never read. */
export const maximumPartLength = 16_384;

// What stands between a notice in plain text and the message it returns.
const divider =
  /^[ >]{0,8}(?:-{2,}[^\n]{0,60}(?:copy of|original (?:message|mail)|returned message|unsent message|message header|header of the original|non-delivered(?! information))[^\n]{0,60}|below is a copy of the original message:|message headers follow[.:]?|original message (?:headers?|follows)\b[^\n]{0,40}|included is a copy of the message header[^\n]{0,20}|the header of the original message[^\n]{0,30}|={3,} ?original message[^\n]{0,40})[ \t]{0,8}$/im;
// Where nothing stands between: "Return-Path: <…>" and "Received: from …" are nobody's words.
const headersOfMessage = /^(?:return-path: {0,4}<|received: ?(?:from|by|\(qmail) )/im;

/** A plain text before and after the line at which the returned message begins. */
export function parted(text: string): { readonly before: string; readonly after: string } {
  if (!text.includes("\n")) return { before: text, after: "" };
  const line = divider.exec(text);
  const bare = headersOfMessage.exec(text);
  if (line !== null && (bare === null || line.index < bare.index)) {
    return { before: text.slice(0, line.index), after: text.slice(line.index + line[0].length).trimStart() };
  }
  return bare === null || bare.index === 0
    ? { before: text, after: "" }
    : { before: text.slice(0, bare.index), after: text.slice(bare.index) };
}
