// The fields of a delivery status (RFC 3464 §2, RFC 6533 §3), as they are really written: types left out, addresses in
// brackets, comments behind values, blanks before colons, groups without a line between them.

import type { DeliveryEvent } from "../model/delivery.js";
import { withPlainEnds } from "./mail.js";

export interface RecipientFields {
  readonly recipient: string | null;
  /** The address it was sent on to, where that is another. */
  readonly finalRecipient: string | null;
  /** What Action says, else what the class of Status says; null where there is neither. */
  readonly event: DeliveryEvent | null;
  readonly status: string | null;
  readonly remoteServer: string | null;
  /** Diagnostic-Code, unfolded: its type ("smtp", "x-postfix"; "" where none is given) and its text. */
  readonly diagnostic: { readonly type: string; readonly text: string } | null;
  /** As written (RFC 5322 §3.3). */
  readonly retryUntil: string | null;
}

export interface StatusFields {
  readonly reportingServer: string | null;
  readonly recipients: readonly RecipientFields[];
}

const maximumRecipients = 100;
type Group = Map<string, string>;

/** All but the first are a recipient's. */
const field =
  /^(?:[ \t]{0,4})(reporting-mta|final-recipient|original-recipient|action|status|remote-mta|diagnostic-code|will-retry-until|last-attempt-date|final-log-id) ?:[ \t]{0,8}([^\n]{0,4000})/i;

export function readStatusFields(text: string): StatusFields {
  const groups: Group[] = [];
  let reportingServer: string | null = null;
  let open: Group | null = null;
  let last: string | null = null;
  for (const line of withPlainEnds(text).split("\n")) {
    const [, name = "", value = ""] = line.includes(":") ? (field.exec(line) ?? []) : [];
    const key = name.toLowerCase();
    if (key === "" && line.trim() === "") {
      open = last = null;
    } else if (key === "") {
      last = continued(open, last, line);
    } else if (key === "reporting-mta") {
      reportingServer ??= serverIn(value);
      last = null;
    } else {
      if (open === null || open.has(key)) {
        open = new Map();
        groups.push(open);
      }
      open.set(key, value);
      last = key;
    }
    if (groups.length > maximumRecipients) break;
  }
  const recipients = groups.map(fieldsOf).filter(({ event, recipient, diagnostic }) => {
    return event !== null || (recipient !== null && diagnostic !== null);
  });
  return { reportingServer, recipients: recipients.slice(0, maximumRecipients) };
}

/** A continuation line begins with a blank (RFC 5322 §2.2.3); the name of the field it continues, if any. */
function continued(open: Group | null, last: string | null, line: string): string | null {
  if (open === null || last === null || !(/^[ \t]/.test(line) || isNextOfReply(open, last, line))) {
    return null;
  }
  open.set(last, `${open.get(last) ?? ""} ${line.trim()}`.slice(0, 4_000));
  return last;
}

/** nullmailer writes a reply of several lines as it came, unfolded: the same code goes on where the line before was not the last. */
function isNextOfReply(open: Group, last: string, line: string): boolean {
  const code = /^([245]\d\d)[ -]/.exec(line)?.[1];
  const before = open.get(last) ?? "";
  const begun = before.lastIndexOf(`${code ?? ""}-`);
  return (
    last === "diagnostic-code" && code !== undefined && begun >= 0 && !before.includes(`${code} `, begun)
  );
}

function fieldsOf(group: Group): RecipientFields {
  const original = addressIn(group.get("original-recipient"), true);
  const final = addressIn(group.get("final-recipient"), false);
  const status = /(?<![\d.])[245]\.\d{1,3}\.\d{1,4}(?![\d.])/.exec(group.get("status") ?? "")?.[0] ?? null;
  return {
    recipient: original ?? final,
    finalRecipient: final === original ? null : final,
    event: eventOf(group.get("action"), status),
    status,
    remoteServer: serverIn(group.get("remote-mta") ?? ""),
    diagnostic: diagnosticIn(group.get("diagnostic-code")),
    retryUntil: group.get("will-retry-until")?.trim().slice(0, 60) ?? null,
  };
}

const actions: readonly (readonly [RegExp, DeliveryEvent])[] = [
  [/^\W{0,3}(?:fail|expired|undeliver|reject|bounce)/i, "failed"],
  [/^\W{0,3}(?:delay|defer)/i, "delayed"],
  [/^\W{0,3}(?:deliver|success)/i, "delivered"],
  [/^\W{0,3}relay/i, "relayed"],
  [/^\W{0,3}expand/i, "expanded"],
];

/** Never the first digit of the reply that is quoted: a mail given up for good may quote a 4xx. */
function eventOf(action: string | undefined, status: string | null): DeliveryEvent | null {
  const named = actions.find(([pattern]) => pattern.test(action ?? ""))?.[1];
  if (named !== undefined) return named;
  return status === null ? null : status.startsWith("2") ? "delivered" : "failed";
}

/** "rfc822; user@example.com", "utf-8; …", "<…>", a source route; `xtext`: with the escapes of RFC 3461 §4 and RFC 6533 §3. */
function addressIn(value: string | undefined, xtext: boolean): string | null {
  const read = xtext
    ? value
        ?.replaceAll(/\+([0-9A-F]{2})/g, (_, digits: string) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        )
        .replaceAll(/\\x\{([0-9A-F]{2,6})\}/g, (_, digits: string) => letter(Number.parseInt(digits, 16)))
    : value;
  return /([^\s<>;:"(),]{1,64}@[^\s<>;:"(),]{1,255})[^@]{0,40}$/.exec(read ?? "")?.[1]?.toLowerCase() ?? null;
}

function letter(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "";
}

/** "dns; mx.example.com", "mx.example.com", "dns; [192.0.2.1]", "dns; mx.example.com [192.0.2.1]", "<192.0.2.1>". */
export function serverIn(value: string): string | null {
  const bare = value.replace(/^\s{0,8}[a-z0-9-]{1,20} ?;/i, "").trim();
  const name = /^[<[("']{0,2}((?:ipv6:)?[a-z0-9_:](?:[a-z0-9_.:-]{0,251}[a-z0-9])?)/i.exec(bare)?.[1];
  return name?.replace(/^ipv6:/i, "").toLowerCase() ?? null;
}

function diagnosticIn(value: string | undefined): RecipientFields["diagnostic"] {
  if (value === undefined || value.trim() === "") {
    return null;
  }
  const typed = /^([a-z][a-z0-9-]{0,30}) ?;\s{0,8}([^]{0,4000})/i.exec(value.trim());
  return typed === null
    ? { type: "", text: value.trim() }
    : { type: (typed[1] ?? "").toLowerCase(), text: (typed[2] ?? "").trim() };
}
