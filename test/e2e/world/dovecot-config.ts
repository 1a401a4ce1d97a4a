// Dovecot's configuration, in the words of 2.3 (Debian 12) or of 2.4 (Debian 13 and later), which refuses the other's.
import { certificateFor } from "./certificates.js";
import type { Host } from "./hosts.js";
import { logInScript } from "./logged-in.js";

export interface Mailboxes {
  readonly hosts: readonly Host[];
  readonly directory: string;
  /** The file of users and passwords. */
  readonly users: string;
}

/** `version` as `dovecot --version` says it: "2.4.5 (0cbb641e3e)". */
export function dovecotConfig(version: string, mailboxes: Mailboxes): string {
  return isNew(version) ? newWords(mailboxes) : oldWords(mailboxes);
}

function isNew(version: string): boolean {
  const [major = 0, minor = 0] = version.split(/[. ]/).map(Number);
  return major > 2 || (major === 2 && minor >= 4);
}

function oldWords({ hosts, directory, users }: Mailboxes): string {
  return `${shared(directory, hosts)}
protocols = imap
${perHost(hosts, (certificate, key) => `ssl_cert = <${certificate}\n  ssl_key = <${key}`)}
mail_location = maildir:${directory}/mail/%u
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${users}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${directory}/mail/%u
}
`;
}

function newWords({ hosts, directory, users }: Mailboxes): string {
  return `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
${shared(directory, hosts)}
protocols {
  imap = yes
}
${perHost(hosts, (certificate, key) => `ssl_server_cert_file = ${certificate}\n  ssl_server_key_file = ${key}`)}
mail_driver = maildir
mail_path = ${directory}/mail/%{user}
passdb passwd-file {
  passwd_file_path = ${users}
  default_password_scheme = PLAIN
}
userdb static {
  fields {
    uid = mail
    gid = mail
    home = ${directory}/mail/%{user}
  }
}
`;
}

/** Where mail servers ask whether a log-in is good, in Dovecot's own protocol. */
export function smtpLogIns(directory: string): string {
  return `${directory}/smtp-log-ins`;
}

/** What both say alike. */
function shared(directory: string, hosts: readonly Host[]): string {
  return `base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/log
listen = ${hosts.map((host) => host.address).join(", ")}
ssl = required
first_valid_uid = 1
auth_mechanisms = plain login
mail_max_userip_connections = 100
service imap {
  executable = imap note-log-in
}
service auth {
  unix_listener ${smtpLogIns(directory)} {
    mode = 0666
  }
}
# One address stands for all users here: a refused log-in of one must not slow down the next.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service note-log-in {
  executable = script-login ${logInScript()}
  unix_listener note-log-in {
  }
}`;
}

/** The first host's certificate stands for all, then each for its own address. */
function perHost(hosts: readonly Host[], words: (certificate: string, key: string) => string): string {
  const [first] = hosts;
  if (first === undefined) throw new Error("no host offers IMAP");
  const of = (host: Host): string => {
    const { certificate, key } = certificateFor(host);
    return words(certificate, key);
  };
  return [of(first), ...hosts.map((host) => `local ${host.address} {\n  ${of(host)}\n}`)].join("\n");
}
