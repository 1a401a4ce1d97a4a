// Who refused, as a notice tells it. A server that returns a mail had accepted it, so a reply that it quotes was said
// to it by another; it refused by itself only where its own words say so. Where a name was not found or nothing
// answered, nobody has refused. Names are claims: whose server it is, refused-by.ts compares.

import type { QuotedReply } from "./quoted-reply.js";
import { serverIn } from "./status-fields.js";

export type Refuser =
  /** Another server, which it was talking to; `name` null where none is told. */
  | { readonly kind: "remote"; readonly name: string | null }
  /** The server that wrote the notice. */
  | { readonly kind: "reporter" }
  | { readonly kind: "nobody" }
  | { readonly kind: "unknown" };

const name = String.raw`([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)`;
const named: readonly RegExp[] = [
  // Postfix: "host mx.example.com[192.0.2.1] said: 550 …"; Exim: "host mx.example.com [192.0.2.1]", "H=mx.example.com [192.0.2.1]"
  new RegExp(String.raw`\b(?:host |h=)${name} ?\[[0-9a-f.:]{2,45}\]`, "i"),
  new RegExp(String.raw`\bhost: ?${name}`, "i"),
  // Sendmail: "... while talking to mx.example.com.:"; qmail: "Connected to 192.0.2.1 but sender was rejected."
  new RegExp(String.raw`(?:while talking to|connected to|giving up on|remote host) ${name}`, "i"),
  new RegExp(String.raw`^[ \t]{0,8}${name} (?:does not like recipient|failed after i sent)`, "im"),
  // chasquid: "mx.example.com.: MAIL/RCPT failed: 550 …"
  new RegExp(
    String.raw`(?:^|\s)${name}\.?: (?:[a-z/ ]{2,40} failed|message not accepted|connection failed)`,
    "i",
  ),
  // DragonFly: "mx.example.com [192.0.2.1] did not like our RCPT TO:"; Courier: "    mx.example.com [192.0.2.1]:"
  new RegExp(String.raw`(?:^|\n)[ \t]{0,8}${name} \[[0-9a-f.:]{2,45}\](?: did not like|:)`, "i"),
  // Gmail: "rejected by the server for the recipient domain example.com by mx.example.com. [192.0.2.1]"
  new RegExp(String.raw`recipient domain \S{1,255} by ${name}\.? `, "i"),
  new RegExp(
    String.raw`(?:smtp )?server <?${name}>? ?(?:\[[0-9a-f.:]{2,45}\] )?(?:failed with|rejected|refused|responded)`,
    "i",
  ),
  // A sending server's log: "relay=mx.example.com[192.0.2.1]:25"
  new RegExp(String.raw`\brelay=${name}\[`, "i"),
];

/** The server that the words name as the one that answered. */
export function namedInWords(words: string): string | null {
  for (const pattern of named) {
    const found = pattern.exec(words)?.[1];
    if (found !== undefined && (found.includes(".") || /^\d/.test(found))) return serverIn(found);
  }
  return null;
}

// Postfix, Exim, Sendmail, OpenSMTPD, chasquid, qmail, Exchange, Gmail
const notFound =
  /host or domain name not found|name service error|(?:host|domain) not found|unknown host|host unknown|nxdomain|no such (?:host|domain)|domain (?:name )?(?:does not exist|couldn't be found|could not be found|not found)|couldn't find any host|cname lookup failed|unrouteable (?:mail )?(?:domain|address)|lookup (?:of \S{1,255} )?failed|non-existent hosts|does not accept mail|null ?mx|no (?:mx|mail exchanger|smtp service)|could not find a gateway|couldn't find a mail exchanger|name server (?:loop|error|timeout)|dns (?:error|failure|lookup|server)|unresolv|could not be resolved|bad destination (?:host|mailbox|system)/i;
const noAnswer =
  /connect(?:ion)? (?:to \S{1,255}:? )?(?:timed out|refused|reset|failed|error|could not be|was closed|lost|dropped)|timed out|timeout|could(?: not|n't) connect|unable to (?:connect|establish|contact)|unable to open|no route to host|(?:network|host) (?:is )?(?:unreachable|down)|not respond|wasn't able to establish|sorry, i wasn't able|no smtp connection|connect to \S{1,255}|lost connection|temporarily unreachable|all (?:mail servers|hosts?)[^\n]{0,40}fail|(?:too long|expired|4 days|5 days|hours)[^\n]{0,30}(?:queue)|in the queue too long|could not (?:be delivered|deliver) for|giving up|multiple retries|failed \d{1,4} attempts|retry time(?:out)?|expired|dial tcp|tls (?:handshake|negotiation|connection)|cannot start tls|starttls|ssl/i;
const saidByReporter =
  /resolver\.|storedrv|mapiexception|routing\.|queue\.|transport\.rules|command output|x-unix|x-notes|loops? back|domino|local configuration|content.?filter|spam firewall|amavis|procmail|dovecot-lda|pipe to/i;

/**
 * @param remoteServer Remote-MTA, where there is one
 * @param type of the Diagnostic-Code: "smtp" quotes another server, "x-postfix" and the like the reporter itself
 */
export function refuserOf({
  reply,
  words,
  type,
  remoteServer,
  reportingServer,
}: {
  readonly reply: QuotedReply | null;
  readonly words: string;
  readonly type: string;
  readonly remoteServer: string | null;
  readonly reportingServer: string | null;
}): Refuser {
  const told = remoteServer ?? namedInWords(words);
  const replied = reply !== null && (reply.code !== null || type === "smtp");
  if (!replied && (notFound.test(words) || noAnswer.test(words))) {
    return { kind: "nobody" };
  }
  const itself = told !== null && (isThisMachine(told) || told === reportingServer);
  if (itself || saidByReporter.test(words) || (type !== "" && type !== "smtp")) {
    return { kind: "reporter" };
  }
  if (replied || told !== null || saidRemotely.test(words)) {
    return { kind: "remote", name: told };
  }
  return words.trim() === "" ? { kind: "unknown" } : { kind: "reporter" };
}

const saidRemotely =
  /remote (?:mail )?(?:server|host)|other server|recipient(?:'s)? (?:domain|server)|rejected by the server/i;

/** This very machine: a filter behind the reporting server. */
function isThisMachine(server: string): boolean {
  return /^(?:127\.|localhost$|localhost\.|::1$|0\.0\.0\.0$)/.test(server);
}
