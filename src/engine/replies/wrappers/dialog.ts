// The sentences Thunderbird puts around a server's reply (composeMsgs.properties): taken off before the reply is
// read, and the ending tells the stage of the SMTP dialogue. The reply codes are already gone (THUNDERBIRD.md).

// In other languages the shape decides: checked against every language pack Thunderbird ships.

import { mentions } from "../mentions.js";
import type { SmtpStage } from "../../model/refusal.js";
import type { Meaning } from "../phrase.js";
import type { ReplyKind } from "../../model/reason.js";

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

// smtpAuthFailure: where the server's name belongs, Thunderbird puts the server's reply (SmtpClient._onAuthFailed).
const authFailure =
  /unable to authenticate to outgoing server \(smtp\) ([^\n]{1,500})\. ?please check the password and verify the 'authentication method'[^\n]{0,80}/i;

// smtpServerError
const serverError = /outgoing server \(smtp\) error\. ?the server responded: /i;

/** A text, as far as Thunderbird's English sentences stand in it. */
export interface Dialog {
  /** What the ending tells; `unknown` without one. */
  readonly stage: SmtpStage;
  /** The server's words without the sentences around them; the whole text where there are none. */
  readonly words: string;
  /** The sentences stand around a server's reply: it was reached. */
  readonly quotesServer: boolean;
}

/** In every one of those sentences. */
const mayBeDialog = /lease |server responded/i;

export function dialogIn(text: string): Dialog {
  if (!mayBeDialog.test(text)) return { stage: "unknown", words: text, quotesServer: false };
  const signingIn = authFailure.exec(text)?.[1];
  const ending = endings.find(({ pattern }) => pattern.test(text));
  const words = signingIn?.includes(" ") ? signingIn : withoutSentences(text);
  return {
    stage: signingIn === undefined ? (ending?.stage ?? "unknown") : "auth",
    words,
    quotesServer: words !== text || serverError.test(text),
  };
}

function withoutSentences(text: string): string {
  return endings.reduce((rest, ending) => rest.replace(ending.pattern, " "), text.replace(beginning, " "));
}

// "0x800CCC79": Outlook's dialogs name the protocol too, but always quote a code.
const quotesCode = /0x800|(?<![\d.,])[245]\d\d(?=[\s-])/i;
// Where Thunderbird's settings are named: "Account Settings | Outgoing server (SMTP)"; the languages that write the
// path otherwise name the password or the method (bg, et, fi, it, ja, lt, pl, tr, zh).
const aboutSigningIn =
  /[|｜]|kerberos|gssap|парол|удостовер|parool|autentim|salasan|todennu|パスワード|認証|slapta|tapatum|uwierzytel|kimlik|parola|[认認][证證]方式|密[码碼]/i;
// A reply follows the last colon: "… (SMTP) error. The server responded: …".
const quotesReply = /[:：՝]\s{0,3}[\w<(„“"«][^\n]{0,500}[\s.]{0,6}$/;
const translatedOrBracketed = /\(SMTP\)|[^\n -~]/;
const afterProtocol = /SMTP/;
const aServer = /[\w-]\.[\w-]|localhost/;

/** A name without a dot may be any word ("mail"), but for that of one of the user's own servers, as it is written there. */
function namesServer(text: string, ownHosts: readonly string[]): boolean {
  return aServer.test(text) || ownHosts.some((host) => mentions(text, host));
}

/**
 * What a dialog of Thunderbird in any language says where it quotes no server: these sentences name the protocol;
 * the ones about signing in name the settings' path or the mechanism. Null where it is not such a sentence.
 */
export function dialogFault(
  text: string,
  kind: ReplyKind | undefined,
  ownHosts: readonly string[] = [],
): Meaning | null {
  if (kind !== undefined && kind !== "client-dialog") return null;
  if (text.includes("Kerberos/GSSAPI")) return "auth-failed";
  const protocol = afterProtocol.exec(text);
  // A text of unknown origin must look like one of Thunderbird's sentences, which name the server: long, translated, or
  // with the brackets. A program that says in its own words why a message was refused speaks of SMTP, too.
  if (kind === undefined && text.length < 80 && !translatedOrBracketed.test(text)) return null;
  if (kind === undefined && !namesServer(text, ownHosts)) return null;
  if (!protocol || text.length > 1500 || quotesCode.test(text)) return null;
  if (text.includes("SMTPUTF8")) return "mailbox-unknown";
  if (text.includes("STARTTLS")) return "tls-required";
  if (aboutSigningIn.test(text)) return "auth-failed";
  return quotesReply.test(text.slice(protocol.index)) ? null : "port-or-connection-blocked";
}
