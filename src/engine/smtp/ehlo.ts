// EHLO (RFC 5321 §4.1.1.1) and what the server says it can do. Falls back to HELO as Thunderbird does.
// Only the extensions a session acts on have a field.

import type { Dialogue } from "./dialogue.js";
import { refusedAt, type Refused } from "./outcome.js";
import { isPositive, type Reply } from "./reply.js";
import type { Failed, Session } from "./session.js";

export interface Capabilities {
  readonly kind: "capabilities";
  readonly startTls: boolean;
  readonly pipelining: boolean;
  readonly smtpUtf8: boolean;
  /** Sign-in methods in the server's order, upper case, such as "PLAIN". */
  readonly signIn: readonly string[];
}

export function* ehlo(dialogue: Dialogue): Session<Capabilities | Refused | Failed> {
  const clientName = clientNameOf(dialogue.localAddress);
  yield* dialogue.begin("ehlo");
  const answer = yield* dialogue.ask(`EHLO ${clientName}`);
  if (answer.kind === "fault") {
    return answer;
  }
  if (isPositive(answer)) {
    return capabilitiesOf(answer.lines);
  }
  if (answer.code !== 500 && answer.code !== 502) {
    return refusedAt("ehlo", answer);
  }
  const plain = yield* dialogue.ask(`HELO ${clientName}`);
  if (plain.kind === "fault") {
    return plain;
  }
  return isPositive(plain) ? capabilitiesOf([]) : refusedAt("ehlo", plain);
}

/** `lines`: the texts of the EHLO reply, its first being the server's name and greeting. */
export function capabilitiesOf(lines: Reply["lines"]): Capabilities {
  const words = lines.slice(1).map((line) => line.toUpperCase().split(/[ \t]+/));
  const has = (keyword: string): boolean => words.some(([first]) => first === keyword);
  return {
    kind: "capabilities",
    startTls: has("STARTTLS"),
    pipelining: has("PIPELINING"),
    smtpUtf8: has("SMTPUTF8"),
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
