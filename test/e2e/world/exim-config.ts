// The Exim configuration of one mail host: accepts mail for its domains, relays for signed-in users only.
// "Relaying" ends in an observable Maildir instead of the next hop: deliveries.ts counts what arrived.
// Three recipients at elsewhere.test are refused for reasons no client setting can change.
import type { Certificate } from "./certificates.js";
import type { Host, Port } from "./hosts.js";
import { loggedIn } from "./logged-in.js";
import { goodToken } from "./token-server.js";

interface Files {
  /** Spool, logs and Maildir; belongs to Exim's user. */
  readonly directory: string;
  readonly users: string;
  readonly tls: Certificate;
  /** Maildirs of Dovecot's, one for each address. */
  readonly mailboxes: string;
}

function portsWhere(host: Host, wanted: (port: Port) => boolean): string {
  const ports = Object.keys(host.ports).filter((number) => {
    const port = host.ports[number];
    return port !== undefined && wanted(port);
  });
  return ports.length === 0 ? "0" : ports.join(" : ");
}

function authenticators(host: Host, users: string): string {
  // An unknown user and an empty password must not compare equal.
  const domain = host.localPartNames ? `@${host.domains.join("")}` : "";
  const check = (user: string, password: string): string =>
    `\${if and{{!eq{${password}}{}}{eq{\${lookup{${user}${domain}}lsearch{${users}}{$value}{}}}{${password}}}}}`;
  const known = {
    PLAIN: `plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_set_id = $auth2
  server_condition = ${check("$auth2", "$auth3")}
`,
    LOGIN: `login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_set_id = $auth1
  server_condition = ${check("$auth1", "$auth2")}
`,
    "CRAM-MD5": `cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_set_id = $auth1
  server_secret = \${lookup{$auth1}lsearch{${users}}{$value}fail}
`,
    // "user=<address>^Aauth=Bearer <token>^A^A"; tokens are token-server.ts's. Exim gives no JSON with its refusal.
    XOAUTH2: `xoauth2:
  driver = plaintext
  public_name = XOAUTH2
  server_prompts = :
  server_set_id = \${if match{$auth1}{\\N^user=([^\\x01]+)\\x01\\N}{$1}}
  server_condition = \${if match{$auth1}{\\N^user=([^\\x01]+)\\x01auth=Bearer ${goodToken}([^\\x01]+)\\x01\\x01$\\N}{\${if eq{$1}{$2}}}}
`,
  };
  return host.mechanisms.map((mechanism) => known[mechanism]).join("\n");
}

/** A line of the log for commands.ts: the command, whose connection, and what protects it. */
function step(command: string): string {
  return `LAB ${command} connection=$sender_host_port cipher=$tls_in_cipher sni=$tls_in_sni`;
}

function inbox(host: Host): string {
  return host.inboxes ? "inbox:\n  driver = accept\n  domains = +own\n  transport = mailbox\n\n" : "";
}

function lockedOut({ lockedOut: how }: Host): string {
  if (typeof how === "string") {
    return how.startsWith("4") ? `defer message = ${how}` : `deny message = 535 5.7.8 ${how}`;
  }
  return how ? "defer message = 454 4.7.0 Too many failed log-ins, try again later" : "";
}

function refusals({ refuses }: Host): string {
  const verb = (words: string): string => (words.startsWith("4") ? "defer" : "deny");
  return Object.entries(refuses)
    .map(([address, words]) => `  ${verb(words)} recipients = ${address}\n       message = ${words}\n`)
    .join("");
}

function delay({ slow }: Host, step: keyof Host["slow"]): string {
  const seconds = slow[step];
  return seconds === undefined ? "" : `warn delay = ${String(seconds)}s`;
}

/** By the next host's name, for there are no MX records here. */
function onward(host: Host): string {
  const routes = Object.entries(host.onward).map(([domain, name]) => `${domain} ${name} byname`);
  return routes.length === 0
    ? ""
    : `onward:
  driver = manualroute
  route_list = ${routes.join(" ; ")}
  transport = onward
  no_more

`;
}

