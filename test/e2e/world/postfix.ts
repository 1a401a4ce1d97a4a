// Starts one real Postfix per mail host, in the foreground, from its unpacked package. Log-ins are Dovecot's.
import { spawn } from "node:child_process";
import { chownSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { certificateFor } from "./certificates.js";
import { keepLog, untilListening, type Daemon } from "./daemon.js";
import { smtpLogIns } from "./dovecot-config.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { postfixFiles } from "./postfix-config.js";
import { labLog } from "./postfix-log.js";
import { serverRoot } from "./server-root.js";
import { usersOf } from "./users.js";

/** Numbers that no machine is likely to have given away. */
const user = { name: "postfix", id: 64101 };
const dropGroup = { name: "postdrop", id: 64102 };

/** What "postfix start" would make; it takes seconds to look at each of its files. */
const queues = [
  ...[
    "active",
    "bounce",
    "corrupt",
    "defer",
    "deferred",
    "flush",
    "hold",
    "incoming",
    "maildrop",
    "saved",
    "trace",
  ],
  ...["pid", "private", "public"],
];

export async function startPostfix(host: Host, directory: string): Promise<Daemon> {
  const root = serverRoot("postfix", [user, dropGroup]);
  const etc = join(directory, "etc");
  for (const path of ["etc", "data", "queue", ...queues.map((queue) => join("queue", queue))])
    mkdirSync(join(directory, path));
  for (const path of [
    "data",
    ...queues.filter((queue) => queue !== "pid").map((queue) => join("queue", queue)),
  ])
    chownSync(join(directory, path), user.id, user.id);
  const dovecot = join(labDirectory(), "dovecot");
  const files = postfixFiles(host, {
    directory,
    tls: certificateFor(host),
    mailboxes: join(dovecot, "mail"),
    logIns: smtpLogIns(dovecot),
    users: usersOf(host.domains).map(([user]) => user),
  });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(etc, name), text);
  // It opens /dev/stdout by name: that must be a pipe, and not a socket as Node's are.
  const start = 'exec chroot "$0" /usr/lib/postfix/sbin/master -s -c "$MAIL_CONFIG" > >(exec cat)';
  const master = spawn("bash", ["-c", start, root], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], MAIL_CONFIG: etc },
  });
  const log = keepLog(master.stdout, directory, labLog());
  return untilListening(`Postfix of ${host.name}`, master, () => log().includes("daemon started"));
}
