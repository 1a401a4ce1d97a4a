// Starts and stops one real Exim daemon per mail host, in the foreground, and waits until it listens.
import { spawn } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { certificateFor } from "./certificates.js";
import { eximConfig } from "./exim-config.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { startStrangers } from "./strangers.js";
import { passwords, writeUsers } from "./users.js";

export interface MailHost {
  readonly host: Host;
  /** Holds `mainlog`, `rejectlog` and the Maildir `delivered`. */
  readonly directory: string;
  /** What clients said to the strangers on its ports. */
  heard(): string;
  stop(): Promise<void>;
}

function eximUser(): { uid: number; gid: number } {
  const line = /^Debian-exim:[^:]*:(\d+):(\d+)/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (line === null) throw new Error("no user Debian-exim: install exim4-daemon-light");
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Exim logs this line once its sockets listen; knocking on the ports would leave traces in the log. */
async function waitUntilListening(host: Host, log: string, failed: () => string | undefined): Promise<void> {
  for (let tries = 0; !existsSync(log) || !readFileSync(log, "utf8").includes("daemon started"); tries++) {
    const reason = failed();
    if (reason !== undefined || tries > 800)
      throw new Error(`Exim of ${host.name}: ${reason ?? "does not start"}`);
    await sleep(25);
  }
}

/** Starts a host afresh: empty spool, log and mailbox. A host without ports gets no daemon. */
export async function startExim(host: Host): Promise<MailHost> {
  const directory = join(labDirectory(), "exim", host.name);
  const { uid, gid } = eximUser();
  rmSync(directory, { recursive: true, force: true });
  for (const path of [directory, join(directory, "spool")]) {
    mkdirSync(path, { recursive: true });
    chownSync(path, uid, gid);
  }
  const strangers = await startStrangers(host);
  const heard = (): string => strangers.map((listener) => listener.heard()).join("\n");
  const stopStrangers = (): Promise<unknown> => Promise.all(strangers.map((listener) => listener.stop()));
  if (Object.keys(host.ports).length === 0)
    return { host, directory, heard, stop: () => stopStrangers().then(() => undefined) };
  const config = join(labDirectory(), `exim-${host.name}.conf`);
  writeFileSync(
    config,
    eximConfig(host, {
      directory,
      users: writeUsers(host.name, host.domains),
      tls: certificateFor(host),
      mailboxes: join(labDirectory(), "dovecot", "mail"),
    }),
  );
  if (host.inboxes) emptyMailboxes(host);
  trust(config);
  const daemon = spawn("exim4", ["-bdf", "-C", config], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  daemon.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => daemon.on("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    await stopStrangers();
    daemon.kill("SIGTERM");
    await ended;
  };
  try {
    await waitUntilListening(host, join(directory, "mainlog"), () =>
      daemon.exitCode === null ? undefined : output,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, directory, heard, stop };
}

/** Dovecot goes on from case to case. */
function emptyMailboxes(host: Host): void {
  for (const user of Object.keys(passwords).filter((name) => host.domains.includes(name.split("@")[1] ?? "")))
    rmSync(join(labDirectory(), "dovecot", "mail", user), { recursive: true, force: true });
}

/** Exim keeps its privileges only for `-C` files named here; the file is private to the lab's mount namespace. */
function trust(config: string): void {
  const list = "/etc/exim4/trusted_configs";
  if (statSync(list).size === 0 || !readFileSync(list, "utf8").includes(config))
    appendFileSync(list, `${config}\n`);
}
