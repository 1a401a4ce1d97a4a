// The sentences Thunderbird puts around a server's reply (composeMsgs.properties): taken off before the reply is
// read, and the ending tells the stage of the SMTP dialogue. The reply codes are already gone (THUNDERBIRD.md).

import type { SmtpStage } from "../../model/refusal.js";

const beginning =
  /an error occurred while sending mail(?:: outgoing server \(smtp\) error)?\. ?the (?:mail )?server responded: {0,3}/i;
const endings: readonly { readonly pattern: RegExp; readonly stage: SmtpStage }[] = [
  // errorSendingRcptCommand
  { pattern: /please check the message recipients? "[^"\n]{0,320}" and try again\.?/i, stage: "rcpt" },
  // errorSendingFromCommand
  {
    pattern: /please verify that your email address is correct in your account settings and try again\.?/i,
    stage: "mail",
  },
  // errorSendingMessage
  { pattern: /please check the message and try again\.?/i, stage: "data" },
];

/** The stage that the ending of a dialog tells; `unknown` without such an ending. */
export function dialogStage(text: string): SmtpStage {
  return endings.find((ending) => ending.pattern.test(text))?.stage ?? "unknown";
}

/** The server's words without Thunderbird's sentences around them. */
export function withoutDialog(text: string): string {
  if (!text.includes("lease ") && !beginning.test(text)) return text;
  return endings.reduce((rest, ending) => rest.replace(ending.pattern, " "), text.replace(beginning, " "));
}
