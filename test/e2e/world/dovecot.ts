// One real Dovecot for the IMAP side of all hosts that offer it, so that the inbox check stays quiet.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { certificateFor } from "./certificates.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { logInScript } from "./logged-in.js";
import { writeUsers } from "./users.js";

function config(hosts: readonly Host[], directory: string, users: string): string {
  const certificates = hosts.map((host) => {
    const { certificate, key } = certificateFor(host);
    return `local ${host.address} {\n  ssl_cert = <${certificate}\n  ssl_key = <${key}\n}`;
  });
  const first = hosts[0];
  if (first === undefined) throw new Error("no host offers IMAP");
  return `base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/log
listen = ${hosts.map((host) => host.address).join(", ")}
protocols = imap
ssl = required
ssl_cert = <${certificateFor(first).certificate}
ssl_key = <${certificateFor(first).key}
${certificates.join("\n")}
mail_location = maildir:${directory}/mail/%u
first_valid_uid = 1
auth_mechanisms = plain login
mail_max_userip_connections = 100
service imap {
  executable = imap note-log-in
}
service note-log-in {
  executable = script-login ${logInScript()}
  unix_listener note-log-in {
  }
}
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

/** Starts Dovecot; it ends with the lab's pid namespace. */
export function startDovecot(hosts: readonly Host[]): void {
  const directory = join(labDirectory(), "dovecot");
  mkdirSync(join(directory, "mail"), { recursive: true, mode: 0o777 });
  const withImap = hosts.filter((host) => host.imap);
  const users = writeUsers("dovecot", [...new Set(withImap.flatMap((host) => host.domains))]);
  const file = join(directory, "dovecot.conf");
  writeFileSync(file, config(withImap, directory, users));
  spawn("chmod", ["777", join(directory, "mail")]);
  spawn("dovecot", ["-F", "-c", file], { stdio: "ignore" }).unref();
}
