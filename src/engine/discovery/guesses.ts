// What the settings would be if nobody had published any: the incoming server's host, then the guide's mail.<domain>
// and smtp.<domain>, each on 587 with STARTTLS and 465 with TLS.

import type { Candidate } from "../model/probe.js";
import type { DiscoveryAccount } from "../model/discovery-account.js";
import {
  expectedHosts,
  expectedSignIn,
  expectedUserName,
  mailboxDomain,
  submission,
  submissionOverTls,
} from "./expected.js";
import { isHostName } from "./published-server.js";
import { trustOf } from "./trust.js";

/** Best first; the connection now in use goes before the other one. */
export function guesses(account: DiscoveryAccount): readonly Candidate[] {
  const { sender, incoming, current } = account;
  const connections = [submission, submissionOverTls];
  if (current?.security === "tls") {
    connections.reverse();
  }
  const signIn = expectedSignIn(current?.signIn ?? null, incoming);
  const userName = expectedUserName(sender, incoming);
  return hostsOf(account).flatMap((host) => {
    const ofIncoming = host === incoming?.host.toLowerCase() || host === sendingSibling(incoming?.host ?? "");
    const source = ofIncoming ? "incoming" : "guide";
    const trust = trustOf({ host, userName }, source, account);
    return connections.map((connection) => ({
      settings: { host, ...connection, signIn, userName },
      source,
      trust,
      ownNetworkOnly: false,
    }));
  });
}

function hostsOf({ sender, incoming }: DiscoveryAccount): readonly string[] {
  const sibling = sendingSibling(incoming?.host ?? "");
  const hosts = [
    ...expectedHosts(sender, incoming),
    `smtp.${mailboxDomain(sender, incoming)}`,
    sibling ?? "",
  ];
  return [...new Set(hosts)].filter((host) => isHostName(host) && host.includes("."));
}

/** The name beside "imap.provider.example" that sends: "smtp.provider.example". Null for other names. */
function sendingSibling(host: string): string | null {
  const found = /^(?:imap|pop3?)\d{0,2}(?=[.-])(.{1,250})$/.exec(host.toLowerCase());
  return found?.[1] === undefined ? null : `smtp${found[1]}`;
}
