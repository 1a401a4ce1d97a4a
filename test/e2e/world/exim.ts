// Starts and stops one real Exim daemon per mail host, in the foreground, and waits until it listens.
import { spawn } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { certificateFor } from "./certificates.js";
import { untilListening, type Daemon } from "./daemon.js";
import { eximConfig } from "./exim-config.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";

import { writeUsers } from "./users.js";

function eximUser(): { uid: number; gid: number } {
  const line = /^Debian-exim:[^:]*:(\d+):(\d+)/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (line === null) throw new Error("no user Debian-exim: install exim4-daemon-light");
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

export async function startExim(host: Host, directory: string): Promise<Daemon> {
  const { uid, gid } = eximUser();
  mkdirSync(join(directory, "spool"));
  for (const path of [directory, join(directory, "spool")]) chownSync(path, uid, gid);
  const config = join(labDirectory(), `exim-${host.name}.conf`);
  writeFileSync(
    config,
    eximConfig(host, {
      directory,
      users: writeUsers(host.name, host.domains, host.sendingPasswords),
      tls: certificateFor(host),
      mailboxes: join(labDirectory(), "dovecot", "mail"),
    }),
  );
  trust(config);
  const daemon = spawn("exim4", ["-bdf", "-C", config], { stdio: ["ignore", "ignore", "pipe"] });
  const log = join(directory, "mainlog");
  return untilListening(
    `Exim of ${host.name}`,
    daemon,
    () => existsSync(log) && readFileSync(log, "utf8").includes("daemon started"),
  );
}

/** Exim keeps its privileges only for `-C` files named here; the file is private to the lab's mount namespace. */
function trust(config: string): void {
  const list = "/etc/exim4/trusted_configs";
  if (statSync(list).size === 0 || !readFileSync(list, "utf8").includes(config))
    appendFileSync(list, `${config}\n`);
}
