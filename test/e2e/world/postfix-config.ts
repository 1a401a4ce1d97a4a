// Postfix's configuration of one mail host, by its own documentation (SASL_README, VIRTUAL_README, the submission services
// of its master.cf): takes mail for its domains into Dovecot's Maildirs, hands on what signed-in users send, by MX.
import type { Certificate } from "./certificates.js";
import type { Host, Port } from "./hosts.js";

interface Files {
  /** Of this host; `etc`, `queue` and `data` are in it. */
  readonly directory: string;
  readonly tls: Certificate;
  /** Maildirs of Dovecot's, one for each address. */
  readonly mailboxes: string;
  /** Dovecot's socket for log-ins. */
  readonly logIns: string;
  /** Addresses of the host's mailboxes. */
  readonly users: readonly string[];
}

/** By file name, for the configuration directory. */
export function postfixFiles(host: Host, files: Files): Readonly<Record<string, string>> {
  const { users } = files;
  return {
    "main.cf": main(host, files),
    "master.cf": [...internal, ...Object.entries(host.ports).map((port) => listener(host, ...port)), ""].join(
      "\n",
    ),
    mailboxes: users.map((user) => `${user} ${user}/\n`).join(""),
    owners: [
      ...users.map((user) => `${user} ${user}\n`),
      ...host.aliases.map((alias) => `${alias} ${users.join(",")}\n`),
    ].join(""),
  };
}

function main(host: Host, { directory, tls, mailboxes, logIns }: Files): string {
  const etc = `${directory}/etc`;
  return `compatibility_level = 3.6
myhostname = ${host.name}
mydestination =
mynetworks =
alias_maps =
# The loopback interface has many addresses; Postfix sees only this one of them.
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_bind_address = ${host.address}
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = /dev/stdout
virtual_mailbox_domains = ${host.domains.join(" ")}
virtual_mailbox_base = ${mailboxes}
virtual_mailbox_maps = texthash:${etc}/mailboxes
virtual_uid_maps = static:8
virtual_gid_maps = static:8
# Debian's user "mail", whose the Maildirs are.
virtual_minimum_uid = 8
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${logIns}
smtpd_tls_cert_file = ${tls.certificate}
smtpd_tls_key_file = ${tls.key}
smtpd_tls_auth_only = yes
smtpd_tls_loglevel = 1
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sender_login_maps = texthash:${etc}/owners
# A warning at the first failure, not after hours.
delay_warning_time = 1s
minimal_backoff_time = 2s
queue_run_delay = 2s
`;
}

/** Its own master.cf without the chroots, and without what hands mail to other programs. */
const internal = [
  ...["pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr"],
  ...[
    "tlsmgr unix - - n 1000? 1 tlsmgr",
    "rewrite unix - - n - - trivial-rewrite",
    "bounce unix - - n - 0 bounce",
  ],
  ...["defer unix - - n - 0 bounce", "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify"],
  ...["flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap", "smtp unix - - n - - smtp"],
  ...["relay unix - - n - - smtp", "showq unix n - n - - showq", "error unix - - n - - error"],
  ...["retry unix - - n - - error", "virtual unix - n n - - virtual", "anvil unix - - n - 1 anvil"],
  ...["scache unix - - n - 1 scache", "postlog unix-dgram n - n - 1 postlogd"],
];

/** Every listener is verbose (-v): so the log tells each command, which postfix-log.ts keeps without the passwords. */
function listener(host: Host, number: string, port: Port): string {
  const options = [
    port.tls === "implicit" ? "smtpd_tls_wrappermode=yes" : null,
    port.tls === "none" ? "smtpd_tls_security_level=none" : null,
    // Where users send, TLS comes first; other servers may do without.
    port.tls === "starttls" ? `smtpd_tls_security_level=${port.signIn ? "encrypt" : "may"}` : null,
    port.signIn ? "smtpd_sasl_auth_enable=yes" : null,
    port.signIn ? "smtpd_recipient_restrictions=permit_sasl_authenticated,reject" : null,
    port.signIn && host.senderMustMatch ? "smtpd_sender_restrictions=reject_sender_login_mismatch" : null,
  ].filter((option) => option !== null);
  return [
    `${host.address}:${number} inet n - n - - smtpd -v`,
    ...options.map((option) => `  -o ${option}`),
  ].join("\n");
}
