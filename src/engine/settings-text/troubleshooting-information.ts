// Reads the servers out of Thunderbird's Troubleshooting Information ("Copy text to clipboard", accounts.js of
// about:support, measured on 153): per account a line INCOMING and a line OUTGOING for each identity. The words
// INCOMING and OUTGOING and the numbers are the same in every language. Everything else in the text is passed over.

import type { Security, SignIn } from "../model/server-settings.js";
import type { ShownAccount, ShownServer } from "../model/told-settings.js";

/** Longer than any honest text (about 40 kB); what follows is not read. */
const maximumLength = 2_000_000;
const maximumAccounts = 200;
const maximumOutgoing = 200;

/** Null where no account's server is in the text: it is some other text. */
export function readTroubleshootingInformation(text: string): readonly ShownAccount[] | null {
  const accounts: ShownAccount[] = [];
  for (const line of text.slice(0, maximumLength).split(/\r\n?|\n/)) {
    const trimmed = line.trim();
    if (trimmed.length > maximumLine) {
      continue;
    }
    const last = accounts.at(-1);
    if (trimmed.startsWith("INCOMING:")) {
      const account = incomingIn(trimmed);
      if (account !== null && accounts.length < maximumAccounts) {
        accounts.push(account);
      }
    } else if (
      trimmed.startsWith("OUTGOING:") &&
      last !== undefined &&
      last.outgoing.length < maximumOutgoing
    ) {
      const server = outgoingIn(trimmed);
      accounts[accounts.length - 1] =
        server === null ? last : { ...last, outgoing: [...last.outgoing, server] };
    }
  }
  return accounts.some(({ incoming, outgoing }) => incoming !== null || outgoing.length > 0)
    ? accounts
    : null;
}

const maximumLine = 2_000;

/** "INCOMING: account1, alice@example.test, (imap) 127.0.0.1:1143, 0, 3"; the name may hold anything. */
function incomingIn(line: string): ShownAccount | null {
  const accountId = /^INCOMING: {0,4}([\w-]{1,60}),/.exec(line)?.[1];
  if (accountId === undefined) {
    return null;
  }
  const [host = "", security = "", signIn = ""] = line.split(",").slice(-3);
  const place = /\((\w{1,20})\) {1,4}(\S{1,260})$/.exec(host.trim());
  const server = place === null ? null : serverOf(place[2] ?? "", security, signIn);
  return {
    accountId,
    incoming: server === null ? null : { ...server, type: place?.[1] ?? "" },
    outgoing: [],
  };
}

/** "OUTGOING: Alice Example <alice@example.test>, mail.example.test:587, 2, 3, true"; the name may hold commas. */
function outgoingIn(line: string): ShownAccount["outgoing"][number] | null {
  const fields = line.slice("OUTGOING:".length).split(",");
  const [host = "", security = "", signIn = "", isDefault = ""] = fields.slice(-4);
  const server = fields.length < 5 ? null : serverOf(host.trim(), security, signIn);
  if (server === null || !/^(?:true|false)$/.test(isDefault.trim())) {
    return null;
  }
  const name = fields.slice(0, -4).join(",");
  // The last one: what people call themselves may look like an address.
  return { ...server, address: /<([^<>\s]{1,320})>$/.exec(name.trim())?.[1] ?? null };
}

function serverOf(place: string, security: string, signIn: string): ShownServer | null {
  const found = /^(\[[0-9a-f:.]{2,45}\]|[\w.-]{1,253}?)(?::(\d{1,5}))?$/i.exec(place);
  const known = meantBy(securities, security.trim());
  const port = Number(found?.[2] ?? 0);
  if (found?.[1] === undefined || known === undefined || port > 65_535) {
    return null;
  }
  return { host: found[1], port, security: known, signIn: meantBy(signIns, signIn.trim()) ?? "unknown" };
}

/** In the order of the numbers, with the names of the constants should Thunderbird write them. */
type Constants<Word> = readonly (readonly [Word, string?])[];

/** nsMsgSocketType. 1 acts as no encryption (SmtpClient). */
const securities: Constants<Security> = [
  ["none", "plain"],
  ["none", "trySTARTTLS"],
  ["starttls", "alwaysSTARTTLS"],
  ["tls", "SSL"],
];

/** nsMsgAuthMethod; 0 has no constant. */
const signIns: Constants<SignIn> = [
  ["unset"],
  ["none", "none"],
  ["old", "old"],
  ["password", "passwordCleartext"],
  ["encrypted-password", "passwordEncrypted"],
  ["kerberos", "GSSAPI"],
  ["ntlm", "NTLM"],
  ["certificate", "External"],
  ["secure", "secure"],
  ["any", "anything"],
  ["oauth2", "OAuth2"],
];

function meantBy<Word>(constants: Constants<Word>, written: string): Word | undefined {
  return constants.find(([, name], number) => written === String(number) || written === name)?.[0];
}
