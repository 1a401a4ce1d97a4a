// EHLO (RFC 5321 §4.1.1.1) and what the server says it can do. Falls back to HELO as Thunderbird does.
// Only the extensions a session acts on have a field; all keywords are kept for the report.

import type { Dialogue } from "./dialogue.js";
import { refusedAt, type Refused } from "./outcome.js";
import { isPositive, type Reply } from "./reply.js";
import type { Failed, Session } from "./session.js";

export interface Capabilities {
  readonly kind: "capabilities";
  /** False where the server knows only HELO. */
  readonly extended: boolean;
  /** The keyword lines as announced, such as "SIZE 52428800". Hostile. */
  readonly keywords: readonly string[];
  readonly startTls: boolean;
  readonly pipelining: boolean;
  readonly smtpUtf8: boolean;
  /** Octets (RFC 1870); null where none is announced or it is 0, "no fixed maximum". */
  readonly maximumSize: number | null;
  /** Whether the SIZE parameter is understood. */
  readonly size: boolean;
  /** Sign-in methods in the server's order, upper case, such as "PLAIN". */
  readonly signIn: readonly string[];
}

export function* ehlo(dialogue: Dialogue, clientName: string): Session<Capabilities | Refused | Failed> {
  yield* dialogue.begin("ehlo");
  const answer = yield* dialogue.ask(`EHLO ${clientName}`);
  if (answer.kind === "fault") {
    return answer;
  }
  if (isPositive(answer)) {
    return capabilitiesOf(answer.lines, true);
  }
  if (answer.code !== 500 && answer.code !== 502) {
    return refusedAt("ehlo", answer);
  }
  const plain = yield* dialogue.ask(`HELO ${clientName}`);
  if (plain.kind === "fault") {
    return plain;
  }
  return isPositive(plain) ? capabilitiesOf([], false) : refusedAt("ehlo", plain);
}

/** `lines`: the texts of the EHLO reply, its first being the server's name and greeting. */
export function capabilitiesOf(lines: Reply["lines"], extended: boolean): Capabilities {
  const keywords = lines.slice(1).filter((line) => line !== "");
  const words = keywords.map((line) => line.toUpperCase().split(/[ \t]+/));
  const has = (keyword: string): boolean => words.some(([first]) => first === keyword);
  const size = Number(words.find(([first]) => first === "SIZE")?.[1]);
  return {
    kind: "capabilities",
    extended,
    keywords,
    startTls: has("STARTTLS"),
    pipelining: has("PIPELINING"),
    smtpUtf8: has("SMTPUTF8"),
    maximumSize: Number.isSafeInteger(size) && size > 0 ? size : null,
    size: has("SIZE"),
    signIn: [...new Set(words.flatMap(methodsOf))],
  };
}

/** "AUTH PLAIN LOGIN", and the form before RFC 2554 that Outlook Express asked for: "AUTH=LOGIN PLAIN". */
function methodsOf([keyword = "", ...parameters]: readonly string[]): readonly string[] {
  if (keyword === "AUTH") {
    return parameters.map((method) => method.replace(/^=/, "")).filter((method) => method !== "");
  }
  return keyword.startsWith("AUTH=")
    ? [keyword.slice(5), ...parameters].filter((method) => method !== "")
    : [];
}

/** An address literal (RFC 5321 §4.1.3), as Thunderbird says it: a name would tell more than the server needs. */
export function clientNameOf(localAddress: string | null): string {
  if (localAddress === null) {
    return "[127.0.0.1]";
  }
  return localAddress.includes(":") ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}
