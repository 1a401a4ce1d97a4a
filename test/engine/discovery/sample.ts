// One account and one minimal autoconfig file; each test changes the one thing it is about.

import type { DiscoveryAccount } from "../../../src/engine/model/discovery-account.js";
import type { Candidate } from "../../../src/engine/model/probe.js";
import type { IncomingServer, ServerSettings } from "../../../src/engine/model/server-settings.js";

export const incoming: IncomingServer = {
  type: "imap",
  host: "imap.provider.test",
  port: 993,
  security: "tls",
  signIn: "password",
  userName: "alice@example.test",
  savedPassword: "yes",
};

export const current: ServerSettings = {
  host: "smtp.old.test",
  port: 25,
  security: "none",
  signIn: "none",
  userName: "",
};

export const account: DiscoveryAccount = {
  sender: {
    identityId: "id1",
    accountId: "account1",
    accountName: "Alice",
    address: "alice@example.test",
    from: "alice@example.test",
  },
  incoming,
  current,
};

export function candidate(settings: Partial<ServerSettings>, rest: Partial<Candidate> = {}): Candidate {
  return {
    settings: {
      host: "smtp.provider.test",
      port: 587,
      security: "starttls",
      signIn: "password",
      userName: "alice@example.test",
      ...settings,
    },
    source: "isp",
    trust: "published-by-domain",
    ownNetworkOnly: false,
    ...rest,
  };
}

export const minimalServer = `<hostname>smtp.provider.test</hostname>
      <port>587</port>
      <socketType>STARTTLS</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>`;

/** An autoconfig file without an incoming server: for sending none is needed. */
export function autoconfig(...servers: readonly string[]): string {
  const outgoing = servers.map((server) => `<outgoingServer type="smtp">${server}</outgoingServer>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="provider.test">
    <domain>example.test</domain>
    ${outgoing.join("\n")}
  </emailProvider>
</clientConfig>`;
}
