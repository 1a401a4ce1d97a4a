// OpenSMTPD's configuration of one mail host, by its smtpd.conf(5): takes mail for its domains into Dovecot's Maildirs,
// hands on what signed-in users send, by MX.
import type { Certificate } from "./certificates.js";
import type { Host, Port } from "./hosts.js";

interface Files {
  /** Address and crypt(3) hash of each user's password. */
  readonly users: Readonly<Record<string, string>>;
  readonly tls: Certificate;
  /** Maildirs of Dovecot's, one for each address. */
  readonly mailboxes: string;
}

export function opensmtpdConfig(host: Host, { users, tls, mailboxes }: Files): string {
  const addresses = Object.keys(users);
  const table = (name: string, lines: readonly string[]): string => `table ${name} { ${lines.join(", ")} }`;
  const quoted = (left: string, right: string): string => `"${left}" = "${right}"`;
  return `pki "${host.name}" cert "${tls.certificate}"
pki "${host.name}" key "${tls.key}"
${table(
  "accounts",
  addresses.map((address) => quoted(address, users[address] ?? "")),
)}
${table(
  "owners",
  addresses.map((address) => quoted(address, [address, ...host.aliases].join(", "))),
)}
# Debian's user "mail", whose the Maildirs are.
${table(
  "mailboxes",
  addresses.map((address) => quoted(address, "mail")),
)}
# A warning at the first failure, not after hours.
bounce warn-interval 1s
${Object.entries(host.ports)
  .map((port) => listener(host, ...port))
  .join("\n")}
action "inbox" maildir "${mailboxes}/%{rcpt}" virtual <mailboxes>
action "outbound" relay helo "${host.name}" src "${host.address}"
match from any for domain { ${host.domains.map((domain) => `"${domain}"`).join(", ")} } action "inbox"
match from any auth for any action "outbound"
`;
}

function listener(host: Host, number: string, port: Port): string {
  const words = {
    none: "",
    implicit: `smtps pki "${host.name}"`,
    // Where users send, TLS comes first; other servers may do without.
    starttls: `${port.signIn ? "tls-require" : "tls"} pki "${host.name}"`,
  };
  return [
    `listen on ${host.address} port ${number}`,
    words[port.tls],
    port.signIn ? "auth <accounts>" : "",
    port.signIn && host.senderMustMatch ? "senders <owners>" : "",
    `hostname "${host.name}"`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