/** The whole configuration file. */
export function eximConfig(host: Host, files: Files): string {
  const starttls = portsWhere(host, (port) => port.tls === "starttls");
  const signIn = portsWhere(host, (port) => port.signIn);
  const signInBeforeTls = portsWhere(host, (port) => port.signIn && port.signInBeforeTls === true);
  const advertise =
    `\${if or{{inlist{$received_port}{${signInBeforeTls}}}` +
    `{and{{inlist{$received_port}{${signIn}}}{def:tls_in_cipher}}}}{*}{}}`;
  const ownSender = host.senderMustMatch ? "*" : ":";
  return `primary_hostname = ${host.name}
local_interfaces = ${host.address}
daemon_smtp_ports = ${Object.keys(host.ports).join(" : ")}
tls_on_connect_ports = ${portsWhere(host, (port) => port.tls === "implicit")}
tls_certificate = ${files.tls.certificate}
tls_privatekey = ${files.tls.key}
tls_advertise_hosts = \${if inlist{$received_port}{${starttls}}{*}{}}
auth_advertise_hosts = ${advertise}
spool_directory = ${files.directory}/spool
log_file_path = ${files.directory}/%slog
pid_file_path = ${files.directory}/exim.pid
log_selector = +smtp_connection +smtp_incomplete_transaction +smtp_protocol_error +incoming_port +incoming_interface \\
  +received_recipients +millisec
keep_environment =
host_lookup =
rfc1413_hosts =
smtp_accept_max_per_host = 50
acl_smtp_auth = auth
acl_smtp_mail = mail
acl_smtp_rcpt = rcpt
acl_smtp_predata = predata
acl_smtp_data = data
domainlist own = ${host.domains.join(" : ")}

begin acl
auth:
  warn logwrite = ${step("AUTH ${extract{1}{ }{$smtp_command_argument}}")}
  ${delay(host, "auth")}
  ${lockedOut(host)}
  accept

mail:
  warn logwrite = ${step("MAIL")}
  accept

predata:
  warn logwrite = ${step("DATA")}
  ${delay(host, "data")}
  accept

rcpt:
  warn logwrite = ${step("RCPT")}
  deny authenticated = *
       senders = ${ownSender}
       !senders = ${host.aliases.join(" : ")}
       condition = \${if eqi{$sender_address}{$authenticated_id}{no}{yes}}
       message = ${host.otherWords ?? "553 5.7.1 <$sender_address>: Sender address rejected: not owned by user $authenticated_id"}
${refusals(host)}  accept domains = +own
${
  host.popBeforeSmtp
    ? `  accept condition = \${lookup{$sender_address}dsearch{${loggedIn()}}{yes}{no}}
`
    : ""
}${
    host.relaysForAll
      ? ""
      : `  deny !authenticated = *
       message = ${host.relayDenied}
`
  }  ${delay(host, "rcpt")}
  warn logwrite = signed in as $authenticated_id by $received_port, RCPT <$local_part@$domain>
  deny recipients = nobody@elsewhere.test
       message = ${host.otherWords ?? "550 5.1.1 <$local_part@$domain>: Recipient address rejected: User unknown"}
  defer recipients = grey@elsewhere.test
       message = 451 4.7.1 Greylisted, please try again in 300 seconds
  accept

data:
  deny condition = \${if inlisti{spam-check@elsewhere.test}{$recipients}}
       message = 550 5.7.1 This message looks like spam and has been rejected
  deny condition = \${if inlisti{relay-check@elsewhere.test}{$recipients}}
       message = 550 5.7.1 Relaying denied
  accept

begin routers
${inbox(host)}${onward(host)}all:
  driver = accept
  transport = maildir

begin transports
maildir:
  driver = appendfile
  directory = ${files.directory}/delivered
  maildir_format
  create_directory
  envelope_to_add
  return_path_add
  user = Debian-exim

mailbox:
  driver = appendfile
  # What a stranger wrote names no file; the list of users does.
  directory = ${files.mailboxes}/\${lookup{$local_part@$domain}lsearch,ret=key{${files.users}}{$value}fail}
  maildir_format
  create_directory
  user = mail
  group = mail

onward:
  driver = smtp
  hosts_avoid_tls = *

begin retry
* * F,1h,10m

begin authenticators
${authenticators(host, files.users)}`;
}
